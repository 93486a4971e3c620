import { daysAfter } from '@flora/calendar/shop-day.ts'
import type { Client } from '@flora/client/client.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { CartSubscriptionWish, SubscriptionPlan } from '@flora/contract/subscription-plan.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import { demoCustomers } from '../apps/api/src/demo/demo-customers.ts'
import { demoPassword } from '../apps/api/src/demo/demo-staff.ts'
import { isToADoor } from './demo-orders.ts'
import { aVisitor } from './demo-visitor.ts'

interface DemoFlowers {
  readonly product: string
  /** Which of its sizes, from 0. */
  readonly size: number
  readonly kind: CartSubscriptionWish['kind']
  readonly frequency: CartSubscriptionWish['frequency']
  /** It begins on the first open day that is so many days ahead. */
  readonly inDays: number
  readonly to: readonly [name: string, street: string, suburb: string, postcode: string]
  readonly card: string
  readonly note?: string
  /** ISO weekdays on which a surprise would find nobody at home. */
  readonly neverOn?: readonly number[]
}

interface DemoSubscription extends DemoFlowers {
  readonly by: keyof typeof demoCustomers
  /** What she did after it had begun. */
  readonly afterwards?: 'leaves-one-out' | 'pauses'
}

// All of it begins so far ahead that nothing is charged yet, and everything may still be moved, left out or changed. Mercy has two: a
// page of somebody's subscriptions is to be seen with more than one.
const subscriptions: readonly DemoSubscription[] = [
  {
    by: 'mercy',
    product: 'florists-choice',
    size: 1,
    kind: 'recurring',
    frequency: 'fortnightly',
    inDays: 8,
    to: ['June Okafor', '12 Nicholson Street', 'Abbotsford', '3067'],
    card: 'Fresh ones, Mum.\nMercy',
    note: 'Side gate.',
  },
  {
    by: 'mercy',
    product: 'florists-choice',
    size: 0,
    kind: 'recurring',
    frequency: 'weekly',
    inDays: 11,
    to: ['Mercy Okafor', '27 Westgarth Street', 'Northcote', '3070'],
    card: '',
    note: 'On the porch, out of the sun.',
    afterwards: 'leaves-one-out',
  },
  {
    by: 'kofi',
    product: 'rose-street-bunch',
    size: 1,
    kind: 'surprise',
    frequency: 'monthly',
    inDays: 9,
    to: ['Ama Boateng', '94 Smith Street', 'Collingwood', '3066'],
    card: 'Because it is an ordinary day.\nK.',
    neverOn: [1],
  },
  {
    by: 'ella',
    product: 'florists-choice',
    size: 0,
    kind: 'recurring',
    frequency: 'weekly',
    inDays: 10,
    to: ['Ella Park', '31 Toorak Road', 'South Yarra', '3141'],
    card: '',
    afterwards: 'pauses',
  },
]

// Paid at once, by a guest.
const gift = {
  from: { name: 'Rosalind Walsh', email: 'rosalind.walsh@example.com', phone: '0491 570 156' },
  deliveries: 4,
  flowers: {
    product: 'florists-choice',
    size: 1,
    kind: 'recurring',
    frequency: 'monthly',
    inDays: 13,
    to: ['Bea Walsh', '56 Johnston Street', 'Fitzroy', '3065'],
    card: 'One a month, until the exams are behind you.\nAunt Ro',
  } satisfies DemoFlowers,
}

/** Two deliveries or three of a weekly bunch are left out by it. */
const pausedDays = 21

export interface DemoTown {
  readonly url: string
  /** Of the shop's staff: asked whether there are subscriptions already. */
  readonly florist: Client
  /** The text of a letter to that address, once one is there that `says` so. */
  readonly letterTo: (email: string, says: RegExp) => Promise<string>
}

/** Somebody who has asked for an account and got the letter with its link, in the browser that asked. */
export interface DemoCustomer {
  readonly who: string
  readonly visitor: Client
  readonly token: string
}

const link = /\/verify#([A-Za-z0-9_-]{43})/

/**
 * Asks for the accounts of those who will subscribe. Passwords and letters take a while that somebody else can use. Nobody asks where
 * somebody subscribes already.
 */
export async function askForAccounts({ url, florist, letterTo }: DemoTown): Promise<readonly DemoCustomer[]> {
  const { counts } = await florist.call('GET /desk/subscriptions', { query: {} })
  if (counts.active + counts.paused + counts.cancelled > 0) return []
  const asking = Object.entries(demoCustomers).map(async ([who, { name, email }]) => {
    const visitor = aVisitor(url)
    await visitor.call('POST /auth/register', { body: { name, email, password: demoPassword } })
    const [, token] = link.exec(await letterTo(email, link))!
    return { who, visitor, token: token! }
  })
  return Promise.all(asking)
}

/**
 * Gives a demo shop its first subscriptions, as their owners begin them: by the shop's own API, with an account from a letter's link and
 * a card that is kept at the payment sandbox. Says how many there were; the gift begins by itself when its payment is told.
 */
