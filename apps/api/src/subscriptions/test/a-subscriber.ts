import assert from 'node:assert/strict'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import type { NewSubscription, Subscription, SubscriptionPlan } from '@flora/contract/subscriptions.ts'
import { aProduct } from '../../../test/builders.ts'
import { morning, type PayingShop, type Visitor } from '../../../test/open-paying-shop.ts'
import { aCustomer, type Customer } from '../../customers/test/a-customer.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** What a subscription of the tests has, unless told otherwise: a bouquet of $60 that counts no stems. */
export const choice: VariantId = 'var_florists-choice-one'

/** A Thursday, eleven days after the shops of the tests open. */
export const firstDay: ShopDay = '2026-12-03'

export const plan: SubscriptionPlan = {
  recipient: {
    name: 'June Okafor',
    phone: '0491 570 156',
    line1: '12 Nicholson Street',
    line2: '',
    suburb: 'Abbotsford',
    postcode: '3067',
  },
  instructions: '',
  cardMessage: 'Dear June',
  anonymous: false,
  substitution: 'nearest-match',
  excludedWeekdays: [],
  excludedDays: [],
}

/** The florist's choice, as a shop sells it: its sizes are budgets, and what is in it is not counted beforehand. */
export async function sellByChoice({ shop }: Pick<PayingShop, 'shop'>): Promise<void> {
  await aProduct(shop, {
    slug: 'florists-choice',
    name: 'Florist’s choice',
    stockBy: 'nothing',
    benchMinutes: 10,
    sizes: { one: 6_000, generous: 9_000 },
  })
}

export interface Subscriber extends Customer {
  readonly cardId: string
}

/** Keeps a card as the browser does, for when she is away. */
export async function keepCard({ stripe }: PayingShop, visitor: Visitor, card = 'pm_card_visa'): Promise<string> {
  const { clientSecret } = await visitor.call('POST /account/subscriptions/card-setup', { body: {} })
  const [intentId] = clientSecret.split('_secret_')
  const reply = await fetch(`${stripe.url}/v1/setup_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stripe.publishableKey}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }),
  })
  assert.equal(reply.status, 200, await reply.clone().text())
  return ((await reply.json()) as { payment_method: string }).payment_method
}

export async function aSubscriber(open: PayingShop, card?: string): Promise<Subscriber> {
  const customer = await aCustomer(open)
  return { ...customer, cardId: await keepCard(open, customer.visitor, card) }
}

export async function subscribe(
  { visitor, cardId }: Subscriber,
  wish: Partial<NewSubscription> = {},
  key: string = crypto.randomUUID(),
): Promise<Subscription> {
  const { kind = 'recurring', frequency = 'weekly', variantId = choice, quantity = 1, windowId = morning } = wish
  const { perDelivery } = await visitor.call('POST /subscriptions/quote', {
    body: { kind, frequency, variantId, quantity, windowId, firstDay: wish.firstDay ?? firstDay, postcode: '3067' },
  })
  return visitor.call('POST /subscriptions', {
    headers: { 'idempotency-key': key },
    body: { kind, frequency, variantId, quantity, windowId, firstDay, plan, cardId, perDelivery, ...wish },
  })
}

/** Gives her card another bank: what it says from now on. */
export async function replaceCard(open: PayingShop, subscriber: Subscriber, card: string): Promise<string> {
  const { shop } = open
  const customer = (
    await rows<{ id: string }>(
      shop.db,
      sql`select stripe_customer_id as id from customers where account_id = ${subscriber.accountId}`,
    )
  )[0]!.id
  const { id } = await shop.stripe.paymentMethods.attach(card, { customer })
  await rows(shop.db, sql`update subscriptions set card_id = ${id} where account_id = ${subscriber.accountId}`)
  return id
}

export interface LedgerRow {
  readonly period: number
  readonly state: string
  readonly because: string | null
  readonly day: ShopDay | null
  readonly attempts: number
  readonly status: string | null
}

/** The ledger of a subscription with the state of each order. */
export function ledgerOf({ shop }: Pick<PayingShop, 'shop'>, id: string): Promise<LedgerRow[]> {
  return rows(
    shop.db,
    sql`select o.period, o.state, o.because, o.day::text as day, o.attempts, r.status
        from occurrences o left join orders r on r.id = o.order_id where o.subscription_id = ${id} order by o.period`,
  )
}
