import { isBefore } from '@flora/calendar/instant.ts'
import { daysAfter, shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import { newId, type SubscriptionId } from '@flora/contract/ids.ts'
import { horizonDays } from '@flora/contract/subscriptions.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { findShopTerms, nominalDay, type ShopTerms } from '../offers/index.ts'
import { letGoOrder } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { daysAroundPeriod, type Place, placesToTry } from './draw.ts'
import { insertOccurrence, listOtherDays, lockStale, markDrawn, markNotComing } from './occurrence-queries.ts'
import { endGift } from './end-gift.ts'
import { placeOccurrence, type Placed } from './place-occurrence.ts'
import { pauseByRule } from './pause-by-rule.ts'
import type { Occurrence, Subscription } from './subscription.ts'
import { insertEvent, lockSubscription, markState } from './subscription-queries.ts'
import { tell } from './tell.ts'
import { countGiven } from './gift-queries.ts'

export type Drawing = Pick<Shop, 'inTransaction' | 'clock' | 'jobs' | 'config'>

/**
 * Brings a subscription's ledger up to what it is now: what was planned by another plan or for a day that closed is drawn up again,
 * and what comes into sight gets its places. Each delivery is a transaction; doing it twice, or two at once, changes nothing more.
 * Says how many deliveries it wrote.
 */
export async function drawUp(shop: Drawing, id: SubscriptionId): Promise<number> {
  for (let written = 0; ;) {
    const drew = await shop.inTransaction((tx) => drawNext(tx, shop, id))
    if (drew !== 'nothing') written += 1
    if (drew !== 'one of more') return written
  }
}

async function drawNext(tx: Tx, shop: Drawing, id: SubscriptionId): Promise<'nothing' | 'the last' | 'one of more'> {
  const subscription = await lockSubscription(tx, id)
  if (!subscription || subscription.state === 'cancelled') return 'nothing'
  const now = shop.clock.now()
  const terms = await findShopTerms(tx)
  const stale = await lockStale(tx, subscription, now)
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
    await tellMoved(tx, shop, { subscription, occurrenceId, from: nominal, placed })
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

  const places = withOwnDayFirst(await placesFor(tx, { subscription, terms, now }, period), {
    subscription,
    occurrence,
  })
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
    await tellMoved(tx, shop, { subscription, occurrenceId: id, from: before, placed })
}

// A delivery that she moved keeps its window where that still goes to the door.
function withOwnDayFirst(
  places: readonly Place[],
  { subscription, occurrence }: { subscription: Subscription; occurrence: Occurrence },
): Place[] {
  const { day, windowId, isMoved } = occurrence
  if (day === null) return [...places]
  // A surprise stays on its day unless that is excluded by now.
  if (subscription.kind === 'surprise' && !places.some((place) => place.day === day)) return [...places]
  return [
    ...(isMoved && windowId ? [{ day, windowId }] : []),
    { day, windowId: subscription.windowId },
    ...places.filter((place) => place.day !== day),
  ]
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

interface Moved {
  readonly subscription: Subscription
  readonly occurrenceId: Occurrence['id']
  readonly from: Occurrence['nominalDay']
  readonly placed: Extract<Placed, { kind: 'placed' }>
}

async function tellMoved(tx: Tx, shop: Drawing, { subscription, occurrenceId, from, placed }: Moved): Promise<void> {
  const { day, lastChangeAt } = placed.drawn
  const event = { subscriptionId: subscription.id, occurrenceId, at: shop.clock.now() }
  await insertEvent(tx, {
    ...event,
    kind: 'moved',
    who: 'shop',
    detail: { from, to: day, because: placed.first?.code },
  })
  if (!isBefore(shop.clock.now(), lastChangeAt)) return
  await tell(tx, shop, subscription, {
    once: `moved:${occurrenceId}:${day}`,
    news: { news: 'moved', from, day, because: placed.first?.message, until: lastChangeAt },
  })
}
