import { daysAfter, type ShopDay } from '@flora/calendar/shop-day.ts'
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

/** Every day of a surprise's period: one of them is drawn. */
export function surprisePeriod(rhythm: Rhythm, period: number): Span {
  return { from: nominalDay(rhythm, period), until: daysAfter(nominalDay(rhythm, period + 1), -1) }
}
