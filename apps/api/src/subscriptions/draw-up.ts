import { daysAfter, shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import { newId, type SubscriptionId } from '@flora/contract/ids.ts'
import { horizonDays } from '@flora/contract/subscriptions.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { findShopTerms, nominalDay, type ShopTerms } from '../offers/index.ts'
import { letGoOrder } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { daysAroundPeriod, type Place, placesToTry, withOwnDayFirst } from './draw.ts'
import { drawTogether, type Drawing } from './draw-together.ts'
import { insertOccurrence, listOtherDays, lockStale, markDrawn, markNotComing } from './occurrence-queries.ts'
import { endGift } from './end-gift.ts'
import { placeOccurrence } from './place-occurrence.ts'
import { pauseByRule } from './pause-by-rule.ts'
import type { Occurrence, Subscription } from './subscription.ts'
import { insertEvent, lockSubscription, markState } from './subscription-queries.ts'
import { tell } from './tell.ts'
import { tellMoved } from './tell-moved.ts'
import { countGiven } from './gift-queries.ts'

/**
 * Brings a subscription's ledger up to what it is now: what was planned by another plan or for a day that closed is drawn up again,
 * and what comes into sight gets its places. Doing it twice, or two at once, changes nothing more.
 */
export async function drawUp(shop: Drawing, id: SubscriptionId): Promise<void> {
  for (const left of await drawTogether(shop, [id])) await drawOneByOne(shop, left)
}

/** The same for what was not to be had at the first try: each delivery is a transaction, and the days around are tried one after the other. */
export async function drawOneByOne(shop: Drawing, id: SubscriptionId): Promise<void> {
  let drew: Awaited<ReturnType<typeof drawNext>>
  do drew = await shop.inTransaction((tx) => drawNext(tx, shop, id))
  while (drew === 'one of more')
}

async function drawNext(tx: Tx, shop: Drawing, id: SubscriptionId): Promise<'nothing' | 'the last' | 'one of more'> {
  const subscription = await lockSubscription(tx, id)
  if (!subscription || subscription.state === 'cancelled') return 'nothing'
  const now = shop.clock.now()
  const terms = await findShopTerms(tx)
  const [stale] = await lockStale(tx, [id], { now, limit: 1 })
  if (stale) {
    await drawAgain(tx, shop, { subscription, occurrence: stale, terms, now })
    return 'one of more'
  }
  if (subscription.state === 'paused' && subscription.pausedUntil === null) return 'nothing'
  const today = shopDayAt(now, terms.zone)
  const isInSight = (period: number) => nominalDay(subscription, period) <= daysAfter(today, horizonDays)
  if (!isInSight(subscription.nextPeriod)) return 'nothing'
  // What could not be kept of a gift comes at its end: it is paid.
  if (subscription.gift && (await isGiven(tx, subscription, { today, now }))) return 'nothing'
  await drawFirst(tx, shop, { subscription, terms, now })
  return isInSight(subscription.nextPeriod + 1) ? 'one of more' : 'the last'
}

/** Whether all of a gift is drawn up. When all of it has come it is over, and nobody looks at it any more. */
async function isGiven(
  tx: Tx,
  { id, gift }: Subscription,
  { today, now }: { today: ShopDay; now: Temporal.Instant },
): Promise<boolean> {
  const { drawn, settled, lastDay } = await countGiven(tx, id, now)
  const { deliveries } = gift!
  if (settled >= deliveries && lastDay !== null && lastDay < today) {
    await markState(tx, id, { state: 'cancelled', at: now })
    await insertEvent(tx, { subscriptionId: id, at: now, kind: 'completed', who: 'shop' })
  }
  return drawn >= deliveries
}

interface Drawn {
  readonly subscription: Subscription
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
}

/** Writes the next period of the ledger. */
async function drawFirst(tx: Tx, shop: Drawing, { subscription, terms, now }: Drawn): Promise<void> {
  const { id, nextPeriod: period, pausedUntil } = subscription
  const nominal = nominalDay(subscription, period)
  const occurrenceId = newId('occ')
  const row = {
    id: occurrenceId,
    subscriptionId: id,
    period,
    nominalDay: nominal,
    planVersion: subscription.planVersion,
    at: now,
  }
  if (pausedUntil !== null && nominal < pausedUntil)
    return insertOccurrence(tx, row, { state: 'skipped', because: 'paused' })

  const places = await placesFor(tx, { subscription, terms, now }, period)
  const placed = await placeOccurrence(tx, { subscription, occurrenceId, period, places, terms, now })
  if (placed.kind === 'no') {
    if (placed.because.code === 'not-for-sale' && subscription.gift)
      return endGift(tx, shop, { subscription, who: 'shop', reason: 'not-for-sale' })
    if (placed.because.code === 'not-for-sale') return pauseByRule(tx, shop, subscription, 'not-for-sale')
    await insertOccurrence(tx, row, { state: 'could-not', because: placed.because.code })
    return tellCouldNot(tx, shop, {
      subscription,
      occurrence: { id: occurrenceId, nominalDay: nominal },
      because: placed.because,
    })
  }
  await insertOccurrence(tx, row, { drawn: placed.drawn })
  if (subscription.kind === 'recurring' && placed.drawn.day !== nominal)
    await tellMoved(tx, shop, [{ subscription, occurrenceId, from: nominal, ...placed }])
}

/** The places of a period, as the rule has them. */
async function placesFor(tx: Tx, { subscription, terms, now }: Drawn, period: number): Promise<Place[]> {
  const around = { id: subscription.id, except: period, ...daysAroundPeriod(subscription, period) }
  const others = await listOtherDays(tx, around)
  return placesToTry(subscription, { period, today: shopDayAt(now, terms.zone), others })
}

interface Again extends Drawn {
  readonly occurrence: Occurrence
}

/** Gives the places of a planned delivery back and takes those of the plan as it is now: on its day if that can be had. */
async function drawAgain(tx: Tx, shop: Drawing, { subscription, occurrence, terms, now }: Again): Promise<void> {
  const { id, orderId, day, period, isMoved, nominalDay: nominal } = occurrence
  if (orderId && !(await letGoOrder(tx, orderId, now)))
    // Its order is over by another road, and the ledger hears of that.
    return markNotComing(tx, id, { state: 'cancelled', because: 'order-over', keepOrder: true })

  const places = withOwnDayFirst(subscription, occurrence, await placesFor(tx, { subscription, terms, now }, period))
  const placed = await placeOccurrence(tx, { subscription, occurrenceId: id, period, places, terms, now })
  if (placed.kind === 'no') {
    await markNotComing(tx, id, { state: 'could-not', because: placed.because.code })
    return tellCouldNot(tx, shop, { subscription, occurrence, because: placed.because })
  }
  await markDrawn(tx, id, {
    drawn: placed.drawn,
    planVersion: subscription.planVersion,
    isMoved: isMoved && placed.drawn.day === day,
  })
  const before = day ?? nominal
  if (subscription.kind === 'recurring' && placed.drawn.day !== before)
    await tellMoved(tx, shop, [{ subscription, occurrenceId: id, from: before, ...placed }])
}

interface Untold {
  readonly subscription: Subscription
  readonly occurrence: Pick<Occurrence, 'id' | 'nominalDay'>
  readonly because: Obstacle
}

async function tellCouldNot(tx: Tx, shop: Drawing, { subscription, occurrence, because }: Untold): Promise<void> {
  const event = { subscriptionId: subscription.id, occurrenceId: occurrence.id, at: shop.clock.now() }
  await insertEvent(tx, { ...event, kind: 'could-not', who: 'shop', detail: { because: because.code } })
  await tell(tx, shop, subscription, {
    once: `could-not:${occurrence.id}`,
    news: {
      news: 'could-not',
      day: occurrence.nominalDay,
      because: because.message,
      isSurprise: subscription.kind === 'surprise',
    },
  })
}
