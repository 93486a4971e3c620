import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, SubscriptionId } from '@flora/contract/ids.ts'
import { findShopTerms } from '../offers/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { drawUp } from './draw-up.ts'
import { endGift } from './end-gift.ts'
import { pauseNotPossible, subscriptionEnded, subscriptionNotFound } from './errors.ts'
import { listOtherDays, lockChangeable, markPlannedAgain } from './occurrence-queries.ts'
import { firstPeriodFrom } from './period.ts'
import { skipPlanned } from './skip-planned.ts'
import { type By, doerOf, isRuledBy, mayRule, type Subscription } from './subscription.ts'
import { insertEvent, lockSubscription, markNextPeriod, markState } from './subscription-queries.ts'
import { tell } from './tell.ts'

export type RulingWhole = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'config'>

export type WhichOne = By & { readonly id: SubscriptionId }

// A pause that is longer is an end.
const longestPauseDays = 366

/** Pauses until a day: deliveries before it are skipped while they may still be changed, and it goes on by itself. */
export async function pause(shop: RulingWhole, which: WhichOne, until: ShopDay): Promise<void> {
  const at = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const subscription = await hers(tx, which)
    const may = mayRule(subscription).pause
    if (!may.ok) throw pauseNotPossible(may.because)
    const { zone } = await findShopTerms(tx)
    const today = shopDayAt(at, zone)
    const last = Temporal.PlainDate.from(today).add({ days: longestPauseDays }).toString()
    if (until <= today) throw pauseNotPossible('Please choose a day after today.')
    if (until > last) throw pauseNotPossible('A pause can be a year long. For longer, please end the subscription.')
    await markState(tx, which.id, { state: 'paused', pausedUntil: until, pausedBecause: 'customer', at })
    // A pause that is made shorter gives back what lies beyond it.
    await takeBackSkipped(tx, { id: which.id, at, from: until })
    const days = await skipPlanned(tx, { id: which.id, at, because: 'paused', before: until })
    await insertEvent(tx, { subscriptionId: which.id, at, kind: 'paused', who: doerOf(which), detail: { until, days } })
    await tell(tx, shop, subscription, {
      once: `paused:${which.id}:${subscription.version}`,
      news: { news: 'paused', until, because: 'customer' },
    })
    await shop.jobs.enqueue(tx, 'subscriptions/draw-up', { subscriptionId: which.id })
  })
  await drawUp(shop, which.id)
}

/** Ends a pause: by its owner before its day, or by the shop when the day has come. */
export async function resume(
  shop: RulingWhole,
  { id, ...of }: { accountId?: AccountId; staff?: AccountId; id: SubscriptionId },
): Promise<void> {
  const at = shop.clock.now()
  const by = of.staff ? { staff: of.staff } : of.accountId ? { accountId: of.accountId } : undefined
  await shop.inTransaction(async (tx) => {
    const subscription = by ? await hers(tx, { id, ...by }) : await lockSubscription(tx, id)
    // Who lets go on what goes on already has what she wanted.
    if (subscription?.state !== 'paused') return
    const { zone } = await findShopTerms(tx)
    const today = shopDayAt(at, zone)
    await markState(tx, id, { state: 'active', at })
    await takeBackSkipped(tx, { id, at, from: today })
    // Periods that went by while nothing was drawn up are nobody's loss: the ledger goes on with the first that is still to come.
    const next = firstPeriodFrom(subscription, today)
    if (subscription.pausedUntil === null && next > subscription.nextPeriod) await markNextPeriod(tx, id, next)
    await insertEvent(tx, { subscriptionId: id, at, kind: 'resumed', who: by ? doerOf(by) : 'shop' })
    await tell(tx, shop, subscription, {
      once: `resumed:${id}:${subscription.version}`,
      news: { news: 'resumed', next: undefined },
    })
    await shop.jobs.enqueue(tx, 'subscriptions/draw-up', { subscriptionId: id })
  })
  await drawUp(shop, id)
}

/** Ends a subscription. What may not be changed any more still comes, and is the last. */
export async function cancel(shop: RulingWhole, which: WhichOne, reason: string): Promise<void> {
  const at = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const subscription = await hers(tx, which)
    if (subscription.gift) return endGift(tx, shop, { subscription, who: doerOf(which), reason })
    const { zone } = await findShopTerms(tx)
    const today = shopDayAt(at, zone)
    await markState(tx, which.id, { state: 'cancelled', at })
    const days = await skipPlanned(tx, { id: which.id, at, because: 'ended' })
    const year = Temporal.PlainDate.from(today).add({ years: 1 }).toString() as ShopDay
    const left = await listOtherDays(tx, { id: which.id, except: -1, from: today, until: year })
    await insertEvent(tx, {
      subscriptionId: which.id,
      at,
      kind: 'cancelled',
      who: doerOf(which),
      detail: { reason, days },
    })
    await tell(tx, shop, subscription, {
      once: `cancelled:${which.id}`,
      news: { news: 'cancelled', last: subscription.kind === 'surprise' ? undefined : left.at(-1) },
    })
  })
}

async function takeBackSkipped(
  tx: Tx,
  { id, at, from }: { id: SubscriptionId; at: Temporal.Instant; from: ShopDay },
): Promise<void> {
  for (const occurrence of await lockChangeable(tx, { id, state: 'skipped', now: at })) {
    if (occurrence.because === 'paused' && (occurrence.day ?? occurrence.nominalDay) >= from)
      await markPlannedAgain(tx, occurrence.id)
  }
}

/** One of hers that has not ended, locked. */
export async function hers(tx: Tx, which: WhichOne): Promise<Subscription> {
  const subscription = await lockSubscription(tx, which.id)
  if (!subscription || !isRuledBy(subscription, which)) throw subscriptionNotFound()
  const { change } = mayRule(subscription)
  if (!change.ok) throw subscriptionEnded(change.because)
  return subscription
}
