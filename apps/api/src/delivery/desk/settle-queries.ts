import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { BrokenOrder } from '@flora/contract/delivery-desk.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import { list, rows, type Tx } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'

/** Which counters a change touches: of some days or of all to come, of some windows or of all. */
export interface Scope {
  readonly today: ShopDay
  readonly days?: readonly ShopDay[] | undefined
  readonly windowIds?: readonly WindowId[] | undefined
}

const within = ({ today, days, windowIds }: Scope): SQL => sql`place.day >= ${today}::date
  ${days ? sql`and place.day = any(${list(days, 'date')})` : sql``}
  ${windowIds ? sql`and place.window_id = any(${list(windowIds, 'text')})` : sql``}`

/** Makes the places of windows that run on these days, where there are none yet. */
export async function insertPlacesOf(tx: Tx, { days = [], windowIds }: Scope): Promise<void> {
  await rows(
    tx,
    sql`
      insert into delivery_places (day, window_id, capacity)
      select ahead.day, windows.id, windows.capacity
      from unnest(${list(days, 'date')}) as ahead (day)
      join windows on windows.active and extract(isodow from ahead.day)::smallint = any(windows.weekdays)
        ${windowIds ? sql`and windows.id = any(${list(windowIds, 'text')})` : sql``}
      order by 1, 2
      on conflict do nothing`,
  )
}

/** Makes these days' bench, where there is none yet. */
export async function insertBenchOf(tx: Tx, days: readonly ShopDay[]): Promise<void> {
  await rows(
    tx,
    sql`
      insert into bench_days (day, minutes)
      select ahead.day, shop.bench_minutes[extract(isodow from ahead.day)::int]
      from unnest(${list(days, 'date')}) as ahead (day) cross join shop
      order by 1
      on conflict do nothing`,
  )
}

/** From here on nobody takes or gives back a place of these: who has one under way is waited for. */
export async function lockPlaces(tx: Tx, scope: Scope): Promise<void> {
  await rows(
    tx,
    sql`select from delivery_places place where ${within(scope)} order by place.day, place.window_id for update`,
  )
}

/** The same for bench minutes, which come before places in the house's order of locks. */
export async function lockBench(tx: Tx, { today, days }: Pick<Scope, 'today' | 'days'>): Promise<void> {
  await rows(
    tx,
    sql`select from bench_days bench where bench.day >= ${today}::date ${days ? sql`and bench.day = any(${list(days, 'date')})` : sql``}
        order by bench.day for update`,
  )
}

// Kept only until the counter has sunk to it.
const whileTooMany: SQL = sql`case when arranged.wanted < arranged.taken then arranged.wanted end`

export interface Lowered {
  readonly day: ShopDay
  readonly windowId: WindowId
}

/**
 * Brings locked counters up to what is arranged now: nothing for what is closed or does not run, the day's own capacity, or the
 * window's. Gives those that were lowered below what is taken: they keep what is taken and sink with it.
 */
export function settlePlaces(tx: Tx, scope: Scope): Promise<Lowered[]> {
  return rows(
    tx,
    sql`
      with arranged as materialized (
        select place.day, place.window_id, place.taken, coalesce(place.wanted, place.capacity) as before,
          case when not windows.active or extract(isodow from place.day)::smallint <> all(windows.weekdays) or exists (
              select from closures where closures.day = place.day
                and (closures.window_id is null or closures.window_id = windows.id)
                and (closures.zone_id is null or closures.zone_id = windows.zone_id)
            ) then 0 else coalesce(place.own_capacity, windows.capacity) end as wanted
        from delivery_places place join windows on windows.id = place.window_id
        where ${within(scope)}
      ), settled as (
        update delivery_places place
        set capacity = greatest(arranged.wanted, arranged.taken), wanted = ${whileTooMany}
        from arranged
        where place.day = arranged.day and place.window_id = arranged.window_id
          and (place.capacity <> greatest(arranged.wanted, arranged.taken) or place.wanted is distinct from ${whileTooMany})
      )
      select day, window_id as "windowId" from arranged where wanted < taken and wanted < before order by day, window_id`,
  )
}

