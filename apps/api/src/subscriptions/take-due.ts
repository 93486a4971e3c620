import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { OrderId, SubscriptionId } from '@flora/contract/ids.ts'
import { isZero, type Money } from '@flora/money/money.ts'
import { listVariantsForSale, takenByOne } from '../catalog/index.ts'
import { findShopTerms } from '../offers/index.ts'
import { confirmOrder, letGoOrder, lockOrders, type Order } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { type StockNeed, takeStock } from '../stock/index.ts'
import { giveBackOne } from './end-gift.ts'
import { insertOrderStock, markAttempt, markNotComing, takeDue } from './occurrence-queries.ts'
import type { Occurrence, Subscription } from './subscription.ts'
import { insertEvent, listSubscriptionsById } from './subscription-queries.ts'
import { tell } from './tell.ts'

type Taking = Pick<Shop, 'clock' | 'config' | 'jobs'>

/** A delivery that a worker took up to charge it. */
export interface Due {
  readonly occurrence: Occurrence & { readonly orderId: OrderId }
  readonly subscription: Subscription
  readonly toPay: Money
}

// A worker that is silent for so long is taken for dead. Stripe's client gives up long before.
const leaseMinutes = 5
// What one worker may take up at a time: with a few hands it is through long before its lease is over.
const atATime = 48

/**
 * Takes up deliveries whose time has come, some at a time, with their stems. Says how many it found and which of them a card is to be
 * asked for; the others are dealt with.
 */
export async function takeSomeDue(tx: Tx, shop: Taking): Promise<{ found: number; toCharge: Due[] }> {
  const now = shop.clock.now()
  const taken = await takeDue(tx, { now, until: now.add({ minutes: leaseMinutes }), limit: atATime })
  if (taken.length === 0) return { found: 0, toCharge: [] }
  const orders = await lockOrders(
    tx,
    taken.map(({ orderId }) => orderId),
  )
  const subscriptions = await listSubscriptionsById(
    tx,
    taken.map(({ subscriptionId }) => subscriptionId),
  )
  const alive = taken.flatMap((occurrence) => {
    const order = orders.get(occurrence.orderId)
    const subscription = subscriptionOf(subscriptions, occurrence)
    return order?.status === 'PENDING' && order.places === 'held' ? [{ occurrence, subscription, order }] : []
  })
  const going = new Set(alive.map(({ occurrence }) => occurrence.id))
  // Cancelled or paid by its page meanwhile: the ledger hears of it by itself.
  for (const occurrence of taken) if (!going.has(occurrence.id)) await letBe(tx, occurrence)
  const toMake = await withStems(tx, shop, { alive, now })
  for (const one of toMake) if (isZero(one.order.toPay)) await confirmUnasked(tx, shop, { ...one, now })
  const toCharge = toMake.flatMap(({ occurrence, subscription, order: { toPay } }) =>
    isZero(toPay) ? [] : [{ occurrence, subscription, toPay }],
  )
  return { found: taken.length, toCharge }
}

function subscriptionOf(
  subscriptions: ReadonlyMap<SubscriptionId, Subscription>,
  { id, subscriptionId }: Occurrence,
): Subscription {
  const subscription = subscriptions.get(subscriptionId)
  if (!subscription) throw new Error(`invariant broken: ${id} is due and ${subscriptionId} is gone`)
  return subscription
}

interface Alive extends Omit<Due, 'toPay'> {
  readonly order: Order
}

async function letBe(tx: Tx, occurrence: Occurrence): Promise<void> {
  const { declines, failure } = occurrence
  await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt: undefined })
}

/** Nothing to ask a card for: a gift is paid, and so is a first delivery on trial that costs nothing. Its stems are ordered all the same. */
async function confirmUnasked(
  tx: Tx,
  shop: Taking,
  { occurrence, order, now }: Alive & { now: Temporal.Instant },
): Promise<void> {
  const { id: orderId, toPay: paid, cutOffAt, occurrenceId } = order
  await confirmOrder(tx, shop, { orderId, paid, takePlacesAgain: false, cutOffAt, at: now, occurrenceId })
  await letBe(tx, occurrence)
}

