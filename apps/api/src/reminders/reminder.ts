import { daysAfter, type ShopDay } from '@flora/calendar/shop-day.ts'

export interface YearDay {
  /** 1 to 12 */
  readonly month: number
  readonly date: number
}

/** When a day of the year comes next, and when its letter goes. */
export interface Coming {
  readonly nextDay: ShopDay
  readonly letterDay: ShopDay
}

/**
 * The next time a day of the year comes, after today: on the day itself a letter is too late to be of use. 29 February is kept on the
 * 28th in other years. When the letter's own day has passed already, the letter goes today: late is better than not at all.
 */
export function comingOf({ month, date }: YearDay, daysBefore: number, today: ShopDay): Coming {
  const thisYear = Number(today.slice(0, 4))
  const day = [thisYear, thisYear + 1].map((year) => dayOf(year, { month, date })).find((one) => one > today)!
  const letterDay = daysAfter(day, -daysBefore)
  return { nextDay: day, letterDay: letterDay < today ? today : letterDay }
}

/** The same day a year on, after a letter about this one was written or came too late. */
export function yearOn(yearDay: YearDay, daysBefore: number, day: ShopDay): Coming {
  const nextDay = dayOf(Number(day.slice(0, 4)) + 1, yearDay)
  return { nextDay, letterDay: daysAfter(nextDay, -daysBefore) }
}

function dayOf(year: number, { month, date }: YearDay): ShopDay {
  return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'constrain' }).toString() as ShopDay
}

// Letters about birthdays are read in the morning.
const firstHour = 8

/** Whether reminders go out at this hour of the shop's day. */
export function isHourOfReminders(now: Temporal.Instant, zone: string): boolean {
  return now.toZonedDateTimeISO(zone).hour >= firstHour
}
