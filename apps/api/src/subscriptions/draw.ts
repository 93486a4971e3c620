import { daysAfter, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { nominalDay, surprisePeriod } from '../offers/index.ts'
import { daysOf, nearestFirst, spanOf } from './period.ts'
import type { Occurrence, Subscription } from './subscription.ts'
import { drawnFirst, surpriseGapDays } from './surprise.ts'

/** When a delivery could come: a day in a window. */
export interface Place {
  readonly day: ShopDay
  readonly windowId: WindowId
}

/** The days of a period that matter for it: those it can be on, and those near it on which she may get something already. */
export function daysAroundPeriod(subscription: Subscription, period: number): { from: ShopDay; until: ShopDay } {
  const { from, until } =
    subscription.kind === 'surprise' ? surprisePeriod(subscription, period) : spanOf(subscription, period)
  return { from: daysAfter(from, -surpriseGapDays), until: daysAfter(until, surpriseGapDays) }
}

/**
 * Where a period's delivery may be put, the best first: the day by the rule and then the nearest, or as the lots fell. `others` are
 * the days of her other deliveries. Today and what is past is never among them.
 */
export function placesToTry(
  subscription: Subscription,
  { period, today, others }: { period: number; today: ShopDay; others: readonly ShopDay[] },
): Place[] {
  const { kind, plan, windowId, id } = subscription
  const days =
    kind === 'surprise'
      ? drawnFirst({
          subscriptionId: id,
          period,
          days: daysOf(surprisePeriod(subscription, period)),
          excludedWeekdays: plan.excludedWeekdays,
          excludedDays: plan.excludedDays,
          others,
        })
      : nearestFirst(spanOf(subscription, period), nominalDay(subscription, period)).filter(
          (day) => !others.includes(day),
        )
  return days.filter((day) => day >= today).map((day) => ({ day, windowId }))
}

/** The same for one that is drawn up again: its own day is the best. One that she moved keeps its window where that still goes to the door. */
export function withOwnDayFirst(
  { kind, windowId: planned }: Pick<Subscription, 'kind' | 'windowId'>,
  { day, windowId, isMoved }: Pick<Occurrence, 'day' | 'windowId' | 'isMoved'>,
  places: readonly Place[],
): Place[] {
  // A surprise stays on its day unless that is excluded by now.
  if (day === null || (kind === 'surprise' && !places.some((place) => place.day === day))) return [...places]
  return [
    ...(isMoved && windowId ? [{ day, windowId }] : []),
    { day, windowId: planned },
    ...places.filter((place) => place.day !== day),
  ]
}

/** Every place that could be tried for a period, whatever else she gets: of these the calendar is asked beforehand. */
export function placesAround(
  subscription: Subscription,
  { period, today, again }: { period: number; today: ShopDay; again: Occurrence | undefined },
): Place[] {
  const { kind, windowId } = subscription
  const span = kind === 'surprise' ? surprisePeriod(subscription, period) : spanOf(subscription, period)
  const places = daysOf(span).flatMap((day) => (day < today ? [] : [{ day, windowId }]))
  return again ? withOwnDayFirst({ kind: 'recurring', windowId }, again, places) : places
}
