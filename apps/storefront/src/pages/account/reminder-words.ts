import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Reminder } from '@flora/contract/reminders.ts'
import { dayAndMonth, dayParts, longDay } from '@flora/calendar/wall-day.ts'

/** '9 March': a day of the year, whichever year it is. */
export function yearDayWords({ month, date }: Reminder['yearDay']): string {
  // A leap year has every day there is.
  return dayAndMonth(`2028-${twoDigits(month)}-${twoDigits(date)}` as ShopDay)
}

/** 'Next: Our day, Wednesday 30 December.' */
export function nextSentence(reminders: readonly Reminder[]): string {
  const [next] = reminders.filter(({ isMuted }) => !isMuted)
  if (next === undefined) return reminders.length === 0 ? 'No day slips by.' : 'All of them are quiet.'
  return `Next: ${next.name}, ${longDay(next.nextDay)}.`
}

/** 'Next on Monday 9 March 2027. We write on 2 March.' */
export function whenWords({ isMuted, nextDay, letterDay }: Reminder, today: ShopDay | undefined): string {
  const next = `Next on ${longDay(nextDay)} ${dayParts(nextDay).year}.`
  if (isMuted) return `${next} We don’t write.`
  return today !== undefined && letterDay <= today
    ? `${next} We’ve written.`
    : `${next} We write on ${dayAndMonth(letterDay)}.`
}

/** How long before a day a letter may come, in the words of a choice. */
export const leads: readonly (readonly [number, string])[] = [
  [3, 'Three days before'],
  [5, 'Five days before'],
  [7, 'A week before'],
  [10, 'Ten days before'],
  [14, 'Two weeks before'],
  [21, 'Three weeks before'],
  [30, 'A month before'],
]

/** The choices, with what another device may have chosen among them. */
export function leadsWith(days: number): readonly (readonly [number, string])[] {
  if (leads.some(([known]) => known === days)) return leads
  const own = [days, days === 1 ? 'The day before' : `${days} days before`] as const
  return [...leads, own].toSorted(([a], [b]) => a - b)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