export async function placeDemoSubscriptions(url: string, customers: readonly DemoCustomer[]): Promise<number> {
  if (customers.length === 0) return 0
  let placed = 0
  for (const { who, visitor, token } of customers) {
    await visitor.call('POST /auth/verify', { body: { token } })
    const cardId = await keepCard(visitor)
    for (const wish of subscriptions.filter(({ by }) => by === who))
      if (await subscribe(visitor, cardId, wish)) placed += 1
  }
  return (await give(aVisitor(url))) ? placed + 1 : placed
}

async function keepCard(customer: Client): Promise<string> {
  const { clientSecret, payments } = await customer.call('POST /account/subscriptions/card-setup', { body: {} })
  const { payment_method: cardId } = await confirm(payments, 'setup_intents', clientSecret)
  return cardId
}

async function subscribe(customer: Client, cardId: string, wish: DemoSubscription): Promise<boolean> {
  const choice = await choose(customer, wish)
  if (!choice) return false
  const { plan, ...asked } = choice
  const { postcode } = plan.recipient
  const { perDelivery } = await customer.call('POST /subscriptions/quote', { body: { ...asked, postcode } })
  const begun = await customer.call('POST /subscriptions', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { ...choice, cardId, perDelivery },
  })
  if (wish.afterwards === 'pauses') await pause(customer, begun, choice)
  if (wish.afterwards === 'leaves-one-out') await leaveOneOut(customer, begun)
  return true
}

async function pause(customer: Client, { id }: Subscription, { firstDay }: CartSubscriptionWish): Promise<void> {
  await customer.call('POST /account/subscriptions/:subscriptionId/pause', {
    params: { subscriptionId: id },
    body: { until: daysAfter(firstDay, pausedDays) },
  })
}

async function leaveOneOut(customer: Client, { id, occurrences }: Subscription): Promise<void> {
  const next = occurrences.find(({ can }) => can.skip.ok)!
  await customer.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
    params: { subscriptionId: id, occurrenceId: next.id },
    body: {},
  })
}

async function give(giver: Client): Promise<boolean> {
  const choice = await choose(giver, gift.flowers)
  if (!choice) return false
  await giver.call('POST /cart/subscriptions', { body: { ...choice, gift: { deliveries: gift.deliveries } } })
  const { toPay } = await giver.call('PUT /cart/buyer', { body: gift.from })
  const { payment } = await giver.call('POST /checkout/orders', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { toPay },
  })
  const { payments } = await giver.call('GET /shop', {})
  await confirm(payments, 'payment_intents', payment!.clientSecret)
  return true
}

/** What is wished for as the shop asks for it; undefined when no day is open to it. */
async function choose(visitor: Client, wish: DemoFlowers): Promise<CartSubscriptionWish | undefined> {
  const { product, size, kind, frequency, inDays, to } = wish
  const { variants } = await visitor.call('GET /products/:slug', { params: { slug: product } })
  const variantId = variants[size]!.id
  const { days } = await visitor.call('GET /delivery/calendar', {
    query: { postcode: to[3], lines: `${variantId}:1` },
  })
  const earliest = daysAfter(days[0]!.day, inDays)
  const first = days.find(({ day, windows }) => day >= earliest && windows.some(isToADoor))
  const window = first?.windows.find(isToADoor)
  if (!first || !window) return undefined
  return {
    kind,
    frequency,
    variantId,
    quantity: 1,
    windowId: window.id,
    firstDay: first.day,
    plan: planOf(wish),
  }
}

function planOf({ to: [name, line1, suburb, postcode], card, note, neverOn }: DemoFlowers): SubscriptionPlan {
  return {
    recipient: { name, phone: '0491 570 156', line1, line2: '', suburb, postcode },
    instructions: note ?? '',
    cardMessage: card,
    anonymous: false,
    substitution: 'nearest-match',
    excludedWeekdays: [...(neverOn ?? [])],
    excludedDays: [],
  }
}

// As the browser's card form does, straight at the sandbox.
async function confirm(
  payments: ShopFacts['payments'],
  kind: 'payment_intents' | 'setup_intents',
  clientSecret: string,
): Promise<{ payment_method: string }> {
  if (payments.mode !== 'sandbox')
    throw new Error('Demo subscriptions are paid at the payment sandbox and nowhere else.')
  const reply = await fetch(`${payments.apiBase}/v1/${kind}/${clientSecret.split('_secret')[0]}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${payments.publishableKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      client_secret: clientSecret,
      payment_method: 'pm_card_visa',
      // Where a bank would send her back to, which this card's doesn't.
      ...(kind === 'payment_intents' && { return_url: 'http://localhost/' }),
    }),
  })
  if (!reply.ok) throw new Error(`The payment sandbox took no card for the demo subscriptions: ${await reply.text()}`)
  return (await reply.json()) as { payment_method: string }
}
