import { cutOffInstant, instantText } from '@flora/calendar/instant.ts'
import { type ShopDay, weekdayOf } from '@flora/calendar/shop-day.ts'
import type { DeskCalendarDay, DeskClosure, DeskDayWindow, DeskSurge, Fill } from '@flora/contract/delivery-desk.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { add, money } from '@flora/money/money.ts'
import { type Closure, closureOf, closureOfWindow } from '../closure.ts'
import { surgeFor, surgeOf } from '../surge.ts'
import { goesToADoor, runsOn } from '../window.ts'
import type { CalendarRecord, ClosureRecord, DeskWindowRecord, PlacesRecord, SurgeRecord } from './calendar-queries.ts'

/** What the calendar shows of one day, whatever was taken and arranged. Pure: the record says it all. */
export function dayOf(day: ShopDay, record: CalendarRecord, today: ShopDay): DeskCalendarDay {
  const closures = record.closures.filter((one) => one.day === day)
  const shown = windowsOf(day, record)
  const toADoor = shown.filter(({ window }) => goesToADoor(window))
  const open = toADoor.some(({ window, closure }) => !closure && isOffered(window, day))
  const why = closureOf(closures.map(toClosure), day, toADoor[0]?.window.zoneId ?? 'zon_')?.reason
  const surge = surgeOn(day, record)
  return {
    day,
    isPast: day < today,
    open,
    ...(!open && { closedBecause: why ?? whyNobody(toADoor) }),
    closures: closures.map(toDeskClosure),
    ...(surge && { surge }),
    places: sum(toADoor.map(({ places }) => places)),
    zones: record.zones.flatMap(({ id }) => {
      const ofIt = shown.filter(({ window }) => window.zoneId === id)
      if (ofIt.length === 0) return []
      return [
        {
          zoneId: id,
          closed: ofIt.every(({ closure }) => closure !== undefined),
          places: sum(ofIt.map(({ places }) => places)),
        },
      ]
    }),
    benchMinutes: benchOf(day, record),
    orders: shown.reduce((all, { orders }) => all + orders, 0),
  }
}

/** Each window of a day, as the panel beside the calendar shows it. */
export function dayWindowsOf(day: ShopDay, record: CalendarRecord): DeskDayWindow[] {
  const surge = surgeOf(
    record.surges.map((one) => ({ ...one, fromDay: one.from, untilDay: one.until, fee: money(one.feeMinor, 'AUD') })),
    day,
  )
  return windowsOf(day, record).map(({ window, closure, places, ownCapacity, orders }) => {
    const pays = surgeFor(window, surge)
    return {
      windowId: window.id,
      zoneId: window.zoneId,
      method: window.method,
      name: window.name,
      starts: window.starts,
      ends: window.ends,
      fee: pays ? add(window.fee, pays.fee) : window.fee,
      cutOffAt: instantText(cutOffInstant(day, window.cutOff, record.timeZone)),
      ...(closure && { closedBecause: closure.reason }),
      places,
      usualCapacity: window.capacity,
      ...(ownCapacity !== null && { ownCapacity }),
      orders,
    }
  })
}

/** The minutes that a day's bench has when nobody says otherwise. */
export function usualBenchMinutes(day: ShopDay, { benchMinutes }: CalendarRecord): number {
  return benchMinutes[weekdayOf(day) - 1] ?? 0
}

export function toDeskClosure({ day, zoneId, windowId, reason }: ClosureRecord): DeskClosure {
  if (windowId !== null) return { day, scope: 'window', windowId, reason }
  return zoneId === null ? { day, scope: 'shop', reason } : { day, scope: 'zone', zoneId, reason }
}

export function toDeskSurge({ feeMinor, ...surge }: SurgeRecord): DeskSurge {
  return { ...surge, fee: money(feeMinor, 'AUD') }
}

interface WindowOfDay {
  readonly window: DeskWindowRecord
  readonly closure: Closure | undefined
  readonly places: Fill
  readonly ownCapacity: number | null
  readonly orders: number
}

function isOffered(window: DeskWindowRecord, day: ShopDay): boolean {
  return window.active && runsOn(window, weekdayOf(day))
}

// Those that run, and those that do not any more and have orders all the same.
function windowsOf(day: ShopDay, record: CalendarRecord): WindowOfDay[] {
  const closures = record.closures.map(toClosure)
  const counted = new Map<WindowId, PlacesRecord>(
    record.places.filter((place) => place.day === day).map((place) => [place.windowId, place]),
  )
  return record.windows.flatMap((window) => {
    const place = counted.get(window.id)
    if (!isOffered(window, day) && !place?.taken) return []
    const closure = closureOfWindow(closures, day, window)
    // A closed day nobody has counted yet has no places, like one that was counted before it was closed.
    const capacity = place?.capacity ?? (closure ? 0 : window.capacity)
    const taken = place?.taken ?? 0
    return [
      {
        window,
        closure,
        places: { capacity, taken, left: closure ? 0 : capacity - taken },
        ownCapacity: place?.ownCapacity ?? null,
        orders: place?.orders ?? 0,
      },
    ]
  })
}

function benchOf(day: ShopDay, record: CalendarRecord): Fill {
  const counted = record.bench.find((one) => one.day === day)
  const capacity = counted?.minutes ?? usualBenchMinutes(day, record)
  const taken = counted?.taken ?? 0
  return { capacity, taken, left: capacity - taken }
}

function surgeOn(day: ShopDay, { surges }: CalendarRecord): DeskSurge | undefined {
  const dearest = surges
    .filter(({ from, until }) => from <= day && day <= until)
    .reduce<SurgeRecord | undefined>((most, one) => (most && most.feeMinor >= one.feeMinor ? most : one), undefined)
  return dearest && toDeskSurge(dearest)
}

function whyNobody(toADoor: readonly WindowOfDay[]): string {
  return toADoor.find(({ closure }) => closure)?.closure?.reason ?? 'Nobody delivers on that weekday'
}

function toClosure({ day, zoneId, windowId, reason }: ClosureRecord): Closure {
  return { day, zoneId: zoneId ?? undefined, windowId: windowId ?? undefined, reason }
}

function sum(fills: readonly Fill[]): Fill {
  return fills.reduce(
    (all, one) => ({
      capacity: all.capacity + one.capacity,
      taken: all.taken + one.taken,
      left: all.left + one.left,
    }),
    { capacity: 0, taken: 0, left: 0 },
  )
}
