import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarDay, CalendarWindow, DeliveryCalendar } from '@flora/contract/delivery.ts'
import { dayNumber, dayParts, daysLater, monthName, weekdayIndex } from '@flora/calendar/wall-day.ts'
import { price, priceOrFree } from '../../words/money.ts'

/** Weeks shown before anybody asks for more. */
export const firstWeeks = 4

/** From how many places down the day itself says so; windows say it from 20. */
const fewPlaces = 5

export type Cell =
  | { readonly kind: 'passed'; readonly day: ShopDay }
  | { readonly kind: 'beyond'; readonly day: ShopDay }
  | { readonly kind: 'known'; readonly day: ShopDay; readonly answer: CalendarDay; readonly note: Note }

export interface Note {
  readonly text: string
  readonly tone: 'plain' | 'few' | 'surge'
}

/** Whole weeks, Monday first, from the week of today on; `weeks` of them or all that the answer reaches into. */
export function weeksOf(calendar: DeliveryCalendar, weeks: number): Cell[][] {
  const answers = new Map(calendar.days.map((answer) => [answer.day, answer]))
  const monday = mondayOf(calendar.today)
  const count = Math.min(weeks, weeksReached(calendar))
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday): Cell => {
      const day = daysLater(monday, week * 7 + weekday)
      const answer = answers.get(day)
      if (answer !== undefined) return { kind: 'known', day, answer, note: noteOf(answer, calendar) }
      return { kind: day < calendar.today ? 'passed' : 'beyond', day }
    }),
  )
}

export function weeksReached(calendar: DeliveryCalendar): number {
  const last = calendar.days.at(-1)?.day ?? calendar.today
  return Math.floor((dayNumber(last) - dayNumber(mondayOf(calendar.today))) / 7) + 1
}

/** Weeks needed to see a day, at least the first four. */
export function weeksToShow(calendar: DeliveryCalendar, day: ShopDay | undefined): number {
  if (day === undefined || !calendar.days.some((answer) => answer.day === day)) return firstWeeks
  const week = Math.floor((dayNumber(day) - dayNumber(mondayOf(calendar.today))) / 7)
  return week < firstWeeks ? firstWeeks : weeksReached(calendar)
}

/** The one short note under a day's number. */
export function noteOf(answer: CalendarDay, calendar: Pick<DeliveryCalendar, 'days'>): Note {
  if (!answer.open) return { text: closedNote(answer, calendar), tone: 'plain' }
  if (answer.placesLeft === 1) return { text: 'Last', tone: 'few' }
  if (answer.placesLeft !== undefined && answer.placesLeft <= fewPlaces)
    return { text: `${answer.placesLeft} left`, tone: 'few' }
  if (answer.surge !== undefined && answer.surge.fee.minor > 0)
    return { text: `+${price(answer.surge.fee)}`, tone: 'surge' }
  return { text: answer.from === undefined ? 'Pick-up' : priceOrFree(answer.from), tone: 'plain' }
}

function closedNote(answer: CalendarDay, calendar: Pick<DeliveryCalendar, 'days'>): string {
  switch (answer.reason?.code) {
    case 'sold-out':
      return 'Gone'
    case 'past-cut-off':
      return 'Past'
    case 'lead-time':
      return 'Early'
    case 'no-run':
      return 'No run'
    case 'full':
    case 'bench-full':
      return 'Full'
    case 'out-of-season':
      return calendar.days.some((later) => later.open && later.day > answer.day) ? 'Not yet' : 'Over'
    default:
      return 'Closed'
  }
}

export type Move = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'PageUp' | 'PageDown'

export function isMove(key: string): key is Move {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].includes(key)
}

/** The day a key leads to: by day, by week, to the ends of the week, by four weeks. It stays inside the days that are known. */
export function dayAfterMove(from: ShopDay, key: Move, calendar: Pick<DeliveryCalendar, 'days'>): ShopDay {
  const first = calendar.days[0]?.day ?? from
  const last = calendar.days.at(-1)?.day ?? from
  const aimed = daysLater(from, stepOf(from, key))
  // A week or a month that leads outside stays put, like an edge; the ends of a week stop at the last known day.
  if (aimed >= first && aimed <= last) return aimed
  if (key === 'ArrowUp' || key === 'ArrowDown') return from
  return aimed < first ? first : last
}

function stepOf(from: ShopDay, key: Move): number {
  const weekday = weekdayIndex(from)
  switch (key) {
    case 'ArrowLeft':
      return -1
    case 'ArrowRight':
      return 1
    case 'ArrowUp':
      return -7
    case 'ArrowDown':
      return 7
    case 'Home':
      return -weekday
    case 'End':
      return 6 - weekday
    case 'PageUp':
      return -7 * firstWeeks
    case 'PageDown':
      return 7 * firstWeeks
  }
}

/** The window to choose with a day: the one already chosen if it is open there too, else the cheapest that goes to a door. */
export function windowForDay(answer: CalendarDay, chosen: string | undefined): CalendarWindow | undefined {
  const open = answer.windows.filter((window) => window.open)
  const kept = open.find((window) => window.id === chosen)
  if (kept !== undefined) return kept
  const toDoor = open.filter((window) => window.method !== 'pick-up')
  return (toDoor.length > 0 ? toDoor : open).toSorted(cheapestFirst)[0]
}

/** 'Delivery days to 3067, 16 November to 13 December' */
export function captionOf(calendar: DeliveryCalendar, weeks: Cell[][]): string {
  const first = weeks[0]?.[0]?.day ?? calendar.today
  const last = weeks.at(-1)?.at(-1)?.day ?? calendar.today
  return `Delivery days to ${calendar.postcode}, ${dayParts(first).date} ${monthName(first)} to ${dayParts(last).date} ${monthName(last)}`
}

function mondayOf(day: ShopDay): ShopDay {
  return daysLater(day, -weekdayIndex(day))
}

function cheapestFirst(a: CalendarWindow, b: CalendarWindow): number {
  if (a.fee.minor !== b.fee.minor) return a.fee.minor < b.fee.minor ? -1 : 1
  return a.starts.localeCompare(b.starts)
}