/** The same for the bench: gives the days that were lowered below what is taken. */
export async function settleBench(tx: Tx, { today, days }: Pick<Scope, 'today' | 'days'>): Promise<ShopDay[]> {
  const lowered = await rows<{ day: ShopDay }>(
    tx,
    sql`
      with arranged as materialized (
        select bench.day, bench.taken, coalesce(bench.wanted, bench.minutes) as before,
          coalesce(bench.own_minutes, shop.bench_minutes[extract(isodow from bench.day)::int]) as wanted
        from bench_days bench cross join shop
        where bench.day >= ${today}::date ${days ? sql`and bench.day = any(${list(days, 'date')})` : sql``}
      ), settled as (
        update bench_days bench
        set minutes = greatest(arranged.wanted, arranged.taken), wanted = ${whileTooMany}
        from arranged
        where bench.day = arranged.day
          and (bench.minutes <> greatest(arranged.wanted, arranged.taken) or bench.wanted is distinct from ${whileTooMany})
      )
      select day from arranged where wanted < taken and wanted < before order by day`,
  )
  return lowered.map(({ day }) => day)
}

/** How many orders a refusal names; it counts them all. */
export const brokenShown = 100

export interface BrokenOrders {
  readonly orders: BrokenOrder[]
  readonly total: number
}

// Whoever has places and has not got the flowers yet.
const stands = sql`orders.places in ('held', 'kept') and delivery.status not in ('DELIVERED', 'CANCELLED', 'REFUNDED')`

async function listBroken(tx: Tx, which: SQL): Promise<BrokenOrders> {
  const found = await rows<BrokenOrder & { total: number }>(
    tx,
    sql`
      select orders.id as "orderId", orders.number, delivery.day, delivery.window_name as "windowName", delivery.postcode, count(*) over ()::int as total
      from order_deliveries delivery join orders on orders.id = delivery.order_id
      where ${stands} and ${which}
      order by delivery.day, orders.number, delivery.position limit ${brokenShown}`,
  )
  return { total: found[0]?.total ?? 0, orders: found.map(({ total: _, ...order }) => order) }
}

/** Orders of these windows on these days. */
export function listOrdersOfPlaces(tx: Tx, lowered: readonly Lowered[]): Promise<BrokenOrders> {
  if (lowered.length === 0) return Promise.resolve({ orders: [], total: 0 })
  const days = list(
    lowered.map(({ day }) => day),
    'date',
  )
  const windowIds = list(
    lowered.map(({ windowId }) => windowId),
    'text',
  )
  return listBroken(
    tx,
    sql`(delivery.day, delivery.window_id) in (select day, window_id from unnest(${days}, ${windowIds}) as lowered (day, window_id))`,
  )
}

/** Orders of these days that the bench ties something for. */
export function listOrdersOfBench(tx: Tx, days: readonly ShopDay[]): Promise<BrokenOrders> {
  if (days.length === 0) return Promise.resolve({ orders: [], total: 0 })
  return listBroken(tx, sql`delivery.day = any(${list(days, 'date')}) and delivery.bench_minutes > 0`)
}

/** Orders of a window from a day on, whatever its counters. */
export function listOrdersOfWindow(tx: Tx, windowId: WindowId, today: ShopDay): Promise<BrokenOrders> {
  return listBroken(tx, sql`delivery.day >= ${today}::date and delivery.window_id = ${windowId}`)
}

/** Orders that a zone's van brings to these postcodes from a day on. */
export function listOrdersOfPostcodes(
  tx: Tx,
  { zoneId, postcodes, today }: { zoneId: ZoneId; postcodes: readonly string[]; today: ShopDay },
): Promise<BrokenOrders> {
  if (postcodes.length === 0) return Promise.resolve({ orders: [], total: 0 })
  return listBroken(
    tx,
    sql`delivery.day >= ${today}::date and delivery.zone_id = ${zoneId} and delivery.method <> 'pick-up'
        and delivery.postcode = any(${list(postcodes, 'text')})`,
  )
}
