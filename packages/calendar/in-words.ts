import { type ClockTime, clockTimeAt } from './clock-time.ts'
import type { Instant } from './instant.ts'
import { monthOf, type ShopDay, shopDayAt, type Weekday, weekdayOf, type Zone } from './shop-day.ts'
import { monthNames, weekdayNames } from './wall-day.ts'

// Names are written out (wall-day.ts) rather than asked of Intl: what Intl says for en-AU changes with the release of its tables ('Sept', 'Sat,
// 21 Nov', narrow spaces), and a printed run sheet must not.
/** 'Saturday' */
export function weekdayInWords(weekday: Weekday): string {
  return weekdayNames[weekday - 1]!
}

/** 'November', from 1 to 12. */
export function monthInWords(month: number): string {
  const name = monthNames[month - 1]
  if (name === undefined) throw new RangeError(`not a month: ${month}`)
  return name
}

/** 'Saturday 21 November' */
export function dayInWords(day: ShopDay): string {
  return `${weekdayInWords(weekdayOf(day))} ${dateInWords(day)}`
}

/** 'Saturday 21 November 2026', for what is read years later. */
export function dayAndYearInWords(day: ShopDay): string {
  return `${dayInWords(day)} ${Number(day.slice(0, 4))}`
}

/** '21 November' */
export function dateInWords(day: ShopDay): string {
  return `${dateOf(day)} ${monthInWords(monthOf(day))}`
}

/** 'Sat 21 Nov', for tables. */
export function dayInShort(day: ShopDay): string {
  return `${weekdayInWords(weekdayOf(day)).slice(0, 3)} ${dateOf(day)} ${monthInWords(monthOf(day)).slice(0, 3)}`
}

/** '8 am', '10.24 am', '12 noon', '12 midnight' */
export function timeInWords(time: ClockTime): string {
  if (time === '12:00') return '12 noon'
  if (time === '00:00') return '12 midnight'
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(3)
  return `${hour % 12 || 12}${minutes === '00' ? '' : `.${minutes}`} ${hour < 12 ? 'am' : 'pm'}`
}

/** '8 am to 12 noon' */
export function hoursInWords(starts: ClockTime, ends: ClockTime): string {
  return `${timeInWords(starts)} to ${timeInWords(ends)}`
}

/** '10.24 am on Saturday 21 November', on the shop's wall. */
export function instantInWords(instant: Instant, zone: Zone): string {
  return `${timeInWords(clockTimeAt(instant, zone))} on ${dayInWords(shopDayAt(instant, zone))}`
}

/** 'Monday to Friday', 'Thursday, Friday', 'Every day': three or more in a row are a stretch. */
export function weekdaysInWords(days: readonly Weekday[]): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b)
  if (sorted.length === 7) return 'Every day'
  return stretchesOf(sorted).flatMap(stretchInWords).join(', ')
}

/** '3 h 36 min', '20 min' */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

function dateOf(day: ShopDay): number {
  return Number(day.slice(8, 10))
}

function stretchesOf(sorted: readonly Weekday[]): Weekday[][] {
  const stretches: Weekday[][] = []
  for (const day of sorted) {
    const current = stretches.at(-1)
    if (current && current.at(-1) === day - 1) current.push(day)
    else stretches.push([day])
  }
  return stretches
}

function stretchInWords(stretch: readonly Weekday[]): string[] {
  if (stretch.length < 3) return stretch.map(weekdayInWords)
  return [`${weekdayInWords(stretch[0]!)} to ${weekdayInWords(stretch.at(-1)!)}`]
}
