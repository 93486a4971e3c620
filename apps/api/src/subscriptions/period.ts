import { daysAfter, daysBetween, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { Frequency } from '@flora/contract/subscriptions.ts'

/** How a subscription's periods are counted: the anchor's day is that of period `anchorPeriod`. */
export interface Rhythm {
  readonly frequency: Frequency
  readonly anchorDay: ShopDay
  readonly anchorPeriod: number
}

/** The first day and the last. */
export interface Span {
  readonly from: ShopDay
  readonly until: ShopDay
}

// Further away than this a delivery is another delivery: a birthday's flowers do not come a month later.
const furthestDays = 7

/**
 * The day of a period by the rule alone. Counted from the anchor and never from the day before it, so that a 31st which fell on
 * 28 February is a 31st again in March; a month without such a day takes its last, as 29 February does in other years.
 */
export function nominalDay({ frequency, anchorDay, anchorPeriod }: Rhythm, period: number): ShopDay {
  const count = period - anchorPeriod
  return Temporal.PlainDate.from(anchorDay).add(stepsOf[frequency](count)).toString() as ShopDay
}

const stepsOf: Record<Frequency, (count: number) => Temporal.DurationLike> = {
  weekly: (count) => ({ weeks: count }),
  fortnightly: (count) => ({ weeks: 2 * count }),
  monthly: (count) => ({ months: count }),
  quarterly: (count) => ({ months: 3 * count }),
  yearly: (count) => ({ years: count }),
}

/** The days that a period's delivery may be moved to: up to half-way to its neighbours, so that no two periods share a day. */
export function spanOf(rhythm: Rhythm, period: number): Span {
  const day = nominalDay(rhythm, period)
  const before = daysBetween(nominalDay(rhythm, period - 1), day)
  const after = daysBetween(day, nominalDay(rhythm, period + 1))
  return {
    from: daysAfter(day, -Math.min(furthestDays, Math.floor((before - 1) / 2))),
    until: daysAfter(day, Math.min(furthestDays, Math.floor(after / 2))),
  }
}

/** Every day of a surprise's period: one of them is drawn. */
export function surprisePeriod(rhythm: Rhythm, period: number): Span {
  return { from: nominalDay(rhythm, period), until: daysAfter(nominalDay(rhythm, period + 1), -1) }
}

export function daysOf({ from, until }: Span): ShopDay[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => daysAfter(from, index))
}

/** The days of a span from the nearest to `day` on; of two equally near ones the earlier first: flowers may wait, a birthday can't. */
export function nearestFirst(span: Span, day: ShopDay): ShopDay[] {
  return daysOf(span).toSorted(
    (a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)) || (a < b ? -1 : 1),
  )
}

/** The first period, from the anchor's on, whose day by the rule is not before `day`. */
export function firstPeriodFrom(rhythm: Rhythm, day: ShopDay): number {
  let period = rhythm.anchorPeriod
  while (nominalDay(rhythm, period) < day) period += 1
  return period
}
