import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarDay } from '@flora/contract/delivery.ts'
import { dayNumber, dayParts, monthName, shortDay, weekdayIndex, weekdayNames } from '@flora/calendar/wall-day.ts'

export interface Reason {
  /** 'Sundays', 'Sat 28', 'From 13 Dec' */
  readonly when: string
  readonly why: string
}

/** "Why not the other days?": the closed days among those shown, gathered by reason and named as shortly as is true. */
export function closedReasons(shown: readonly CalendarDay[]): Reason[] {
  const byReason = new Map<string, ShopDay[]>()
  for (const answer of shown) {
    if (answer.open || answer.reason === undefined) continue
    const days = byReason.get(answer.reason.message)
    if (days === undefined) byReason.set(answer.reason.message, [answer.day])
    else days.push(answer.day)
  }
  return [...byReason].map(([why, days]) => ({ when: daysInWords(days, shown), why }))
}

function daysInWords(days: readonly ShopDay[], shown: readonly CalendarDay[]): string {
  return wholeWeekdays(days, shown) ?? unbrokenRun(days, shown) ?? someDays(days)
}

// 'Sundays' is only said when no Sunday shown is open, and at least two are closed for this reason.
function wholeWeekdays(days: readonly ShopDay[], shown: readonly CalendarDay[]): string | undefined {
  const weekdays = [...new Set(days.map(weekdayIndex))]
  if (weekdays.length > 2 || days.length < 2 * weekdays.length) return undefined
  if (shown.some((answer) => answer.open && weekdays.includes(weekdayIndex(answer.day)))) return undefined
  return weekdays.map((weekday) => `${weekdayNames[weekday]!}s`).join(', ')
}

function unbrokenRun(days: readonly ShopDay[], shown: readonly CalendarDay[]): string | undefined {
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined || days.length < 3) return undefined
  if (dayNumber(last) - dayNumber(first) !== days.length - 1) return undefined
  if (last === shown.at(-1)?.day) return `From ${dateAndMonth(first)}`
  return `${dateAndMonth(first)} to ${dateAndMonth(last)}`
}

function someDays(days: readonly ShopDay[]): string {
  const named = days.length > 3 ? days.slice(0, 2) : days
  const rest = days.length - named.length
  return `${named.map(shortDayWithoutMonth(days)).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

// The month is said once there are two of them in the list.
function shortDayWithoutMonth(days: readonly ShopDay[]): (day: ShopDay) => string {
  const months = new Set(days.map((day) => day.slice(0, 7)))
  return (day) => (months.size > 1 ? shortDay(day) : shortDay(day).split(' ').slice(0, 2).join(' '))
}

function dateAndMonth(day: ShopDay): string {
  return `${dayParts(day).date} ${monthName(day).slice(0, 3)}`
}
