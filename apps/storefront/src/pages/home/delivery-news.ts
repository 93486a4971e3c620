import type { CalendarDay, DeliveryCalendar } from '@flora/contract/delivery.ts'
import { dayAndMonth, daysLater, longDay, weekdayName } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { answerFor, sameDayRun, toDoor, type Answer } from '../../words/answer.ts'
import { price, priceOrFree } from '../../words/money.ts'

/** What the home page says of the calendar: small enough to travel inside the page. */
export interface DeliveryNews {
  readonly place: string | undefined
  readonly at: string
  readonly answer: Answer
  readonly unserved: boolean
  readonly timetable: readonly TimetableDay[]
  readonly dayLine: DayLineFacts | undefined
  readonly fortnights: readonly Fortnight[]
}

export interface TimetableDay {
  readonly day: string
  readonly name: string
  readonly date: string
  readonly rows: readonly TimetableRow[]
}

export interface TimetableRow {
  readonly window: string
  readonly fee?: string
  readonly note: string
  /** 'Order by 2 pm.', only while it is now. */
  readonly orderBy?: string
  readonly open: boolean
}

export interface DayLineFacts {
  readonly weekday: string
  /** The shop's clock, '10:24'. */
  readonly now: string
  readonly cutOff: string
  readonly ends: string
  readonly nowWords: string
}

export interface Fortnight {
  readonly label: string
  /** True for each day on which something can come to a door. */
  readonly open: readonly boolean[]
}

const daysListed = 4
const daysWithEveryWindow = 2
// Longer than this it stops being a timetable and becomes the calendar, which is one link away.
const rowsADay = 3

/** Reads the calendar once and keeps only what the page will say. */
export function newsFrom(calendar: DeliveryCalendar, known: boolean): DeliveryNews {
  return {
    place: known ? calendar.suburbs.slice(0, 2).join(', ') || undefined : undefined,
    at: calendar.at,
    answer: answerFor(calendar, known),
    unserved: calendar.unserved !== undefined,
    timetable: calendar.days.slice(0, daysListed).map((day, index) => timetableDay(day, index, calendar)),
    dayLine: dayLineFrom(calendar),
    fortnights: calendar.unserved ? [] : fortnightsOf(calendar),
  }
}

function timetableDay(day: CalendarDay, index: number, calendar: DeliveryCalendar): TimetableDay {
  const name = index === 0 ? 'Today' : index === 1 ? 'Tomorrow' : weekdayName(day.day)
  // Where no van goes the timetable is that of the counter.
  const listed = day.windows.filter((one) => (one.method === 'pick-up') === (calendar.unserved !== undefined))
  const open = listed.filter((one) => one.open)
  const rows =
    open.length === 0
      ? [{ window: day.reason?.message ?? listed[0]?.reason?.message ?? 'No run that day.', note: '', open: false }]
      : index < daysWithEveryWindow || open.length === 1
        ? worthListing(listed, index).map((one) => windowRow(one, day.day, calendar))
        : [summaryRow(open)]
  return {
    day: day.day,
    name,
    date: index < 2 ? longDay(day.day) : dayAndMonth(day.day),
    rows: rows.slice(0, rowsADay),
  }
}

// A window past its cut-off is no news, a full one is. An hour's express is for those who look closer, unless it is all that's left.
function worthListing(windows: CalendarDay['windows'], index: number): CalendarDay['windows'] {
  const news = windows.filter((one) => one.open || one.reason?.code === 'full')
  const usual = news.filter((one) => one.method !== 'express')
  return index > 0 && usual.some((one) => one.open) ? usual : news
}

function windowRow(
  window: CalendarDay['windows'][number],
  day: CalendarDay['day'],
  calendar: DeliveryCalendar,
): TimetableRow {
  if (!window.open)
    return { window: window.name, note: window.reason?.code === 'full' ? 'Full' : 'Closed', open: false }
  const cutOff = onTheWall(instantMs(window.cutOffAt), calendar.timeZone)
  const left =
    window.placesLeft === undefined
      ? 'Open'
      : `${window.placesLeft} ${window.placesLeft === 1 ? 'place' : 'places'} left`
  const isNow = cutOff.day === calendar.today && day === calendar.today
  return {
    window: window.name,
    fee: priceOrFree(window.fee),
    note: left,
    open: true,
    ...(isNow && { orderBy: `Order by ${clockWords(cutOff.time)}.` }),
  }
}

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

function summaryRow(open: ReturnType<typeof toDoor>): TimetableRow {
  const starts = open.map((one) => one.starts).toSorted()[0]!
  const ends = open
    .map((one) => one.ends)
    .toSorted()
    .at(-1)!
  const cheapest = open.reduce((least, one) => (one.fee.minor < least.fee.minor ? one : least))
  const dearer = open.some((one) => one.fee.minor !== cheapest.fee.minor)
  return {
    window: `${clockWords(starts)} to ${clockWords(ends)}`,
    fee: `${dearer ? 'from ' : ''}${price(cheapest.fee)}`,
    note: `${small[open.length] ?? open.length} windows open`,
    open: true,
  }
}

function dayLineFrom(calendar: DeliveryCalendar): DayLineFacts | undefined {
  const run = sameDayRun(calendar)
  const now = onTheWall(instantMs(calendar.at), calendar.timeZone)
  const today = calendar.days.find((day) => day.day === calendar.today)
  if (!run || !today || today.windows.length === 0) return undefined
  const left = toDoor(today).find((window) => window.placesLeft !== undefined)?.placesLeft
  const nowWords =
    left !== undefined
      ? `${small[left] ?? left} ${left === 1 ? 'place' : 'places'} left on today’s run.`
      : toDoor(today).length > 0
        ? 'There is room on today’s run.'
        : 'Today’s run is spoken for. Orders go to the next.'
  return { weekday: weekdayName(calendar.today), now: now.time, ...run, nowWords }
}

const fortnight = 14

function fortnightsOf(calendar: DeliveryCalendar): Fortnight[] {
  return [0, 1, 2].flatMap((nth) => {
    const days = calendar.days.slice(nth * fortnight, (nth + 1) * fortnight)
    if (days.length < fortnight) return []
    const first = days[0]!.day
    return [
      { label: spanLabel(first, daysLater(first, fortnight - 1)), open: days.map((day) => toDoor(day).length > 0) },
    ]
  })
}

/** '1–14 Dec', '29 Dec–11 Jan'. */
function spanLabel(first: CalendarDay['day'], last: CalendarDay['day']): string {
  const short = (day: CalendarDay['day']): string => dayAndMonth(day).replace(/^(\d+ \w{3}).*/, '$1')
  return first.slice(0, 7) === last.slice(0, 7)
    ? `${Number(first.slice(8))}–${short(last)}`
    : `${short(first)}–${short(last)}`
}
