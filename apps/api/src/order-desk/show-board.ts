import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { timeFromStored } from '@flora/calendar/stored-time.ts'
import { boardColumn, type DayBoard, type DayFilters } from '@flora/contract/day-board.ts'
import { type OrderStatus, orderStatuses } from '@flora/contract/orders.ts'
import { isAlive } from '../making/index.ts'
import type { Shop } from '../shop.ts'
import {
  type DayCounts,
  type DayPlace,
  findDayCounts,
  findTimeZone,
  listColumns,
  listDayCards,
} from './board-queries.ts'
import { momentAt, toCard } from './card.ts'
import type { CardRow } from './card-queries.ts'
import { fromCursor, toCursor } from './cursor.ts'

/** The deliveries of a day by how far they are. Two statements at once. */
export async function showBoard(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  day: ShopDay,
  filters: DayFilters,
): Promise<DayBoard> {
  const [counts, cards] = await Promise.all([
    findDayCounts(db, day),
    listColumns(db, { day, filters, each: boardColumn }),
  ])
  const moment = momentAt(clock.now(), counts.timeZone)
  const columns = Map.groupBy(cards, ({ status }) => status)
  return {
    ...toDayHead(day, counts, moment),
    columns: orderStatuses.flatMap((status) => {
      const some = columns.get(status) ?? []
      const count = some[0]?.inAll ?? 0
      if (count === 0) return []
      const next = count > some.length ? placeOf(some.at(-1)!) : null
      return [{ status, count, cards: some.map((row) => toCard(row, moment)), next }]
    }),
  }
}

export interface DayPageAsked {
  readonly day: ShopDay
  readonly filters: DayFilters
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of a day's deliveries, by window. */
export async function listDeliveries(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  { day, filters, after, limit }: DayPageAsked,
) {
  const place = after === undefined ? undefined : dayPlace(after)
  const [timeZone, found] = await Promise.all([
    findTimeZone(db),
    listDayCards(db, { day, filters, after: place, limit: limit + 1 }),
  ])
  const moment = momentAt(clock.now(), timeZone)
  const shown = found.slice(0, limit)
  return {
    cards: shown.map((row) => toCard(row, moment)),
    next: found.length > limit ? placeOf(shown.at(-1)!) : null,
  }
}

/** What the board and today begin with. */
export function toDayHead(day: ShopDay, counts: DayCounts, { at, today, timeZone }: ReturnType<typeof momentAt>) {
  const inWindow = Map.groupBy(counts.counts, ([windowId]) => windowId)
  const summed = new Map<OrderStatus, number>()
  for (const [, status, count] of counts.counts) summed.set(status, (summed.get(status) ?? 0) + count)
  const toCounts = (some: Iterable<readonly [OrderStatus, number]>) => {
    const known = new Map(some)
    return orderStatuses.flatMap((status) => (known.has(status) ? [{ status, count: known.get(status)! }] : []))
  }
  return {
    day,
    today,
    at: at.toString(),
    timeZone,
    deliveries: [...summed].reduce((sum, [status, count]) => (isAlive(status) ? sum + count : sum), 0),
    orders: counts.orders,
    counts: toCounts(summed),
    windows: counts.windows.map(({ id, name, starts, ends, method, zoneId, zoneName, capacity, taken }) => ({
      window: { id, name, starts: timeFromStored(starts), ends: timeFromStored(ends) },
      method,
      zone: { id: zoneId, name: zoneName },
      places: { capacity, taken, left: capacity - taken },
      counts: toCounts((inWindow.get(id) ?? []).map(([, status, count]) => [status, count] as const)),
    })),
  }
}

function placeOf({ windowStarts, deliveryId }: CardRow): string {
  return toCursor([windowStarts, deliveryId])
}

function dayPlace(after: string): DayPlace {
  const [starts, id] = fromCursor(after, [/^\d{2}:\d{2}:\d{2}$/, /^dlv_[0-9a-z-]{1,64}$/])
  return { starts: starts!, id: id as DayPlace['id'] }
}
