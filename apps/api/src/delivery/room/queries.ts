import type { Instant } from '@flora/calendar/instant.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { type SQL, sql } from '../../platform/sql.ts'
import { type Db, firstRow, list, rows, type Tx } from '../../platform/db.ts'
import { undoneBy } from '../../platform/sent-at-once.ts'
import { invariant } from '../../platform/refusal.ts'
import { type DayRange, daysAround } from '../days-around.ts'
import { type Room, roomFrom } from '../room.ts'

export interface PlaceWant {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly places: number
}

export interface BenchWant {
  readonly day: ShopDay
  readonly minutes: number
}

/** A want that was not met: its row had too little, or there was no row. */
interface Unmet {
  readonly isMissing: boolean
}

// Both ways of taking look the same. If a row is missing nothing is locked and nothing taken, so that rows are never
// made while holding others. Else the rows are locked in the order of their keys, and everything is read from the
// locked rows: a lock gives the newest row, however long it was waited for. The update itself still scans the
// statement's older snapshot, and a condition, a sum or a CHECK over that row would not see what was given back
// meanwhile; so it writes both counters as they were locked. All rows are updated, or none.

/** Takes places where rows exist, all or none; gives what stood in the way, and nothing when all were taken. */
export function takePlacesThatExist(
  tx: Tx,
  wants: readonly PlaceWant[],
): Promise<(Unmet & { day: ShopDay; windowId: WindowId })[]> {
  return rows(
    tx,
    sql`
      with ${placeWants(wants)}, missing as materialized (
        select day, window_id from wants
        where not exists (select from delivery_places place where place.day = wants.day and place.window_id = wants.window_id)
      ), locked as materialized (
        select place.day, place.window_id, place.capacity, place.taken
        from delivery_places place join wants using (day, window_id)
        where not exists (select from missing)
        order by place.day, place.window_id
        for update of place
      ), short as materialized (
        select wants.day, wants.window_id
        from wants left join locked using (day, window_id)
        where locked.day is null or locked.taken + wants.places > locked.capacity
      ), taken as (
        update delivery_places place set taken = locked.taken + wants.places, capacity = locked.capacity
        from wants join locked using (day, window_id)
        where place.day = wants.day and place.window_id = wants.window_id and not exists (select from short)
        returning place.day, place.window_id
      )
      select day, window_id as "windowId", (day, window_id) in (select day, window_id from missing) as "isMissing"${undoneBy(tx)}
      from wants
      where case when exists (select from missing) then (day, window_id) in (select day, window_id from missing)
                 when exists (select from short) then (day, window_id) in (select day, window_id from short)
                 else (day, window_id) not in (select day, window_id from taken) end
      order by day, window_id
    `,
  )
}

/**
 * Makes the rows that no openDays has made yet. Rows appear in the order of their keys, so that two makers take turns.
 */
export async function insertMissingPlaces(tx: Tx, wants: readonly PlaceWant[]): Promise<void> {
  await rows(
    tx,
    sql`
      with ${placeWants(wants)}
      insert into delivery_places (day, window_id, capacity)
      select wants.day, windows.id, windows.capacity from wants join windows on windows.id = wants.window_id and windows.active
      order by wants.day, windows.id
      on conflict do nothing
    `,
  )
}

export async function giveBackPlaces(tx: Tx, wants: readonly PlaceWant[]): Promise<void> {
  if (wants.length === 0) return
  await rows(
    tx,
    sql`
      with ${placeWants(wants)}, locked as materialized (
        select place.day, place.window_id, place.capacity, place.taken from delivery_places place join wants using (day, window_id)
        order by place.day, place.window_id
        for update of place
      )
      update delivery_places place set taken = locked.taken - wants.places, capacity = locked.capacity
      from wants join locked using (day, window_id)
      where place.day = wants.day and place.window_id = wants.window_id
    `,
  )
}

/** Takes bench minutes where rows exist, all or none; as takePlacesThatExist. */
export function takeBenchMinutesThatExist(tx: Tx, wants: readonly BenchWant[]): Promise<(Unmet & { day: ShopDay })[]> {
  return rows(
    tx,
    sql`
      with ${benchWants(wants)}, missing as materialized (
        select day from wants where not exists (select from bench_days bench where bench.day = wants.day)
      ), locked as materialized (
        select bench.day, bench.minutes, bench.taken
        from bench_days bench join wants using (day)
        where not exists (select from missing)
        order by bench.day
        for update of bench
      ), short as materialized (
        select wants.day from wants left join locked using (day)
        where locked.day is null or locked.taken + wants.minutes > locked.minutes
      ), taken as (
        update bench_days bench set taken = locked.taken + wants.minutes, minutes = locked.minutes
        from wants join locked using (day)
        where bench.day = wants.day and not exists (select from short)
        returning bench.day
      )
      select day, day in (select day from missing) as "isMissing"${undoneBy(tx)}
      from wants
      where case when exists (select from missing) then day in (select day from missing)
                 when exists (select from short) then day in (select day from short)
                 else day not in (select day from taken) end
      order by day
    `,
  )
}

