import type { ClockTime } from './clock-time.ts'
import { daysAfter, type ShopDay, type Zone } from './shop-day.ts'

export type Instant = Temporal.Instant

/** "Order by 2 pm one day before" is { time: '14:00', daysBefore: 1 }. */
export interface CutOff {
  readonly time: ClockTime
  readonly daysBefore: number
}

/**
 * The instant at which the shop's wall shows a day and a time. Where the clock skips that time (a night in spring), the
 * same distance after the gap; where it shows it twice (a night in autumn), the first of the two. This is Temporal's
 * 'compatible'.
 */
export function instantOf(day: ShopDay, time: ClockTime, zone: Zone): Instant {
  return Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
}

/** The cut-off of a day as an instant: a wall-clock time, so it follows daylight saving. */
export function cutOffInstant(day: ShopDay, { time, daysBefore }: CutOff, zone: Zone): Instant {
  const key = `${day} ${time} ${daysBefore} ${zone}`
  let instant = cutOffs.get(key)
  if (instant === undefined) {
    instant = instantOf(daysAfter(day, -daysBefore), time, zone)
    if (cutOffs.size >= cutOffsKept) cutOffs.clear()
    cutOffs.set(key, instant)
  }
  return instant
}

// A calendar asks for the same thousand cut-offs at every look, and each costs a search in the table of time zones. The
// answer is a function of the key alone, so keeping it is safe; ten shops' worth of them is two megabytes.
const cutOffs = new Map<string, Instant>()
const cutOffsKept = 10_000

/** On the stroke of the cut-off is too late. */
export function isBefore(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** ISO 8601 in UTC, as the API and the database write it: '2026-11-20T03:00:00Z'. */
export function instantText(instant: Instant): string {
  let text = texts.get(instant)
  if (text === undefined) {
    text = instant.toString()
    texts.set(instant, text)
  }
  return text
}

// Kept beside the instant for as long as that lives: cut-offs that are kept are written out again and again.
const texts = new WeakMap<Instant, string>()

/** For holds and lifetimes, which are lengths and not wall-clock times. */
export function minutesAfter(instant: Instant, minutes: number): Instant {
  return instant.add({ minutes })
}

/** For a library that asks for a `Date` and takes nothing else. */
export function dateAt(instant: Instant): Date {
  return new Date(instant.epochMilliseconds)
}
