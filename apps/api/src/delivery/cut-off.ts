import { type CutOff, cutOffInstant, type Instant, isBefore } from '@flora/calendar/instant.ts'
import type { ShopDay, Zone } from '@flora/calendar/shop-day.ts'

/** What an instant is to a window's cut-off, with the days the flowers themselves need. */
export type InTime =
  | { readonly kind: 'in-time'; readonly cutOffAt: Instant }
  /** The window still takes orders, but not for flowers that have to be ordered in. */
  | { readonly kind: 'lead-time'; readonly cutOffAt: Instant }
  | { readonly kind: 'past-cut-off'; readonly cutOffAt: Instant }

/**
 * The last instant at which these flowers can be ordered for that day and window. Lead days are wall-calendar days
 * before the window's own cut-off and keep its time of day. On the stroke is too late.
 */
export function inTime({
  day,
  cutOff,
  leadDays,
  zone,
  now,
}: {
  day: ShopDay
  cutOff: CutOff
  leadDays: number
  zone: Zone
  now: Instant
}): InTime {
  const cutOffAt = cutOffInstant(day, { time: cutOff.time, daysBefore: cutOff.daysBefore + leadDays }, zone)
  if (isBefore(now, cutOffAt)) return { kind: 'in-time', cutOffAt }
  const windowShuts = leadDays === 0 ? cutOffAt : cutOffInstant(day, cutOff, zone)
  return { kind: isBefore(now, windowShuts) ? 'lead-time' : 'past-cut-off', cutOffAt }
}
