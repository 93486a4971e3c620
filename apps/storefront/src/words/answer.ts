import type { CalendarDay, CalendarWindow, DeliveryCalendar } from '@flora/contract/delivery.ts'
import { daysLater, longDay, weekdayName } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'

/** The page's first sentence, and what stands under it. */
export interface Answer {
  /** Broken into the lines it should keep. */
  readonly lines: readonly string[]
  readonly lead: string
  /** Why it isn't today, where it isn't. */
  readonly why?: string
  /** When today is open: until when. The page counts it down. */
  readonly orderBy?: { readonly at: string; readonly before: string; readonly after: string }
}

/** Answers "can you?" for a postcode, from the calendar. Without a postcode it answers for most of Melbourne. */
export function answerFor(calendar: DeliveryCalendar, known: boolean): Answer {
  if (calendar.unserved) return outside(calendar)
  const first = calendar.days.find((day) => day.open && toDoor(day).length > 0)
  if (!first) return nothingSoon(calendar)
  const window = soonest(toDoor(first))
  const by = `by ${hourWord(window.ends)}`
  // One line, so that it balances itself: split by hand it would take four on some screens.
  if (!known) {
    return {
      lines: [`At a Melbourne door, ${dayWord(first, calendar)} ${by}.`],
      lead: orderByFor(window, first, calendar),
    }
  }
  if (first.day === calendar.today) return today(window, by, calendar)
  const isTomorrow = first.day === daysLater(calendar.today, 1)
  const when = isTomorrow ? `Tomorrow, ${by}.` : `${capital(dayWord(first, calendar))}, ${by}.`
  const why = whyNotToday(calendar)
  return {
    lines: isTomorrow ? ['Not today.', when] : [when],
    lead: orderByFor(window, first, calendar),
    ...(why !== undefined && { why }),
  }
}

/** Windows that go to a door and still take orders. */
export function toDoor(day: CalendarDay): CalendarWindow[] {
  return day.windows.filter((window) => window.open && window.method !== 'pick-up')
}

/** The last same-day run of the first day that has one, in clock times at the shop. */
export function sameDayRun(calendar: DeliveryCalendar): { cutOff: string; ends: string } | undefined {
  for (const day of calendar.days) {
    const runs = day.windows.flatMap((window) => {
      const cutOff = onTheWall(instantMs(window.cutOffAt), calendar.timeZone)
      return window.method !== 'pick-up' && cutOff.day === day.day ? [{ cutOff: cutOff.time, ends: window.ends }] : []
    })
    const last = runs.toSorted((a, b) => a.cutOff.localeCompare(b.cutOff)).at(-1)
    if (last) return last
  }
  return undefined
}

/** 'two', 'half past two', '2.40 pm': an hour as it is said at a counter. */
export function hourWord(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour === 12 && minute === 0) return 'noon'
  const word = hourWords[(hour + 11) % 12]!
  if (minute === 0) return word
  return minute === 30 ? `half past ${word}` : clockWords(time)
}

const hourWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function today(window: CalendarWindow, by: string, calendar: DeliveryCalendar): Answer {
  const { time } = onTheWall(instantMs(window.cutOffAt), calendar.timeZone)
  const after = `The van leaves ${window.starts === time ? 'at' : 'after'} ${hourWord(time)} with whatever is tied by then.`
  return {
    lines: ['Yes, today.', `At the door ${by}.`],
    lead: `Order by ${clockWords(time)}. ${after}`,
    orderBy: { at: window.cutOffAt, before: 'Order in the next', after: `. ${after}` },
  }
}

function outside(calendar: DeliveryCalendar): Answer {
  const day = calendar.days.find((one) => one.windows.some((window) => window.open && window.method === 'pick-up'))
  const window = day?.windows.find((one) => one.open && one.method === 'pick-up')
  const pickUp =
    day && window
      ? ` You can pick up in Fitzroy, free, ${dayWord(day, calendar)} from ${clockWords(window.starts)}.`
      : ''
  const instead = day ? [`Pick up ${/^[A-Z]/.test(dayWord(day, calendar)) ? 'on ' : ''}${dayWord(day, calendar)}.`] : []
  return {
    lines: [`Not to ${calendar.postcode} yet.`, ...instead],
    lead: `${calendar.unserved?.message ?? ''}${pickUp}`,
  }
}

function nothingSoon(calendar: DeliveryCalendar): Answer {
  const why = calendar.days.find((day) => day.reason)?.reason?.message ?? ''
  return {
    lines: ['Not in the next weeks.'],
    lead: `${why} The calendar on each flower’s page looks further ahead.`.trim(),
  }
}

function soonest(windows: readonly CalendarWindow[]): CalendarWindow {
  // An express run costs more; what we promise in large letters is what most people will pay for.
  const usual = windows.filter((window) => window.method === 'standard')
  return (usual.length > 0 ? usual : windows).toSorted((a, b) => a.ends.localeCompare(b.ends))[0]!
}

function whyNotToday(calendar: DeliveryCalendar): string | undefined {
  const first = calendar.days[0]
  if (!first || first.day !== calendar.today) return undefined
  const reason = first.reason ?? first.windows.find((window) => window.method !== 'pick-up')?.reason
  return reason?.message
}

function orderByFor(window: CalendarWindow, day: CalendarDay, calendar: DeliveryCalendar): string {
  const { day: cutDay, time } = onTheWall(instantMs(window.cutOffAt), calendar.timeZone)
  if (cutDay === calendar.today && day.day === calendar.today) return `Order by ${clockWords(time)} for most suburbs.`
  const when =
    cutDay === calendar.today
      ? 'today'
      : cutDay === daysLater(calendar.today, 1)
        ? 'tomorrow'
        : `on ${weekdayName(cutDay)}`
  const left =
    window.placesLeft === undefined ? '' : ` ${window.placesLeft} ${window.placesLeft === 1 ? 'place' : 'places'} left.`
  return `Order by ${clockWords(time)} ${when}.${left}`
}

function dayWord({ day }: CalendarDay, { today: now }: DeliveryCalendar): string {
  if (day === now) return 'today'
  if (day === daysLater(now, 1)) return 'tomorrow'
  return day < daysLater(now, 7) ? weekdayName(day) : longDay(day)
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
