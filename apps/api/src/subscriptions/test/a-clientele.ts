import type { AddressInfo } from 'node:net'
import { daysAfter, weekdayOf } from '@flora/calendar/shop-day.ts'
import { type AccountId, newId, type SubscriptionId } from '@flora/contract/ids.ts'
import type { Frequency, SubscriptionKind } from '@flora/contract/subscriptions.ts'
import { aVisitor, morning, type PayingShop } from '../../../test/open-paying-shop.ts'
import { meaningfulEvents } from '../../payments/receive-event.ts'
import { sandboxKeys } from '../../platform/config.ts'
import { recordset, rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { insertSubscription } from '../subscription-queries.ts'
import { aGift } from './a-mixed-cart.ts'
import { choice, plan } from './a-subscriber.ts'

/** How a hundred subscribers want it. */
const hundred: readonly (readonly [SubscriptionKind, Frequency, number])[] = [
  ['recurring', 'weekly', 8],
  ['recurring', 'fortnightly', 22],
  ['recurring', 'monthly', 45],
  ['recurring', 'quarterly', 10],
  ['recurring', 'yearly', 5],
  ['surprise', 'weekly', 2],
  ['surprise', 'fortnightly', 3],
  ['surprise', 'monthly', 5],
]
const rhythms = hundred.flatMap(([kind, frequency, count]) =>
  Array.from({ length: count }, () => [kind, frequency] as const),
)

const firstDays = 29
const perAccount = 10
const gifts = { oneIn: 100, least: 2 }

export interface Subscribed {
  readonly id: SubscriptionId
  readonly accountId: AccountId
  readonly goodCard: string
  /** Of two in a hundred: the card they have while their bank says no. */
  readonly poorCard: string | undefined
}

/** So many subscribers of every kind and rhythm, each tenth on trial, and some gifts; ten subscriptions are one account's. */
export async function aClientele(open: PayingShop, count: number): Promise<Subscribed[]> {
  const { shop, app, stripe } = open
  // What a shop has Stripe tell it: what means something to its orders.
  const { port } = app.server.address() as AddressInfo
  const events = [...meaningfulEvents]
  stripe.deliverTo({ url: `http://127.0.0.1:${port}/api/stripe/webhook`, secret: sandboxKeys.webhookSecret, events })
  for (let gift = 0; gift < Math.max(gifts.least, count / gifts.oneIn); gift += 1) await aGiftOfMany(open, gift)
  const accounts = await accountsFor(open, Math.ceil(count / perAccount))
  const subscribed = await Promise.all(
    Array.from({ length: count }, async (_, one): Promise<Subscribed> => {
      const { accountId, customer, card } = accounts[Math.floor(one / perAccount)]!
      const poorCard = await poorCardOf(open, { one, customer })
      return { id: newId('sub'), accountId, goodCard: card, poorCard }
    }),
  )
  await shop.inTransaction(async (tx) => {
    for (const [one, { id, accountId, goodCard }] of subscribed.entries()) {
      // A thousand begin with every rhythm on every day: 37 and a hundred have nothing in common.
      const [kind, frequency] = rhythms[(one * 37) % rhythms.length]!
      const day = daysAfter('2026-11-30', one % firstDays)
      await insertSubscription(tx, {
        id,
        accountId,
        kind,
        frequency,
        anchorDay: weekdayOf(day) === 7 ? daysAfter(day, 1) : day,
        variantId: choice,
        quantity: 1 + (one % 3),
        windowId: morning,
        plan,
        at: shop.clock.now(),
        unitMinor: 6_000,
        feeMinor: 1_200,
        discountBasisPoints: 1_000,
        trialBasisPoints: one % 10 === 0 ? 2_500 : 0,
        cardId: goodCard,
        creationKey: `year ${one}`,
      })
    }
  })
  return subscribed
}

async function aGiftOfMany(open: PayingShop, gift: number): Promise<void> {
  const frequency = (['weekly', 'fortnightly', 'monthly'] as const)[gift % 3]!
  await aGift(open, aVisitor(open.app), {
    deliveries: 3 + (gift % 4),
    frequency,
    email: `giver${gift}@example.com`,
  })
}

async function accountsFor(
  { shop }: PayingShop,
  count: number,
): Promise<{ accountId: AccountId; customer: string; card: string }[]> {
  const accounts = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const accountId: AccountId = `acc_year-${n}`
      const { id: customer } = await shop.stripe.customers.create({ metadata: { account: accountId } })
      const { id: card } = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
      return { accountId, customer, card, email: `subscriber${n}@example.com` }
    }),
  )
  const at = shop.clock.now().toString()
  await shop.inTransaction((tx) =>
    rows(
      tx,
      sql`with given as materialized (select * from jsonb_to_recordset(${recordset(accounts)}) as a ("accountId" text, customer text, email text)),
          made as (insert into accounts (id, email, name, created_at) select "accountId", email, 'Mercy Okafor', ${at} from given)
          insert into customers (account_id, stripe_customer_id) select "accountId", customer from given`,
    ),
  )
  return accounts
}

/** Of two in a hundred one bank has no money, and another one wants to see its customer. */
async function poorCardOf(
  { shop }: PayingShop,
  { one, customer }: { one: number; customer: string },
): Promise<string | undefined> {
  if (one % 50 !== 11) return undefined
  const card = one % 100 === 11 ? 'pm_card_chargeCustomerFail' : 'pm_card_authenticationRequired'
  return (await shop.stripe.paymentMethods.attach(card, { customer })).id
}