export async function insertMissingBenchDays(tx: Tx, wants: readonly BenchWant[]): Promise<void> {
  await rows(
    tx,
    sql`
      with ${benchWants(wants)}
      insert into bench_days (day, minutes)
      select wants.day, shop.bench_minutes[extract(isodow from wants.day)::int] from wants cross join shop
      order by wants.day
      on conflict do nothing
    `,
  )
}

export async function giveBackBenchMinutes(tx: Tx, wants: readonly BenchWant[]): Promise<void> {
  const given = wants.filter(({ minutes }) => minutes !== 0)
  if (given.length === 0) return
  await rows(
    tx,
    sql`
      with ${benchWants(given)}, locked as materialized (
        select bench.day, bench.minutes, bench.taken from bench_days bench join wants using (day)
        order by bench.day
        for update of bench
      )
      update bench_days bench set taken = locked.taken - wants.minutes, minutes = locked.minutes
      from wants join locked using (day)
      where bench.day = wants.day
    `,
  )
}

/** Places left of each asked window and day now, in their order, as a column: a list with null where no row is made yet. */
export function placesLeft(asked: readonly Pick<PlaceWant, 'day' | 'windowId'>[]): SQL {
  const days = list(
    asked.map(({ day }) => day),
    'date',
  )
  const windowIds = list(
    asked.map(({ windowId }) => windowId),
    'text',
  )
  return sql`(
    select coalesce(json_agg(place.capacity - place.taken order by asked.n), '[]')
    from unnest(${days}, ${windowIds}) with ordinality as asked (day, window_id, n)
    left join delivery_places place on place.day = asked.day and place.window_id = asked.window_id)`
}

/**
 * The counters that moved, of a postcode's windows and the counter's. One statement; days nobody touched are not in it.
 */
export async function findRoom(db: Db, postcode: string, now: Instant): Promise<Room> {
  const { from, until } = daysAround(now)
  const row = await firstRow<{ places: Parameters<typeof roomFrom>[0]; bench: Parameters<typeof roomFrom>[1] }>(
    db,
    sql`
      select
        (select coalesce(json_agg(json_build_array(place.day, place.window_id, place.capacity, place.taken)), '[]')
          from delivery_places place join windows on windows.id = place.window_id join zones on zones.id = windows.zone_id
          where place.day between ${from}::date and ${until}::date
            and (place.taken > 0 or place.capacity <> windows.capacity)
            and (zones.pick_up or exists (
              select from postcodes where postcodes.postcode = ${postcode} and postcodes.zone_id = zones.id
            ))) as places,
        (select coalesce(json_agg(json_build_array(bench.day, bench.minutes, bench.taken)), '[]')
          from bench_days bench where bench.day between ${from}::date and ${until}::date) as bench
    `,
  )
  invariant(row, 'a select without from has a row')
  return roomFrom(row.places, row.bench)
}

/**
 * Makes the places of each active window on the weekdays it runs. Closures do not matter: a closed day has places
 * nobody can take.
 */
export async function insertPlaces(tx: Tx, { from, until }: DayRange): Promise<void> {
  await rows(
    tx,
    sql`
      insert into delivery_places (day, window_id, capacity)
      select ahead.day::date, windows.id, windows.capacity
      from generate_series(${from}::date, ${until}::date, interval '1 day') as ahead (day)
      join windows on windows.active and extract(isodow from ahead.day)::smallint = any(windows.weekdays)
      where not exists (select from delivery_places place where place.day = ahead.day::date and place.window_id = windows.id)
      order by 1, 2
      on conflict do nothing
    `,
  )
}

export async function insertBenchDays(tx: Tx, { from, until }: DayRange): Promise<void> {
  await rows(
    tx,
    sql`
      insert into bench_days (day, minutes)
      select ahead.day::date, shop.bench_minutes[extract(isodow from ahead.day)::int]
      from generate_series(${from}::date, ${until}::date, interval '1 day') as ahead (day) cross join shop
      where not exists (select from bench_days bench where bench.day = ahead.day::date)
      order by 1
      on conflict do nothing
    `,
  )
}

// Arrays and not JSON rows: of arrays the planner expects about ten rows and goes by the index, of JSON a hundred and
// reads the whole table.
function placeWants(wants: readonly PlaceWant[]): SQL {
  for (const { places } of wants)
    invariant(Number.isSafeInteger(places) && places > 0, `places are whole and more than none, not ${places}`)
  const days = list(
    wants.map(({ day }) => day),
    'date',
  )
  const windowIds = list(
    wants.map(({ windowId }) => windowId),
    'text',
  )
  const places = list(
    wants.map((want) => want.places),
    'int',
  )
  return sql`wants as (
    select day, window_id, sum(places)::int as places
    from unnest(${days}, ${windowIds}, ${places}) as want (day, window_id, places)
    group by day, window_id
  )`
}

function benchWants(wants: readonly BenchWant[]): SQL {
  for (const { minutes } of wants)
    invariant(
      Number.isSafeInteger(minutes) && minutes > 0,
      `bench minutes are whole and more than none, not ${minutes}`,
    )
  const days = list(
    wants.map(({ day }) => day),
    'date',
  )
  const minutes = list(
    wants.map((want) => want.minutes),
    'int',
  )
  return sql`wants as (
    select day, sum(minutes)::int as minutes from unnest(${days}, ${minutes}) as want (day, minutes) group by day
  )`
}
