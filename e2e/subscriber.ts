import assert from 'node:assert/strict'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { SubscriptionPlan } from '@flora/contract/subscription-plan.ts'
import type { Client } from '@flora/client/client.ts'
import { type Customer, hasAccount, somebody } from './customer.ts'
import { aNeighbour } from './neighbour.ts'
import type { Town } from './open-town.ts'

export interface Subscriber {
  readonly customer: Customer
  readonly client: Client
  readonly subscriptionId: SubscriptionId
}

// Days ahead that are open, counted from the next one: far enough that everything may still be changed.
const firstOpenDay = 10

/** Somebody who began to subscribe some time ago, without a browser: a bunch every week to Abbotsford. */
export async function aSubscriber(town: Town, who: string): Promise<Subscriber> {
  const customer = somebody(who)
  await hasAccount(town, customer)
  const client = aNeighbour(town)
  await client.call('POST /auth/login', { body: { email: customer.email, password: customer.password } })
  const { variants } = await client.call('GET /products/:slug', { params: { slug: 'rose-street-bunch' } })
  const variantId = variants[0]!.id
  const { days } = await client.call('GET /delivery/calendar', {
    query: { postcode: '3067', lines: `${variantId}:1` as never },
  })
  const { day, windows } = days.filter(({ open }) => open).at(firstOpenDay)!
  const window = windows.find(({ open, method }) => open && method === 'standard')
  assert.ok(window, 'a van goes there that day')
  const choice = {
    kind: 'recurring',
    frequency: 'weekly',
    variantId,
    quantity: 1,
    windowId: window.id,
    firstDay: day,
  } as const
  const { perDelivery } = await client.call('POST /subscriptions/quote', { body: { ...choice, postcode: '3067' } })
  const { id } = await client.call('POST /subscriptions', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { ...choice, perDelivery, cardId: await keepCard(town, client), plan },
  })
  return { customer, client, subscriptionId: id }
}

const plan: SubscriptionPlan = {
  recipient: {
    name: 'June Okafor',
    phone: '0491 570 156',
    line1: '12 Nicholson Street',
    line2: '',
    suburb: 'Abbotsford',
    postcode: '3067',
  },
  instructions: 'Side gate.',
  cardMessage: 'For the kitchen table.',
  anonymous: false,
  substitution: 'nearest-match',
  excludedWeekdays: [],
  excludedDays: [],
}

// Confirms the setup as the browser's card form does.
async function keepCard({ stripe }: Town, client: Client): Promise<string> {
  const { clientSecret } = await client.call('POST /account/subscriptions/card-setup', { body: {} })
  const [intentId] = clientSecret.split('_secret_')
  const reply = await fetch(`${stripe.url}/v1/setup_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${stripe.publishableKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
  })
  assert.equal(reply.status, 200)
  return ((await reply.json()) as { payment_method: string }).payment_method
}
