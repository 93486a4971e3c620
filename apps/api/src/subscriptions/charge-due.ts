import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { money, type Money } from '@flora/money/money.ts'
import { listVariantsForSale, takenByOne } from '../catalog/index.ts'
import { findStripeCustomer } from '../customers/index.ts'
import { letGoOrder, lockOrder } from '../orders/index.ts'
import { chargeAway, type Charged } from '../payments/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { takeStock } from '../stock/index.ts'
import { retryAt } from './deadlines.ts'
import {
  findOrderNow,
  insertOrderStock,
  lockOccurrence,
  markAttempt,
  markNotComing,
  takeDue,
} from './occurrence-queries.ts'
import type { Occurrence, Subscription } from './subscription.ts'
import { findShopTerms, insertEvent, lockSubscription, readSubscription } from './subscription-queries.ts'
import { tell } from './tell.ts'

export type Charging = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log' | 'config'>

// A worker that is silent for so long is taken for dead. Stripe's client gives up long before.
const leaseMinutes = 5
const afterSilenceMinutes = 10
/** Calls to Stripe under way at a time: a thousand deliveries are charged in a few minutes, and a page of the shop still gets an answer. */
const hands = 6

/** Charges every delivery whose time has come and is not over. Says how many were asked for; harmless at any time, twice at once too. */
export async function chargeDue(shop: Charging): Promise<number> {
  const work = async (): Promise<number> => {
    for (let asked = 0; ; asked += 1) if (!(await chargeNext(shop))) return asked
  }
  // Most rounds find nothing to do, and one hand is enough to see that.
  if (!(await chargeNext(shop))) return 0
  const counts = await Promise.all(Array.from({ length: hands }, work))
  return counts.reduce((sum, count) => sum + count, 1)
}

// Transaction, call, transaction: whoever dies between leaves a delivery that is taken up again when its lease is over.
async function chargeNext(shop: Charging): Promise<boolean> {
  const taken = await shop.inTransaction((tx) => takeNext(tx, shop))
  if (taken === 'none') return false
  if (taken === 'over') return true
  try {
    await charge(shop, taken)
  } catch (err) {
    // What goes wrong with one must not stand in the way of the others: its lease ends, and it is taken up again.
    shop.log.error({ err, occurrence: taken.occurrence.id }, 'a delivery could not be charged')
  }
  return true
}

async function charge(shop: Charging, { occurrence, subscription, toPay }: Exclude<Taken, string>): Promise<void> {
  const charged = await chargeAway(shop, {
    orderId: occurrence.orderId!,
    toPay,
    key: occurrence.id,
    attempt: occurrence.attempts,
    customer: await findStripeCustomer(shop.db, subscription.accountId),
    card: subscription.cardId,
    returnUrl: `${shop.config.publicUrl}/account/subscriptions/${subscription.id}`,
  })
  await shop.inTransaction((tx) => note(tx, shop, { occurrence, toPay, charged, card: subscription.cardId }))
}

type Taken = 'none' | 'over' | { occurrence: Occurrence; subscription: Subscription; toPay: Money }

async function takeNext(tx: Tx, shop: Charging): Promise<Taken> {
  const now = shop.clock.now()
  const occurrence = await takeDue(tx, { now, until: now.add({ minutes: leaseMinutes }) })
  if (!occurrence?.orderId) return 'none'
  const order = await lockOrder(tx, occurrence.orderId)
  // Cancelled or paid by its page meanwhile: the ledger hears of it by itself.
  if (order?.status !== 'PENDING' || order.places !== 'held') {
    const { declines, failure } = occurrence
    await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt: undefined })
    return 'over'
  }
  const subscription = await readSubscription(tx, occurrence.subscriptionId)
  if (occurrence.attempts === 1 && !(await takeStems(tx, { occurrence, subscription, now }))) {
    await letGoOrder(tx, order.id, now)
    await markNotComing(tx, occurrence.id, { state: 'could-not', because: 'sold-out' })
    await insertEvent(tx, {
      ...about(occurrence),
      at: now,
      kind: 'could-not',
      who: 'shop',
      detail: { because: 'sold-out' },
    })
    await tell(tx, shop, subscription, { once: `could-not:${occurrence.id}`, news: soldOut(subscription, occurrence) })
    return 'over'
  }
  return { occurrence, subscription, toPay: order.toPay }
}

