import type { ShopDay } from '@flora/calendar/shop-day.ts'

// Browsers without Temporal are still common on phones, so days on the wall calendar are counted here in whole numbers:
// no time zone takes part in it. Instants are worded by Intl in the shop's own zone.

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export interface DayParts {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  readonly date: number
}

export function dayParts(day: ShopDay): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** Whole days since 1 January 1970, by the proleptic Gregorian calendar. */
export function dayNumber(day: ShopDay): number {
  const { year, month, date } = dayParts(day)
  // The year is counted from March, so that the leap day is its last.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export function dayFromNumber(number: number): ShopDay {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as ShopDay
}

export function daysLater(day: ShopDay, days: number): ShopDay {
  return dayFromNumber(dayNumber(day) + days)
}

/** 0 is Monday. */
export function weekdayIndex(day: ShopDay): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

export function weekdayName(day: ShopDay): string {
  return weekdayNames[weekdayIndex(day)]!
}

export function monthName(day: ShopDay): string {
  return monthNames[dayParts(day).month - 1]!
}

/** 'Saturday 21 November' */
export function longDay(day: ShopDay): string {
  return `${weekdayName(day)} ${dayAndMonth(day)}`
}

/** 'Sat 21 Nov' */
export function shortDay(day: ShopDay): string {
  return `${weekdayName(day).slice(0, 3)} ${dayParts(day).date} ${monthName(day).slice(0, 3)}`
}

/** '21 November' */
export function dayAndMonth(day: ShopDay): string {
  return `${dayParts(day).date} ${monthName(day)}`
}

/** '14:00' as '2 pm', '12:00' as '12 noon', '10:24' as '10.24 am'. */
export function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour === 12 && minute === 0) return '12 noon'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  return `${twelve}${minute === 0 ? '' : `.${pad(minute, 2)}`} ${hour < 12 ? 'am' : 'pm'}`
}

/** An instant on the shop's wall: its day and its clock, '10:24'. */
export function onTheWall(epochMs: number, timeZone: string): { day: ShopDay; time: string } {
  const parts = wallClock(timeZone).formatToParts(epochMs)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '00'
  return {
    day: `${part('year')}-${part('month')}-${part('day')}` as ShopDay,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** Milliseconds since 1970 of an instant as the API writes it ('2026-11-20T10:31:00Z', offsets allowed). */
export function instantMs(instant: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(instant)
  if (match === null) return Number.NaN
  const [, day, hour, minute, second = '0', fraction = '0', offset] = match as unknown as string[]
  const shift =
    offset === 'Z' ? 0 : Number(`${offset![0]}1`) * (Number(offset!.slice(1, 3)) * 60 + Number(offset!.slice(4, 6)))
  const minutes = Number(hour) * 60 + Number(minute) - shift
  return (
    dayNumber(day as ShopDay) * 86_400_000 +
    minutes * 60_000 +
    Number(second) * 1_000 +
    Math.floor(Number(fraction) * 1_000)
  )
}

/** The visitor's clock, in milliseconds since 1970. Good enough for words; the shop's clock decides. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-AU', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  wallClocks.set(timeZone, made)
  return made
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
