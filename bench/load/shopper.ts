import type { Cart } from '@flora/contract/cart.ts'
import type { Placed } from '@flora/contract/checkout.ts'
import type { DeliveryCalendar } from '@flora/contract/delivery.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'
import type { Flora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'
import { type Answer, connect, type Connection, request } from './connection.ts'

/** What somebody wants: a size of a product, somewhere, on a day, in a window. */
export interface Wish {
  readonly variantId: string
  readonly postcode: string
  readonly suburb: string
  readonly day: string
  readonly windowId: string
}

export interface Placing {
  readonly answer: Answer
  /** From sending the placement to having its answer. */
  readonly tookMs: number
}

/** Somebody with a browser of her own: a connection, a cookie, and nothing else. */
export interface Shopper {
  readonly fillCart: (wish: Wish) => Promise<Cart>
  readonly place: (cart: Cart) => Promise<Placing>
  /** Pays with a good card, as the payment form in the browser does: straight at the payment service. */
  readonly pay: (placed: Placed) => Promise<void>
  readonly readOrder: (link: string) => Promise<Answer>
  /** Requests the shop answered so far. */
  readonly requests: () => number
  readonly leave: () => void
}

export async function aShopper({ url, stripeUrl }: Pick<Flora, 'url' | 'stripeUrl'>): Promise<Shopper> {
  const shop = await connect(url)
  const stripe: Connection | undefined = stripeUrl ? await connect(stripeUrl) : undefined
  const browser = aBrowser(shop)
  return {
    fillCart: (wish) => fillCart(browser, wish),
    place: (cart) => place(browser, cart),
    pay: (placed) => pay(stripe!, placed),
    readOrder: (link) => browser.send('GET', `/api/orders/${link}`),
    requests: browser.requests,
    leave: () => {
      shop.close()
      stripe?.close()
    },
  }
}

/** What remembers the shop's cookie between requests. */
interface Browser {
  readonly send: (
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  readonly forgetCookie: () => void
  readonly requests: () => number
}

function aBrowser(shop: Connection): Browser {
  let cookie = ''
  let requests = 0
  return {
    send: async (method, path, body, headers = {}) => {
      requests += 1
      const answer = await shop.ask(
        request(method, path, {
          headers: {
            accept: 'application/json',
            ...(body && { 'content-type': 'application/json' }),
            ...(cookie && { cookie }),
            ...headers,
          },
          ...(body && { body: JSON.stringify(body) }),
        }),
      )
      if (answer.cookies[0]) cookie = answer.cookies[0]
      return answer
    },
    forgetCookie: () => {
      cookie = ''
    },
    requests: () => requests,
  }
}

async function fillCart(browser: Browser, { variantId, postcode, suburb, day, windowId }: Wish): Promise<Cart> {
  // Every cart begins as a stranger's.
  browser.forgetCookie()
  const first = read<Cart>(
    await browser.send('POST', '/api/cart/lines', { variantId, quantity: 1, postcode, day, windowId }),
  )
  const recipient = { name: 'June Okafor', phone: '0491 570 156', line1: '12 Nicholson Street', suburb }
  await browser.send('PATCH', `/api/cart/deliveries/${first.deliveries[0]!.id}`, {
    suburb,
    recipient,
    cardMessage: 'Happy birthday, dear June! With love from all of us.',
  })
  return read<Cart>(
    await browser.send('PUT', '/api/cart/buyer', {
      name: 'Mercy Okafor',
      email: `mercy.${crypto.randomUUID().slice(0, 8)}@example.com`,
      phone: '',
    }),
  )
}

async function place(browser: Browser, { toPay }: Cart): Promise<Placing> {
  const begun = performance.now()
  const answer = await browser.send(
    'POST',
    '/api/checkout/orders',
    { toPay },
    { 'idempotency-key': crypto.randomUUID() },
  )
  return { answer, tookMs: performance.now() - begun }
}

async function pay(stripe: Connection, { payment }: Placed): Promise<void> {
  const secret = payment!.clientSecret
  const form = new URLSearchParams({
    client_secret: secret,
    payment_method: 'pm_card_visa',
    return_url: 'http://127.0.0.1/return',
  }).toString()
  const headers = {
    authorization: `Bearer ${sandboxKeys.publishableKey}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const { status, body } = await stripe.ask(
    request('POST', `/v1/payment_intents/${secret.split('_secret_')[0]}/confirm`, { headers, body: form }),
  )
  if (status !== 200) throw new Error(`the payment sandbox answered ${status}: ${body.slice(0, 300)}`)
}

/** The body of an answer that must be good. */
export function read<T>({ status, body }: Answer): T {
  if (status >= 300) throw new Error(`the shop answered ${status}: ${body.slice(0, 300)}`)
  return JSON.parse(body) as T
}

/** What people may wish for in this shop: many products, many places, many days, as on an ordinary day. */
export async function wishes(flora: Pick<Flora, 'url'>, database: string): Promise<Wish[]> {
  const variants = await ask<{ id: string }>(database, [
    `
    select v.id from variants v join products p on p.id = v.product_id
    where p.status = 'live' and p.kind in ('bouquet', 'arrangement') and p.season_months is null and p.lead_days = 0 and v.active order by v.id`,
  ])
  const zones = await ask<{ postcode: string; suburb: string }>(database, [
    `
    select distinct on (zone_id) postcode, suburb from postcodes order by zone_id, postcode, suburb`,
  ])
  const connection = await connect(flora.url)
  const places: Omit<Wish, 'variantId'>[] = []
  for (const { postcode, suburb } of zones) {
    const calendar = read<DeliveryCalendar>(
      await connection.ask(request('GET', `/api/delivery/calendar?postcode=${postcode}`)),
    )
    for (const { day, windows } of calendar.days.slice(2, 30)) {
      for (const { id, open, method } of windows)
        if (open && method === 'standard') places.push({ postcode, suburb, day, windowId: id })
    }
  }
  connection.close()
  if (variants.length === 0 || places.length === 0)
    throw new Error('this shop has nothing to sell or nowhere to bring it')
  // Coprime strides walk through all of both lists without going together.
  return Array.from({ length: 4_000 }, (_, n) => ({
    variantId: variants[(n * 7_919) % variants.length]!.id,
    ...places[(n * 104_729) % places.length]!,
  }))
}