function soldOut({ kind }: Subscription, { day, nominalDay }: Occurrence) {
  const because = 'There is not enough left to make it, and you asked us for no other stems instead.'
  return { news: 'could-not', day: day ?? nominalDay, because, isSurprise: kind === 'surprise' } as const
}

/**
 * Takes the stems now that they are ordered. When some are short, the nearest match goes in where she allows it, and the bench
 * reads that in the order; else it cannot be made.
 */
async function takeStems(
  tx: Tx,
  { occurrence, subscription, now }: { occurrence: Occurrence; subscription: Subscription; now: Temporal.Instant },
): Promise<boolean> {
  const { variantId, agreed, plan } = subscription
  const { zone } = await findShopTerms(tx)
  const variant = (await listVariantsForSale(tx, [variantId], shopDayAt(now, zone))).get(variantId)
  if (!variant) return false
  const needs = takenByOne(variant).map(({ itemId, quantity }) => ({ itemId, quantity: quantity * agreed.quantity }))
  if (needs.length === 0) return true
  const stock = await takeStock(tx, needs)
  if (stock.kind === 'taken') {
    await insertOrderStock(tx, occurrence.orderId!, needs)
    return true
  }
  if (plan.substitution !== 'nearest-match') return false
  await insertEvent(tx, {
    ...about(occurrence),
    at: now,
    kind: 'nearest-match',
    who: 'shop',
    detail: { short: stock.itemIds },
  })
  return true
}

interface Noting {
  readonly occurrence: Occurrence
  readonly toPay: Money
  readonly charged: Charged
  readonly card: string
}

async function note(tx: Tx, shop: Charging, { occurrence, toPay, charged, card }: Noting): Promise<void> {
  const now = shop.clock.now()
  const { declines, failure } = occurrence
  switch (charged.kind) {
    case 'settled':
      await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt: undefined })
      return
    case 'silent': {
      const nextAttemptAt = now.add({ minutes: afterSilenceMinutes })
      await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt })
      return
    }
    case 'declined':
      return noteDecline(tx, shop, { occurrence, toPay, failure: charged.failure, card, now })
  }
}

interface Declined {
  readonly occurrence: Occurrence
  readonly toPay: Money
  readonly failure: string
  /** The one that was asked. */
  readonly card: string
  readonly now: Temporal.Instant
}

async function noteDecline(tx: Tx, shop: Charging, { occurrence, toPay, failure, card, now }: Declined): Promise<void> {
  const subscription = await lockSubscription(tx, occurrence.subscriptionId)
  const current = await lockOccurrence(tx, occurrence.subscriptionId, occurrence.id)
  const order = await findOrderNow(tx, occurrence.orderId!)
  if (!subscription || !current || !order || current.payUntil === null) return
  const declines = current.declines + 1
  // A card that was changed while the old one was asked is asked at once.
  const nextAttemptAt =
    subscription.cardId !== card ? now : retryAt({ declines, failure, at: now, payUntil: current.payUntil })
  if (!(await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt }))) return
  await insertEvent(tx, { ...about(occurrence), at: now, kind: 'card-declined', who: 'stripe', detail: { failure } })
  await tell(tx, shop, subscription, {
    once: `failed:${occurrence.id}:${occurrence.attempts}`,
    news: {
      news: 'failed',
      day: subscription.kind === 'surprise' ? undefined : (current.day ?? current.nominalDay),
      price: money(toPay.minor, toPay.currency),
      failure,
      link: order.link,
      until: current.payUntil,
      again: nextAttemptAt,
    },
  })
}

function about({ id, subscriptionId }: Occurrence) {
  return { subscriptionId, occurrenceId: id }
}
