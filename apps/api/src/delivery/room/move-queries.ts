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
// take turns; everything is read from the locked rows; and all are written, or none. If a row is missing nothing is locked, so that rows
// are never made while holding others.

/** Moves places from some windows to others, all or nothing; false when one of them is full or is no window. */
export async function movePlaces(tx: Tx, moves: readonly PlaceMove[]): Promise<boolean> {
  return (await tryToMovePlaces(tx, moves)).length === 0
}

/** The same, and names what was full or is no window; nothing when all were moved. */
export async function tryToMovePlaces(
  tx: Tx,
  moves: readonly PlaceMove[],
): Promise<{ day: ShopDay; windowId: WindowId }[]> {
  const moved = moves.filter(({ places }) => places !== 0)
  if (moved.length === 0) return []
  const failed = await movePlacesThatExist(tx, moved)
  const missing = failed.filter(({ isMissing }) => isMissing)
  if (missing.length === 0) return failed
  await insertMissingPlaces(
    tx,
    missing.map((place) => ({ ...place, places: 1 })),
  )
  return movePlacesThatExist(tx, moved)
}

function movePlacesThatExist(
  tx: Tx,
  moved: readonly PlaceMove[],
): Promise<{ day: ShopDay; windowId: WindowId; isMissing: boolean }[]> {
  return rows(
    tx,
    sql`with moves as (${moveRows(moved)}),
          missing as materialized (
            select day, window_id from moves
            where not exists (select from delivery_places p where p.day = moves.day and p.window_id = moves.window_id)
          ), locked as materialized (
            select p.day, p.window_id, p.capacity, p.taken from delivery_places p join moves using (day, window_id)
            where not exists (select from missing)
            order by p.day, p.window_id for update of p
          ), short as materialized (
            select moves.day, moves.window_id from moves left join locked using (day, window_id)
            where case when exists (select from missing) then (moves.day, moves.window_id) in (select day, window_id from missing)
                       else locked.day is null or (moves.places > 0 and locked.taken + moves.places > locked.capacity) end
          ), written as (
            update delivery_places p set taken = locked.taken + moves.places, capacity = locked.capacity
            from moves join locked using (day, window_id)
            where p.day = moves.day and p.window_id = moves.window_id and not exists (select from short)
          )
        select day::text as day, window_id as "windowId", (day, window_id) in (select day, window_id from missing) as "isMissing" from short`,
  )
}

/** The same for bench minutes; false when a day has too few left. */
export async function moveBenchMinutes(tx: Tx, moves: readonly BenchMove[]): Promise<boolean> {
  return (await tryToMoveBenchMinutes(tx, moves)).length === 0
}

/** The same, and names the days that had too few left; nothing when all were moved. */
export async function tryToMoveBenchMinutes(tx: Tx, moves: readonly BenchMove[]): Promise<{ day: ShopDay }[]> {
  const moved = moves.filter(({ minutes }) => minutes !== 0)
  if (moved.length === 0) return []
  const failed = await moveMinutesThatExist(tx, moved)
  const missing = failed.filter(({ isMissing }) => isMissing)
  if (missing.length === 0) return failed
  await insertMissingBenchDays(
    tx,
    missing.map(({ day }) => ({ day, minutes: 1 })),
  )
  return moveMinutesThatExist(tx, moved)
}

function moveMinutesThatExist(tx: Tx, moved: readonly BenchMove[]): Promise<{ day: ShopDay; isMissing: boolean }[]> {
  const days = list(
    moved.map(({ day }) => day),
    'date',
  )
  const minutes = list(
    moved.map((move) => move.minutes),
    'int',
  )
  return rows(
    tx,
    sql`with moves as (select day, sum(minutes)::int as minutes from unnest(${days}, ${minutes}) as move (day, minutes) group by day),
          missing as materialized (
            select day from moves where not exists (select from bench_days b where b.day = moves.day)
          ), locked as materialized (
            select b.day, b.minutes, b.taken from bench_days b join moves using (day)
            where not exists (select from missing)
            order by b.day for update of b
          ), short as materialized (
            select moves.day from moves left join locked using (day)
            where case when exists (select from missing) then moves.day in (select day from missing)
                       else locked.day is null or (moves.minutes > 0 and locked.taken + moves.minutes > locked.minutes) end
          ), written as (
            update bench_days b set taken = locked.taken + moves.minutes, minutes = locked.minutes
            from moves join locked using (day) where b.day = moves.day and not exists (select from short)
          )
        select day::text as day, day in (select day from missing) as "isMissing" from short`,
  )
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
