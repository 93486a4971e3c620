import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { list, rows, type Tx } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'
import { insertMissingBenchDays, insertMissingPlaces } from './queries.ts'

/** Places that are taken (above zero) or given back (below) in one go. */
export interface PlaceMove {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly places: number
}

export interface BenchMove {
  readonly day: ShopDay
  readonly minutes: number
}

// As with taking: all rows are locked in the order of their keys by one statement, whichever way they move, so that two who swap days
// take turns; everything is read from the locked rows; and all are written, or none.

/** Moves places from some windows to others, all or nothing; false when one of them is full or is no window. */
export async function movePlaces(tx: Tx, moves: readonly PlaceMove[]): Promise<boolean> {
  const moved = moves.filter(({ places }) => places !== 0)
  if (moved.length === 0) return true
  const wanted = moved.filter(({ places }) => places > 0)
  if (wanted.length > 0) await insertMissingPlaces(tx, wanted)
  const failed = await rows(
    tx,
    sql`with moves as (${moveRows(moved)}),
          locked as materialized (
            select p.day, p.window_id, p.capacity, p.taken from delivery_places p join moves using (day, window_id)
            order by p.day, p.window_id for update of p
          ), short as materialized (
            select from moves left join locked using (day, window_id)
            where locked.day is null or (moves.places > 0 and locked.taken + moves.places > locked.capacity)
          ), written as (
            update delivery_places p set taken = locked.taken + moves.places, capacity = locked.capacity
            from moves join locked using (day, window_id)
            where p.day = moves.day and p.window_id = moves.window_id and not exists (select from short)
          )
        select 1 from short`,
  )
  return failed.length === 0
}

/** The same for bench minutes; false when a day has too few left. */
export async function moveBenchMinutes(tx: Tx, moves: readonly BenchMove[]): Promise<boolean> {
  const moved = moves.filter(({ minutes }) => minutes !== 0)
  if (moved.length === 0) return true
  const wanted = moved.filter(({ minutes }) => minutes > 0)
  if (wanted.length > 0) await insertMissingBenchDays(tx, wanted)
  const days = list(
    moved.map(({ day }) => day),
    'date',
  )
  const minutes = list(
    moved.map((move) => move.minutes),
    'int',
  )
  const failed = await rows(
    tx,
    sql`with moves as (select day, sum(minutes)::int as minutes from unnest(${days}, ${minutes}) as move (day, minutes) group by day),
          locked as materialized (
            select b.day, b.minutes, b.taken from bench_days b join moves using (day) order by b.day for update of b
          ), short as materialized (
            select from moves left join locked using (day)
            where locked.day is null or (moves.minutes > 0 and locked.taken + moves.minutes > locked.minutes)
          ), written as (
            update bench_days b set taken = locked.taken + moves.minutes, minutes = locked.minutes
            from moves join locked using (day) where b.day = moves.day and not exists (select from short)
          )
        select 1 from short`,
  )
  return failed.length === 0
}

function moveRows(moves: readonly PlaceMove[]): SQL {
  const days = list(
    moves.map(({ day }) => day),
    'date',
  )
  const windowIds = list(
    moves.map(({ windowId }) => windowId),
    'text',
  )
  const places = list(
    moves.map((move) => move.places),
    'int',
  )
  return sql`select day, window_id, sum(places)::int as places from unnest(${days}, ${windowIds}, ${places}) as move (day, window_id, places)
      group by day, window_id`
}
