import { type ClockTime, parseClockTime } from './clock-time.ts'
import type { Instant } from './instant.ts'
import { parseShopDay, type ShopDay } from './shop-day.ts'

// PostgreSQL writes '2026-11-20 10:24:00.123+00' in a row and '2026-11-20T10:24:00.123+00:00' inside JSON; both are
// read.

/** A timestamptz as PostgreSQL writes it, in any of its zones. Throws a RangeError for anything else. */
export function instantFromStored(text: string): Instant {
  if (!/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}(:?\d{2})?)$/.test(text)) {
    throw new RangeError(`not a timestamptz of PostgreSQL: ${text}`)
  }
  return Temporal.Instant.from(text.replace(' ', 'T'))
}

/** A date as PostgreSQL writes it in ISO style. */
export function dayFromStored(text: string): ShopDay {
  return parseShopDay(text)
}

/** A time of day as PostgreSQL writes it, '14:00:00'. Seconds are refused: no window of ours starts on one. */
export function timeFromStored(text: string): ClockTime {
  const [, minutes] = /^(\d{2}:\d{2})(?::00)?$/.exec(text) ?? []
  if (minutes === undefined) throw new RangeError(`not a time of whole minutes: ${text}`)
  return parseClockTime(minutes)
}
