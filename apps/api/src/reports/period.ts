import { instantOf } from '@flora/calendar/instant.ts'
import { compareDays, daysAfter, daysBetween, type ShopDay, type Zone } from '@flora/calendar/shop-day.ts'
import { mostReportDays } from '@flora/contract/reports.ts'
import { Refusal } from '../platform/refusal.ts'

/** Shop days, the first and the last included. */
export interface Days {
  readonly from: ShopDay
  readonly to: ShopDay
}

/** Shop days, and the instants at which they begin and are over. */
export interface Period extends Days {
  readonly begins: Temporal.Instant
  readonly ends: Temporal.Instant
  readonly zone: Zone
}

/** The period as instants, on the shop's clock. Refuses one that ends before it begins, or is longer than a report may be. */
export function periodOf({ from, to }: Days, zone: Zone): Period {
  if (compareDays(to, from) < 0)
    throw new Refusal(422, 'period-upside-down', 'The last day is before the first. Please swap them.')
  if (daysBetween(from, to) >= mostReportDays)
    throw new Refusal(422, 'period-too-long', 'Please choose two years at most.')
  return { from, to, zone, begins: instantOf(from, '00:00', zone), ends: instantOf(daysAfter(to, 1), '00:00', zone) }
}

/** The days before, as many as these. */
export function daysBefore({ from, to }: Days): Days {
  return { from: daysAfter(from, -1 - daysBetween(from, to)), to: daysAfter(from, -1) }
}
