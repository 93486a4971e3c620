import type { ShopDay } from './shop-day.ts'

// Days for browsers: phones and tablets without Temporal are still common, so days on the wall calendar are counted here in whole numbers, and
// no time zone takes part in it. Instants are worded in the shop's own zone by wall-time.ts. What runs on Node asks shop-day.ts and in-words.ts.

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const monthNames = [
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
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: dateOf(day) }
}

// Cumulative days before each month of a year that begins in March, so that the leap day is its last.
const beforeMonth = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337] as const
const daysInFourCenturies = 146_097
const daysFromMarchOfYearZero = 719_468

/** Whether it is a day as the contract writes it and one that the calendar has. */
export function isShopDay(text: string | null | undefined): text is ShopDay {
  return (
    text !== null &&
    text !== undefined &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    dayFromNumber(dayNumber(text as ShopDay)) === text
  )
}

/** Whole days since 1 January 1970. */
export function dayNumber(day: ShopDay): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const inYear = (beforeMonth[(month + 9) % 12] ?? 0) + Number(day.slice(8, 10)) - 1
  return year * 365 + leapDays + inYear - daysFromMarchOfYearZero
}

/** The day so many whole days after 1 January 1970. */
export function dayFromNumber(number: number): ShopDay {
  const shifted = number + daysFromMarchOfYearZero
  const era = Math.floor(shifted / daysInFourCenturies)
  const inEra = shifted - era * daysInFourCenturies
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = beforeMonth.findLastIndex((before) => before <= inYear)
  const year = era * 400 + yearOfEra + (fromMarch >= 10 ? 1 : 0)
  const month = ((fromMarch + 2) % 12) + 1
  return `${padded(year, 4)}-${padded(month)}-${padded(inYear - beforeMonth[fromMarch]! + 1)}` as ShopDay
}

export function daysLater(day: ShopDay, days: number): ShopDay {
  return dayFromNumber(dayNumber(day) + days)
}

/** 1 from today to tomorrow. */
export function daysBetween(from: ShopDay, until: ShopDay): number {
  return dayNumber(until) - dayNumber(from)
}

/** So many days in a row, the first one included. */
export function eachDay(first: ShopDay, count: number): ShopDay[] {
  return Array.from({ length: count }, (_, index) => daysLater(first, index))
}

/** 0 is Monday. */
export function weekdayIndex(day: ShopDay): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/** The Monday of a day's week. */
export function mondayOf(day: ShopDay): ShopDay {
  return daysLater(day, -weekdayIndex(day))
}

/** '2026-12-01' for any day of December 2026. */
export function firstOfMonth(day: ShopDay): ShopDay {
  return `${day.slice(0, 7)}-01` as ShopDay
}

/** The first day of the month so many months on; negative for earlier ones. */
export function monthsLater(day: ShopDay, months: number): ShopDay {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${padded(Math.floor(count / 12), 4)}-${padded((count % 12) + 1)}-01` as ShopDay
}

/** 'Saturday' */
export function weekdayName(day: ShopDay): string {
  return weekdayNames[weekdayIndex(day)]!
}

/** 'November' */
export function monthName(day: ShopDay): string {
  return monthNames[Number(day.slice(5, 7)) - 1]!
}

/** 'Saturday 21 November' */
export function longDay(day: ShopDay): string {
  return `${weekdayName(day)} ${dayAndMonth(day)}`
}

/** '21 November' */
export function dayAndMonth(day: ShopDay): string {
  return `${dateOf(day)} ${monthName(day)}`
}

/** 'Sat 21 Nov', for tables and buttons. */
export function shortDay(day: ShopDay): string {
  return `${weekdayName(day).slice(0, 3)} ${dateOf(day)} ${monthName(day).slice(0, 3)}`
}

/** 'November 2026' */
export function monthAndYear(day: ShopDay): string {
  return `${monthName(day)} ${Number(day.slice(0, 4))}`
}

/** 'today', 'tomorrow', 'yesterday', else 'Saturday 21 November'. */
export function nearDay(day: ShopDay, today: ShopDay): string {
  const distance = daysBetween(today, day)
  return distance === 0 ? 'today' : distance === 1 ? 'tomorrow' : distance === -1 ? 'yesterday' : longDay(day)
}

/** The date's number in its month. */
export function dateOf(day: ShopDay): number {
  return Number(day.slice(8, 10))
}

function padded(value: number, digits = 2): string {
  return String(value).padStart(digits, '0')
}
