import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Frequency, Occurrence, Subscription } from '@flora/contract/subscriptions.ts'
import {
  dayAndMonth,
  dayParts,
  daysLater,
  longDay,
  monthName,
  shortDay,
  weekdayName,
} from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { cents } from '../../../words/money.ts'

export const frequencyNouns: Readonly<Record<Frequency, string>> = {
  weekly: 'week',
  fortnightly: 'fortnight',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
}

/** 'Kitchen Table, fortnightly', 'Kitchen Table, a surprise each month'. */
export function subscriptionName({
  product,
  kind,
  frequency,
}: Pick<Subscription, 'product' | 'kind' | 'frequency'>): string {
  return kind === 'surprise'
    ? `${product.name}, a surprise each ${frequencyNouns[frequency]}`
    : `${product.name}, ${frequency}`
}

/** 'Wed 25 Nov, 4 pm', at the shop. */
export function momentWords(instant: string, timeZone: string): string {
  const { day, time } = onTheWall(instantMs(instant), timeZone)
  return `${shortDay(day)}, ${clockWords(time)}`
}

/** '1 to 14 December', '24 November to 7 December'. */
export function spanWords({ from, until }: { from: ShopDay; until: ShopDay }): string {
  return monthName(from) === monthName(until)
    ? `${dayParts(from).date} to ${dayAndMonth(until)}`
    : `${dayAndMonth(from)} to ${dayAndMonth(until)}`
}

/** 'Thu 12 November': as a line of the ledger begins. */
export function lineWords(occurrence: Pick<Occurrence, 'day' | 'between'>): string {
  const { day } = occurrence
  return day === undefined ? whenWords(occurrence) : `${weekdayName(day).slice(0, 3)} ${dayAndMonth(day)}`
}

/** When a delivery comes, in full. */
export function whenWords({ day, between }: Pick<Occurrence, 'day' | 'between'>): string {
  if (day !== undefined) return longDay(day)
  return between === undefined ? 'No day yet' : spanWords(between)
}

/** What a delivery's line says: what happens to it, and until when it is hers to change. */
export function stateWords(
  occurrence: Occurrence,
  { timeZone, isGift }: { timeZone: string; isGift: boolean },
): string {
  const { state, because, price, lastChangeAt, chargeAt, payUntil } = occurrence
  const sum = price === undefined ? 'it' : cents(price)
  switch (state) {
    case 'planned': {
      if (occurrence.between !== undefined)
        return price === undefined ? 'A day only we know.' : `A day only we know. ${sum}, charged shortly before.`
      if (lastChangeAt === undefined || chargeAt === undefined) return 'Planned.'
      if (isGift) return `Yours to change until ${momentWords(lastChangeAt, timeZone)}. It is paid.`
      return lastChangeAt === chargeAt
        ? `Yours to change until ${momentWords(lastChangeAt, timeZone)}. Then we charge ${sum}.`
        : `Yours to change until ${momentWords(lastChangeAt, timeZone)}. We charge ${sum} ${momentWords(chargeAt, timeZone)}.`
    }
    case 'charging':
      return payUntil === undefined
        ? `We are charging ${sum}.`
        : `Not paid yet: ${sum}. It comes if it is paid by ${momentWords(payUntil, timeZone)}.`
    case 'paid':
      return price === undefined ? 'Paid.' : `Paid, ${sum}.`
    case 'skipped':
    case 'failed':
    case 'cancelled':
    case 'could-not':
      return because ?? 'It is not coming.'
  }
}

/** Whether anything of it is still to come. */
export function isComing({ state }: Pick<Occurrence, 'state'>): boolean {
  return state === 'planned' || state === 'charging' || state === 'paid'
}

/** The delivery that comes next, and whose it is. */
export function nextOf(
  subscriptions: readonly Subscription[],
  today: ShopDay,
): { subscription: Subscription; occurrence: Occurrence } | undefined {
  return (
    subscriptions
      .flatMap((subscription) =>
        subscription.occurrences
          .filter((one) => isComing(one) && lastDayOf(one) >= today)
          .map((occurrence) => ({ subscription, occurrence })),
      )
      // Of a surprise only its last possible day is certain.
      .toSorted((a, b) => lastDayOf(a.occurrence).localeCompare(lastDayOf(b.occurrence)))[0]
  )
}

export function firstDayOf({ day, between }: Pick<Occurrence, 'day' | 'between'>): string {
  return day ?? between?.from ?? ''
}

function lastDayOf({ day, between }: Pick<Occurrence, 'day' | 'between'>): string {
  return day ?? between?.until ?? ''
}

/** 'Next one: Thursday, to Nicholson Street.' */
export function nextSentence(subscriptions: readonly Subscription[], today: ShopDay): string {
  const next = nextOf(subscriptions, today)
  if (next === undefined) return subscriptions.length === 0 ? 'No flowers on repeat yet.' : 'Nothing is on its way.'
  const { subscription, occurrence } = next
  const { line1 } = subscription.plan.recipient
  const where = line1 === '' ? 'at the shop' : `to ${line1.replace(/^[\d/\-\s]+[a-z]?\s+/i, '')}`
  return `Next one: ${nearDay(occurrence, today)}, ${where}.`
}

function nearDay({ day, between }: Pick<Occurrence, 'day' | 'between'>, today: ShopDay): string {
  if (day === undefined) return between === undefined ? 'soon' : `a surprise, ${spanWords(between)}`
  if (day === today) return 'today'
  if (day === daysLater(today, 1)) return 'tomorrow'
  return day < daysLater(today, 7) ? weekdayName(day) : longDay(day)
}

/** The badge of a subscription: its mark and its word. */
export function badgeOf(subscription: Subscription, today: ShopDay): { mark: string; word: string } {
  const { state, pausedUntil, occurrences } = subscription
  switch (state) {
    case 'cancelled':
      return { mark: 'cancelled', word: 'Ended' }
    case 'paused':
      return {
        mark: 'pending',
        word: pausedUntil === undefined ? 'Paused' : `Paused until ${dayAndMonth(pausedUntil)}`,
      }
    case 'active': {
      const first = occurrences.map(firstDayOf).toSorted()[0]
      return first !== undefined && first > today
        ? { mark: 'pending', word: `Starts ${dayAndMonth(first as ShopDay)}` }
        : { mark: 'confirmed', word: 'Active' }
    }
  }
}

const done: Readonly<Record<string, string>> = {
  started: 'Began',
  skipped: 'A delivery skipped',
  unskipped: 'A delivery taken back in',
  moved: 'A delivery moved',
  changed: 'Changed',
  paused: 'Paused',
  resumed: 'Goes on',
  cancelled: 'Ended',
  paid: 'Paid',
  'card-declined': 'The card was refused',
  'could-not': 'A delivery could not be kept',
  'nearest-match': 'The nearest match goes in',
  'price-announced': 'A new price announced',
}

const doers: Readonly<Record<string, string>> = { customer: 'you', shop: 'the shop', stripe: 'your bank' }

/** What was done, for the history; what has no sentence yet is said by its own name. */
export function doneWords(kind: string): string {
  const words = done[kind] ?? kind.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Who did it: 'you', 'the shop'. */
export function doerWords(who: string): string {
  return doers[who] ?? who
}
