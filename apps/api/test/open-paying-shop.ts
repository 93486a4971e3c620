import { money, type Money } from '@flora/money/money.ts'
import { createClient, type Client } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { Placed } from '@flora/contract/checkout.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryId, VariantId, WindowId } from '@flora/contract/ids.ts'
import { startStripeSandbox, type StripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from '../src/platform/sql.ts'
import { buildHttpApp } from '../src/entry/http-app.ts'
import { jobHandlers } from '../src/entry/handlers.ts'
import { openDays } from '../src/delivery/index.ts'
import { sandboxKeys } from '../src/platform/config.ts'
import { rows } from '../src/platform/db.ts'
import type { Draining } from '../src/platform/jobs.ts'
import { aSmallShop } from './builders.ts'
import { holdToContract } from './conformance.ts'
import { openShop, type ShopOptions, type TestShop } from './open-shop.ts'

export interface PayingShop {
  readonly shop: TestShop
  readonly app: FastifyInstance
  readonly stripe: StripeSandbox
  /** Does every waiting job, with the shop's own handlers, until none is left. */
  readonly work: (how?: Draining) => Promise<number>
  readonly close: () => Promise<void>
}

export interface PayingOptions extends Partial<ShopOptions> {
  readonly events?: 'delivered' | 'held-back'
  /** Puts something between the shop and its world: faults, counters. */
  readonly around?: (shop: TestShop) => TestShop
}

/** The whole shop behind HTTP with the payment sandbox beside it; the sandbox's events reach its webhook. */
export async function openPayingShop({
  events = 'delivered',
  around = (world) => world,
  ...rest
}: PayingOptions = {}): Promise<PayingShop> {
  const now = rest.now ?? '2026-11-20T10:00:00+11:00'
  // The bank's clock is the shop's, which does not run before there is a shop.
  let seconds = () => Temporal.Instant.from(now).epochMilliseconds / 1_000
  const stripe = await startStripeSandbox({ secretKey: sandboxKeys.secretKey, clock: () => seconds() })
  const world = await openShop({ ...rest, now, environment: { STRIPE_API_BASE: stripe.url, ...rest.environment } })
  seconds = () => Math.floor(world.clock.now().epochMilliseconds / 1_000)
  await aSmallShop(world)
  await openDays(world)
  const shop = around(world)
  const handlers = jobHandlers(shop)
  const app = await buildHttpApp(shop, async () => ({ database: true, migrations: true, queue: true }))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  if (events === 'delivered')
    stripe.deliverTo({ url: `${address}/api/stripe/webhook`, secret: sandboxKeys.webhookSecret })
  return {
    shop,
    app,
    stripe,
    work: async (how) => {
      let done = 0
      for (;;) {
        if (events === 'delivered') await stripe.events.settled()
        const some = await shop.runJobs(handlers, how)
        done += some
        if (some === 0) return done
      }
    },
    close: async () => {
      await app.close()
      await stripe.close()
      await shop.close()
    },
  }
}

/** A browser without a page: it keeps its cookies, and takes no answer that is not as the contract says. */
export interface Visitor extends Client {
  readonly cookies: Map<string, string>
}

export function aVisitor(app: FastifyInstance): Visitor {
  const cookies = new Map<string, string>()
  // A client takes whatever its carrier throws for a broken network, so the true reason is kept for it.
  let difference: unknown
  const client = createClient(async (path, init) => {
    const reply = await app.inject({
      method: init.method as 'GET',
      url: path,
      headers: { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(init.body !== undefined && { payload: init.body }),
    })
    for (const { name, value } of reply.cookies) cookies.set(name, value)
    try {
      holdToContract({
        method: init.method,
        url: path,
        status: reply.statusCode,
        contentType: String(reply.headers['content-type']),
        body: reply.body,
      })
    } catch (error) {
      difference = error
      throw error
    }
    return new Response(reply.statusCode === 204 ? null : reply.body, {
      status: reply.statusCode,
      headers: { 'content-type': String(reply.headers['content-type']) },
    })
  })
  const call: Client['call'] = (line, asked) =>
    client.call(line, asked).catch((error: unknown) => {
      throw difference ?? error
    })
  return { call, cookies }
}

export const morning: WindowId = 'win_inner-morning'
export const afternoon: WindowId = 'win_inner-afternoon'
export const saturday = '2026-11-21' as const

export interface Wish {
  readonly variantId?: VariantId
  readonly quantity?: number
  readonly windowId?: WindowId
  readonly day?: ShopDay
  readonly email?: string
  readonly cardMessage?: string
}

/** A cart with everything placing asks for. */
export async function aFilledCart(visitor: Visitor, wish: Wish = {}): Promise<Cart> {
  const {
    variantId = 'var_peace-lily-one',
    quantity = 1,
    windowId = morning,
    day = saturday,
    email = 'mercy@example.com',
    cardMessage = 'Dear June',
  } = wish
  const cart = await visitor.call('POST /cart/lines', {
    body: { variantId, quantity, postcode: '3067', day, windowId },
  })
  await visitor.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId: cart.deliveries[0]!.id as DeliveryId },
    body: {
      cardMessage,
      recipient: { name: 'June Okafor', phone: '0491 570 156', line1: '12 Nicholson Street', suburb: 'Abbotsford' },
    },
  })
  return visitor.call('PUT /cart/buyer', { body: { name: 'Mercy Okafor', email, phone: '' } })
}

export function place(visitor: Visitor, toPay: Money, key: string = crypto.randomUUID()): Promise<Placed> {
  return visitor.call('POST /checkout/orders', { headers: { 'idempotency-key': key }, body: { toPay } })
}

export async function placedOrder(visitor: Visitor, wish: Wish = {}): Promise<Placed> {
  const cart = await aFilledCart(visitor, wish)
  return place(visitor, cart.toPay)
}

/** Pays as the browser's form does: with the client secret and a card, straight at the payment service. */
export async function pay(
  stripe: StripeSandbox,
  { payment }: Placed,
  card = 'pm_card_visa',
): Promise<{ status: number; body: Record<string, unknown> }> {
  const intentId = payment!.clientSecret.split('_secret_')[0]!
  const reply = await fetch(`${stripe.url}/v1/payment_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stripe.publishableKey}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      client_secret: payment!.clientSecret,
      payment_method: card,
      return_url: 'http://127.0.0.1/return',
    }),
  })
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}

/** How the counters and the orders of a shop stand to each other; they must say the same. */
export async function theBooks({ db }: Pick<TestShop, 'db'>): Promise<{ counters: object; orders: object }> {
  const [counters] = await rows<object>(
    db,
    sql`select (select coalesce(sum(taken), 0)::int from stock_items) as stock,
          (select coalesce(sum(taken), 0)::int from delivery_places) as places,
          (select coalesce(sum(taken), 0)::int from bench_days) as minutes`,
  )
  const [orders] = await rows<object>(
    db,
    sql`select (select coalesce(sum(s.quantity), 0)::int from order_stock s join orders o on o.id = s.order_id where o.places in ('held', 'kept')) as stock,
          (select count(*)::int from order_deliveries d join orders o on o.id = d.order_id where o.places in ('held', 'kept')) as places,
          (select coalesce(sum(d.bench_minutes), 0)::int from order_deliveries d join orders o on o.id = d.order_id where o.places in ('held', 'kept')) as minutes`,
  )
  return { counters: counters!, orders: orders! }
}

export const aud = (minor: number): Money => money(minor, 'AUD')
