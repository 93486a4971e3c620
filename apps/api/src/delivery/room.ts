import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import type { Window } from './window.ts'

export interface Places {
  readonly capacity: number
  readonly left: number
}

/** How much room the counters say there is. A page may show it; only taking decides. */
export interface Room {
  readonly placesOf: (window: Pick<Window, 'id' | 'capacity'>, day: ShopDay) => Places
  readonly benchMinutesOf: (day: ShopDay, usual: number) => number
}

/**
 * Room from the counters that moved. A day nobody has touched has all its window's places and the weekday's minutes.
 */
export function roomFrom(
  places: readonly (readonly [day: ShopDay, windowId: WindowId, capacity: number, taken: number])[],
  bench: readonly (readonly [day: ShopDay, minutes: number, taken: number])[],
): Room {
  const movedPlaces = new Map(
    places.map(([day, windowId, capacity, taken]) => [`${day} ${windowId}`, { capacity, left: capacity - taken }]),
  )
  const movedBench = new Map(bench.map(([day, minutes, taken]) => [day, minutes - taken]))
  return {
    placesOf: ({ id, capacity }, day) => movedPlaces.get(`${day} ${id}`) ?? { capacity, left: capacity },
    benchMinutesOf: (day, usual) => movedBench.get(day) ?? usual,
  }
}
