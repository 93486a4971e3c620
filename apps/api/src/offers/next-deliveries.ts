import type { ShopDay, Zone } from '@flora/calendar/shop-day.ts'
import type { Frequency, NextDelivery, SubscriptionKind } from '@flora/contract/subscription-plan.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import { deadlinesOf } from './deadlines.ts'
import { nominalDay, surprisePeriod } from './rhythm.ts'

/** What is not begun yet, as far as its days go. */
export interface Beginning {
  readonly kind: SubscriptionKind
  readonly frequency: Frequency
  readonly firstDay: ShopDay
  /** How many there are; absent when it goes on until somebody ends it. */
  readonly deliveries?: number | undefined
}

// Enough to see the rhythm, and few enough to be read.
const shown = 4

/** The days by the rule alone on which its first deliveries would come. */
export function firstDays({ frequency, firstDay, deliveries = shown }: Omit<Beginning, 'kind'>): ShopDay[] {
  const rhythm = { frequency, anchorDay: firstDay, anchorPeriod: 0 }
  return Array.from({ length: Math.min(shown, deliveries) }, (_, period) => nominalDay(rhythm, period))
}

/**
 * Its first deliveries, each with its last change and its charge where the shop can say so by now. `promises` are those of
 * `firstDays`; `paid` is what is paid before: the delivery that comes first, or all of a gift.
 */
export function nextDeliveries(
  beginning: Beginning,
  promises: readonly PromiseWithRoom[],
  { zone, paid }: { zone: Zone; paid: 'none' | 'first' | 'all' },
): NextDelivery[] {
  const { kind, frequency, firstDay } = beginning
  const days = firstDays(beginning)
  const rhythm = { frequency, anchorDay: firstDay, anchorPeriod: 0 }
  // What would tell the day of a surprise is not said.
  if (kind === 'surprise') return days.map((_, period) => ({ between: surprisePeriod(rhythm, period) }))
  return days.map((day, period) => {
    const promise = promises[period]
    if (!promise?.ok || (period === 0 && paid !== 'none')) return { day }
    const { lastChangeAt, chargeAt } = deadlinesOf(promise.cutOffAt, zone)
    return { day, lastChangeAt: lastChangeAt.toString(), ...(paid !== 'all' && { chargeAt: chargeAt.toString() }) }
  })
}
