import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { daysLater, firstOfMonth, mondayOf, monthsLater } from '@flora/calendar/wall-day.ts'

/** The first and the last day of a report. */
export interface Days {
  readonly from: ShopDay
  readonly to: ShopDay
}

interface Usual {
  readonly id: string
  readonly words: string
  readonly days: (today: ShopDay) => Days
}

/** Periods that people ask for. Quarters and years are those of Australia's tax: the year begins on 1 July. */
export const periods: readonly Usual[] = [
  { id: 'week', words: 'This week so far', days: (today) => ({ from: mondayOf(today), to: today }) },
  {
    id: 'last-week',
    words: 'Last week',
    days: (today) => ({ from: daysLater(mondayOf(today), -7), to: daysLater(mondayOf(today), -1) }),
  },
  { id: 'month', words: 'This month so far', days: (today) => ({ from: firstOfMonth(today), to: today }) },
  { id: 'last-month', words: 'Last month', days: (today) => months(monthsLater(firstOfMonth(today), -1), 1) },
  { id: 'quarter', words: 'This quarter so far', days: (today) => ({ from: quarterOf(today), to: today }) },
  { id: 'last-quarter', words: 'Last quarter', days: (today) => months(monthsLater(quarterOf(today), -3), 3) },
  { id: 'year', words: 'This tax year so far', days: (today) => ({ from: taxYearOf(today), to: today }) },
  { id: 'last-year', words: 'Last tax year', days: (today) => months(monthsLater(taxYearOf(today), -12), 12) },
]

function months(first: ShopDay, count: number): Days {
  return { from: first, to: daysLater(monthsLater(first, count), -1) }
}

function quarterOf(day: ShopDay): ShopDay {
  const month = Number(day.slice(5, 7))
  return monthsLater(firstOfMonth(day), -((month - 1) % 3))
}

function taxYearOf(day: ShopDay): ShopDay {
  const month = Number(day.slice(5, 7))
  return monthsLater(firstOfMonth(day), -((month + 5) % 12))
}