interface Stems {
  readonly alive: readonly Alive[]
  readonly now: Temporal.Instant
}

/** Takes the stems now that they are ordered: of all together by one statement, and one by one only where some are short. */
async function withStems(tx: Tx, shop: Taking, { alive, now }: Stems): Promise<Alive[]> {
  const { zone } = await findShopTerms(tx)
  const firstAsked = alive.filter(({ occurrence }) => occurrence.attempts === 1)
  const ids = new Set(firstAsked.map(({ subscription }) => subscription.variantId))
  const variants = ids.size === 0 ? new Map() : await listVariantsForSale(tx, [...ids], shopDayAt(now, zone))
  const needsOf = ({ variantId, agreed }: Subscription): StockNeed[] | undefined => {
    const variant = variants.get(variantId)
    if (!variant) return undefined
    return takenByOne(variant).map(({ itemId, quantity }) => ({ itemId, quantity: quantity * agreed.quantity }))
  }
  const needs = new Map(firstAsked.map(({ occurrence, subscription }) => [occurrence.id, needsOf(subscription)]))
  // Short of one, it takes none; all counters are locked by then, in the order in which everybody locks them.
  const all = await takeStock(
    tx,
    [...needs.values()].flatMap((some) => some ?? []),
  )
  const toMake: Alive[] = []
  for (const one of alive) {
    const { occurrence } = one
    const isTaken =
      !needs.has(occurrence.id) ||
      (await takeStems(tx, one, { needs: needs.get(occurrence.id), isAllTaken: all.kind === 'taken', now }))
    if (isTaken) toMake.push(one)
    else await tellSoldOut(tx, shop, one, now)
  }
  return toMake
}

/**
 * The stems of one. When some are short, the nearest match goes in where she allows it, and the bench reads that in the order; else it
 * cannot be made.
 */
async function takeStems(
  tx: Tx,
  { occurrence, subscription }: Alive,
  { needs, isAllTaken, now }: { needs: StockNeed[] | undefined; isAllTaken: boolean; now: Temporal.Instant },
): Promise<boolean> {
  if (!needs) return false
  if (needs.length === 0) return true
  const stock = isAllTaken ? ({ kind: 'taken' } as const) : await takeStock(tx, needs)
  if (stock.kind === 'taken') {
    await insertOrderStock(tx, occurrence.orderId, needs)
    return true
  }
  if (subscription.plan.substitution !== 'nearest-match') return false
  const { id: occurrenceId, subscriptionId } = occurrence
  const detail = { short: stock.itemIds }
  await insertEvent(tx, { subscriptionId, occurrenceId, at: now, kind: 'nearest-match', who: 'shop', detail })
  return true
}

async function tellSoldOut(
  tx: Tx,
  shop: Taking,
  { occurrence, subscription }: Alive,
  now: Temporal.Instant,
): Promise<void> {
  const { id: occurrenceId, subscriptionId, orderId, day, nominalDay } = occurrence
  await letGoOrder(tx, orderId, now)
  await markNotComing(tx, occurrenceId, { state: 'could-not', because: 'sold-out' })
  await giveBackOne(tx, shop, subscription)
  const detail = { because: 'sold-out' }
  await insertEvent(tx, { subscriptionId, occurrenceId, at: now, kind: 'could-not', who: 'shop', detail })
  const because = 'There is not enough left to make it, and you asked us for no other stems instead.'
  const isSurprise = subscription.kind === 'surprise'
  await tell(tx, shop, subscription, {
    once: `could-not:${occurrenceId}`,
    news: { news: 'could-not', day: day ?? nominalDay, because, isSurprise },
  })
}
