import { dayInWords, instantInWords, monthInWords, timeInWords } from '@flora/calendar/in-words.ts'
import { clockTimeAt } from '@flora/calendar/clock-time.ts'
import type { Instant } from '@flora/calendar/instant.ts'
import { type ShopDay, shopDayAt, type Zone } from '@flora/calendar/shop-day.ts'
import { calendarDays } from '@flora/contract/delivery.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import type { Season } from './season.ts'

// Every no of the delivery feature, in the shop's voice: the thing, then the reason, then the way on. Codes are part of
// the contract; sentences may change.

export const windowNotFound = {
  code: 'window-not-found',
  message: 'That window is not offered any more. Please choose another.',
} as const

export function addressNotServed(postcode: string, zoneName: string): Obstacle & { code: 'address-not-served' } {
  return {
    code: 'address-not-served',
    message: `That window is for ${zoneName}, and ${postcode} is not in it. Please choose the window again.`,
  }
}

export function noVanGoesTo(postcode: string): Obstacle & { code: 'address-not-served' } {
  return { code: 'address-not-served', message: `Not to ${postcode} yet. Pick-up is open.` }
}

export function closed(day: ShopDay, reason: string): Obstacle & { code: 'closed' } {
  return { code: 'closed', message: `Closed on ${dayInWords(day)}. ${sentence(reason)}` }
}

/** A weekday on which nobody works, the counter neither. */
export const everyoneRests = { code: 'closed', message: 'Closed. The growers rest, so do we.' } as const

export function noRun(postcode: string, isPickUpOpen: boolean): Obstacle & { code: 'no-run' } {
  return { code: 'no-run', message: withPickUp(`No van to ${postcode} that day.`, isPickUpOpen) }
}

export function windowNotThatDay(day: ShopDay): Obstacle & { code: 'no-run' } {
  return { code: 'no-run', message: `That window does not run on ${dayInWords(day)}. Please choose another.` }
}

export function pastCutOff(cutOffAt: Instant, zone: Zone): Obstacle & { code: 'past-cut-off' } {
  return { code: 'past-cut-off', message: `Orders for this window closed at ${instantInWords(cutOffAt, zone)}.` }
}

export function dayPassed(day: ShopDay): Obstacle & { code: 'past-cut-off' } {
  return { code: 'past-cut-off', message: `${dayInWords(day)} has passed. Please choose another day.` }
}

/** For a whole day: every window of it has closed, the last one at `lastAt`. */
export function dayPastCutOff(
  lastAt: Instant,
  today: ShopDay,
  zone: Zone,
  isPickUpOpen: boolean,
): Obstacle & { code: 'past-cut-off' } {
  const when =
    shopDayAt(lastAt, zone) === today
      ? `at ${timeInWords(clockTimeAt(lastAt, zone))}`
      : `at ${instantInWords(lastAt, zone)}`
  return { code: 'past-cut-off', message: withPickUp(`Orders for that day closed ${when}.`, isPickUpOpen) }
}

export function leadTime(leadDays: number, isPickUpOpen: boolean): Obstacle & { code: 'lead-time' } {
  const days = leadDays === 1 ? 'a day' : `${leadDays} days`
  return {
    code: 'lead-time',
    message: withPickUp(`Too soon. We need ${days} more to have these cut for you.`, isPickUpOpen),
  }
}

export function outOfSeason(season: Season): Obstacle & { code: 'out-of-season' } {
  if (!season || season.length === 0)
    return { code: 'out-of-season', message: 'These are never in season together. Please send them on two days.' }
  return { code: 'out-of-season', message: `Not in season that day. We have these in ${monthsInWords(season)}.` }
}

export function outOfRange(last: ShopDay): Obstacle & { code: 'day-out-of-range' } {
  return {
    code: 'day-out-of-range',
    message: `That is too far ahead. The book is open for ${calendarDays} days, until ${dayInWords(last)}.`,
  }
}

export function soldOut(isGone: boolean): Obstacle & { code: 'sold-out' } {
  return {
    code: 'sold-out',
    message: isGone
      ? 'Something in this has left the shop. Please take it out.'
      : 'Sold out. There is not enough left to make this.',
  }
}

/** `capacity` is how many places there were, when that is worth saying. */
export function windowFull(capacity?: number): Obstacle & { code: 'full' } {
  if (capacity === undefined) return { code: 'full', message: 'Full. The last places are taken.' }
  if (capacity === 0) return { code: 'full', message: 'No places that day.' }
  return {
    code: 'full',
    message: capacity === 1 ? 'Full. The one place is taken.' : `Full. All ${capacity} places are taken.`,
  }
}

/** For a whole day. `places` is how many there were, when every window of the day is full; else the rest has closed. */
export function dayFull(places: number | undefined, isPickUpOpen: boolean): Obstacle & { code: 'full' } {
  if (places === undefined)
    return { code: 'full', message: withPickUp('The last places to your zone are taken.', isPickUpOpen) }
  if (places === 0) return { code: 'full', message: withPickUp('No places to your zone that day.', isPickUpOpen) }
  return {
    code: 'full',
    message: withPickUp(
      places === 1 ? 'The one place to your zone is taken.' : `All ${places} places to your zone are taken.`,
      isPickUpOpen,
    ),
  }
}

export const benchFull = {
  code: 'bench-full',
  message: 'Our benches are full that day. Something smaller, or already made, may still fit.',
} as const

function withPickUp(text: string, isPickUpOpen: boolean): string {
  return isPickUpOpen ? `${text} Pick-up is open.` : text
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

// A season may run over New Year: November to January is one stretch.
function monthsInWords(months: readonly number[]): string {
  const has = new Set(months)
  const starts = months.filter((month) => !has.has(month === 1 ? 12 : month - 1)).toSorted((a, b) => a - b)
  if (starts.length === 0) return 'every month'
  const stretches = starts.map((first) => {
    let last = first
    while (has.has((last % 12) + 1)) last = (last % 12) + 1
    return first === last ? monthInWords(first) : `${monthInWords(first)} to ${monthInWords(last)}`
  })
  return stretches.length === 1 ? stretches[0]! : `${stretches.slice(0, -1).join(', ')} and ${stretches.at(-1)!}`
}
