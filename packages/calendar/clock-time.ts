import type { Zone } from './shop-day.ts'

/** A time on the shop's wall clock, '14:00'. Two of them compare as their texts do. */
export type ClockTime = `${number}:${number}`

/** Throws a RangeError for what is not on the clock. */
export function parseClockTime(text: string): ClockTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new RangeError(`not a clock time: ${text}`)
  return text as ClockTime
}

/** What the shop's clock shows at an instant; seconds are left out, not rounded. */
export function clockTimeAt(instant: Temporal.Instant, zone: Zone): ClockTime {
  return instant
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' }) as ClockTime
}

/** For sorting: negative when `a` is the earlier one. */
export function compareTimes(a: ClockTime, b: ClockTime): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
