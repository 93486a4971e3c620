import { type Instant, instantText, isBefore } from '@flora/calendar/instant.ts'
import { type ShopDay, weekdayOf, type Zone } from '@flora/calendar/shop-day.ts'
import type { CalendarDay, CalendarWindow } from '@flora/contract/delivery.ts'
import type { ZoneId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { add, type Money } from '@flora/money/money.ts'
import { type Closure, closureOf, closureOfWindow, isForAll } from './closure.ts'
import { inTime } from './cut-off.ts'
import type { Needs } from './needs.ts'
import * as because from './obstacle.ts'
import type { Room } from './room.ts'
import { isInSeason } from './season.ts'
import { type Surge, surgeFor, surgeOf } from './surge.ts'
import { goesToADoor, runsOn, type Window } from './window.ts'

/** What the shop has arranged for one postcode. */
export interface Arrangements {
  readonly timeZone: Zone
  readonly postcode: string
  /** Undefined when no van goes there. */
  readonly zone: { readonly id: ZoneId; readonly name: string } | undefined
  /** Those of the zone and those at the counter, in the order in which they are shown. */
  readonly windows: readonly Window[]
  readonly closures: readonly Closure[]
  readonly surges: readonly Surge[]
  /** Monday first. */
  readonly benchMinutes: readonly number[]
}

export interface Moment {
  readonly now: Instant
  readonly today: ShopDay
}

interface DecidedWindow {
  readonly window: Window
  readonly shown: CalendarWindow
  readonly cutOffAt: Instant
  readonly capacity: number
  readonly left: number
}

// From here down, places are counted for the shopper; above, there is simply room.
const countedFrom = 20

/** Decides one day of the calendar: open or closed, in which windows, for how much, and why not the others. */
export function decideDay(
  day: ShopDay,
  arrangements: Arrangements,
  needs: Needs,
  room: Room,
  moment: Moment,
): CalendarDay {
  const weekday = weekdayOf(day)
  const running = arrangements.windows.filter((window) => runsOn(window, weekday))
  const shut = reasonForAll(day, arrangements, needs, running)
  if (shut) return { day, open: false, reason: shut, windows: [] }

  const surge = surgeOf(arrangements.surges, day)
  const hasBench = needs.benchMinutes <= room.benchMinutesOf(day, arrangements.benchMinutes[weekday - 1] ?? 0)
  const decided = running.map((window) =>
    decideWindow({ window, day, surge, hasBench, arrangements, needs, room, moment }),
  )
  const toADoor = decided.filter(({ window }) => goesToADoor(window))
  const openToADoor = toADoor.filter(({ shown }) => shown.open)
  const open = openToADoor.length > 0 ? openToADoor : decided.filter(({ shown }) => shown.open)
  const reason =
    openToADoor.length > 0
      ? undefined
      : whyNoVan(day, { toADoor, decided, isPickUpOpen: open.length > 0 }, arrangements, needs, moment)
  const left = open.reduce((sum, one) => sum + one.left, 0)

  return {
    day,
    open: open.length > 0,
    ...(reason && { reason }),
    ...(surge && openToADoor.length > 0 && { surge: { name: surge.name, fee: surge.fee } }),
    ...(openToADoor.length > 0 && { from: cheapest(openToADoor) }),
    ...(open.length > 0 && left <= countedFrom && { placesLeft: left }),
    windows: decided.map(({ shown }) => shown),
  }
}

/** What shuts a day whatever the window. A product's own reasons come first: they hold on closed days too. */
function reasonForAll(
  day: ShopDay,
  { closures }: Arrangements,
  { soldOut, season }: Needs,
  running: readonly Window[],
): Obstacle | undefined {
  if (soldOut) return soldOut
  if (!isInSeason(season, day)) return because.outOfSeason(season)
  const closure = closures.find((one) => one.day === day && isForAll(one))
  if (closure) return because.closed(day, closure.reason)
  return running.length === 0 ? because.everyoneRests : undefined
}

interface WindowCase {
  readonly window: Window
  readonly day: ShopDay
  readonly surge: Surge | undefined
  readonly hasBench: boolean
  readonly arrangements: Arrangements
  readonly needs: Needs
  readonly room: Room
  readonly moment: Moment
}

function decideWindow({ window, day, surge, hasBench, arrangements, needs, room, moment }: WindowCase): DecidedWindow {
  const { timeZone, closures } = arrangements
  const time = inTime({ day, cutOff: window.cutOff, leadDays: needs.leadDays, zone: timeZone, now: moment.now })
  const { capacity, left } = room.placesOf(window, day)
  const closure = closureOfWindow(closures, day, window)
  const pays = surgeFor(window, surge)
  const reason = ((): Obstacle | undefined => {
    if (closure) return because.closed(day, closure.reason)
    if (time.kind === 'past-cut-off') return because.pastCutOff(time.cutOffAt, timeZone)
    if (time.kind === 'lead-time') return because.leadTime(needs.leadDays, false)
    if (!hasBench) return because.benchFull
    return left < 1 ? because.windowFull(capacity) : undefined
  })()
  const shown = {
    id: window.id,
    method: window.method,
    name: window.name,
    starts: window.starts,
    ends: window.ends,
    open: reason === undefined,
    ...(reason && { reason }),
    fee: pays ? add(window.fee, pays.fee) : window.fee,
    ...(left <= countedFrom && { placesLeft: Math.max(0, left) }),
    cutOffAt: instantText(time.cutOffAt),
  }
  return { window, shown, cutOffAt: time.cutOffAt, capacity, left }
}

interface ShutWindows {
  readonly toADoor: readonly DecidedWindow[]
  readonly decided: readonly DecidedWindow[]
  readonly isPickUpOpen: boolean
}

/** Why nobody brings it that day: the reason a shopper could do something about goes before the one she could not. */
function whyNoVan(
  day: ShopDay,
  { toADoor, decided, isPickUpOpen }: ShutWindows,
  arrangements: Arrangements,
  needs: Needs,
  { today }: Moment,
): Obstacle | undefined {
  const { postcode, zone, closures, timeZone } = arrangements
  if (!zone && isPickUpOpen) return undefined
  if (zone && toADoor.length === 0) return because.noRun(postcode, isPickUpOpen)
  const closure = zone && closureOf(closures, day, zone.id)
  if (closure) return because.closed(day, closure.reason)

  const shut = zone ? toADoor : decided
  const full = shut.filter(({ shown }) => shown.reason?.code === 'full')
  const has = (code: string) => shut.some(({ shown }) => shown.reason?.code === code)
  if (full.length > 0) {
    const all = full.length === shut.length ? full.reduce((sum, { capacity }) => sum + capacity, 0) : undefined
    return zone ? because.dayFull(all, isPickUpOpen) : because.windowFull(all)
  }
  if (has('bench-full')) return because.benchFull
  if (has('lead-time')) return because.leadTime(needs.leadDays, isPickUpOpen)
  if (has('past-cut-off')) return because.dayPastCutOff(latest(shut), today, timeZone, isPickUpOpen)
  return shut[0]?.shown.reason
}

function cheapest(windows: readonly DecidedWindow[]): Money {
  return windows.map(({ shown }) => shown.fee as Money).reduce((least, fee) => (fee.minor < least.minor ? fee : least))
}

function latest(windows: readonly DecidedWindow[]): Instant {
  return windows.map(({ cutOffAt }) => cutOffAt).reduce((last, at) => (isBefore(last, at) ? at : last))
}
