import { createHash } from 'node:crypto'
import { daysBetween, type ShopDay, weekdayOf } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'

/** Two surprises are further apart than this, across periods too. */
export const surpriseGapDays = 3

export interface Draw {
  readonly subscriptionId: SubscriptionId
  readonly period: number
  /** The period's days. */
  readonly days: readonly ShopDay[]
  readonly excludedWeekdays: readonly number[]
  readonly excludedDays: readonly ShopDay[]
  /** The days of her other surprises. */
  readonly others: readonly ShopDay[]
}

/**
 * The days of a period in the order in which they are drawn: the first that has room is the one. Each day's place in it comes from
 * a hash of subscription, period and day, so that every machine draws the same, and a closure that appears moves only what falls on it.
 */
export function drawnFirst({ subscriptionId, period, days, excludedWeekdays, excludedDays, others }: Draw): ShopDay[] {
  return days
    .filter((day) => !excludedWeekdays.includes(weekdayOf(day)) && !excludedDays.includes(day))
    .filter((day) => others.every((other) => Math.abs(daysBetween(other, day)) > surpriseGapDays))
    .map((day) => ({ day, lot: lotOf(`${subscriptionId} ${period} ${day}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ day }) => day)
}

function lotOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
