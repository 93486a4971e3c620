import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Occurrence, Subscription } from '@flora/contract/subscriptions.ts'
import { dayParts, daysLater, monthName, weekdayIndex } from '@flora/calendar/wall-day.ts'
import { firstDayOf, isComing, nextOf } from './subscription-words.ts'

/** What a day of the calendar holds. */
export interface Mark {
  readonly kind: 'next' | 'due' | 'done' | 'skipped' | 'gone' | 'sur' | 'later'
  /** A word or two under the number. */
  readonly note: string
  /** The same for those who listen. */
  readonly said: string
}

export interface MonthCell {
  readonly day: ShopDay
  readonly mark: Mark | undefined
}

export interface Month {
  /** 'November 2026' */
  readonly name: string
  /** Weeks, Monday first; what belongs to another month is left out. */
  readonly weeks: readonly (readonly (MonthCell | undefined)[])[]
}

// Months drawn; the shop's horizon of twelve weeks reaches into a fourth at most, and the ledger lists what lies there.
const monthsShown = 3

/** The months of what comes, from this one on, as far as there is something in them. */
export function monthsOf(subscriptions: readonly Subscription[], today: ShopDay): Month[] {
  const marks = marksOf(subscriptions, today)
  const last = [...marks.keys()].toSorted().at(-1) ?? today
  const months: Month[] = []
  let first = `${today.slice(0, 7)}-01` as ShopDay
  while (months.length === 0 || (first <= last && months.length < monthsShown)) {
    months.push(monthFrom(first, marks))
    first = `${daysLater(first, 31).slice(0, 7)}-01` as ShopDay
  }
  return months
}

function monthFrom(first: ShopDay, marks: ReadonlyMap<ShopDay, Mark>): Month {
  const weeks: (MonthCell | undefined)[][] = [Array.from({ length: weekdayIndex(first) }, () => undefined)]
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = daysLater(day, 1)) {
    if (weeks.at(-1)!.length === 7) weeks.push([])
    weeks.at(-1)!.push({ day, mark: marks.get(day) })
  }
  while (weeks.at(-1)!.length < 7) weeks.at(-1)!.push(undefined)
  return { name: `${monthName(first)} ${dayParts(first).year}`, weeks }
}

/** What a day says where several things meet: the one that needs her eye first. */
const weight: readonly Mark['kind'][] = ['next', 'due', 'done', 'skipped', 'gone', 'later', 'sur']

function marksOf(subscriptions: readonly Subscription[], today: ShopDay): Map<ShopDay, Mark> {
  const marks = new Map<ShopDay, Mark>()
  const next = nextOf(subscriptions, today)?.occurrence
  function put(day: ShopDay, mark: Mark): void {
    const there = marks.get(day)
    if (there === undefined || weight.indexOf(mark.kind) < weight.indexOf(there.kind)) marks.set(day, mark)
  }
  for (const subscription of subscriptions) {
    const note = shortName(subscription.product.name)
    for (const occurrence of subscription.occurrences) {
      if (occurrence.day !== undefined)
        put(occurrence.day, markOf(occurrence, { note, isNext: occurrence.id === next?.id, today }))
      else if (occurrence.between !== undefined && isComing(occurrence))
        for (const day of daysOf(subscription, occurrence, today))
          put(day, { kind: 'sur', note: '', said: 'a surprise may come' })
    }
    if (subscription.state === 'cancelled') continue
    for (const { day } of subscription.later)
      if (day !== undefined) put(day, { kind: 'later', note, said: `${subscription.product.name}, may still move` })
  }
  return marks
}

function markOf(
  { state, day }: Occurrence,
  { note, isNext, today }: { note: string; isNext: boolean; today: ShopDay },
): Mark {
  switch (state) {
    case 'planned':
    case 'charging':
    case 'paid':
      if (day !== undefined && day < today) return { kind: 'done', note: 'Came', said: `${note}, came` }
      return isNext
        ? { kind: 'next', note, said: `${note}, the next one` }
        : { kind: 'due', note, said: `${note}, to come` }
    case 'skipped':
      return { kind: 'skipped', note: 'Skipped', said: `${note}, skipped` }
    case 'failed':
      return { kind: 'gone', note: 'Unpaid', said: `${note}, not paid, not coming` }
    case 'cancelled':
    case 'could-not':
      return { kind: 'gone', note: 'Not coming', said: `${note}, not coming` }
  }
}

// The days that she ruled out are not shown as possible, nor those on which no van goes; which of the rest it is, only the shop knows.
function daysOf({ plan }: Subscription, { between, notOn = [] }: Occurrence, today: ShopDay): ShopDay[] {
  if (between === undefined) return []
  const { from, until } = between
  const days: ShopDay[] = []
  for (let day = from < today ? today : from; day <= until; day = daysLater(day, 1)) {
    const isOut = plan.excludedWeekdays.includes(weekdayIndex(day) + 1) || plan.excludedDays.includes(day)
    if (!isOut && !notOn.includes(day)) days.push(day)
  }
  return days
}

// A cell of a phone's calendar is seven letters wide.
function shortName(name: string): string {
  return name.split(/[\s,]+/)[0] ?? name
}

/** The deliveries in the order they come. */
export function inOrder(occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences.toSorted((a, b) => firstDayOf(a).localeCompare(firstDayOf(b)))
}
