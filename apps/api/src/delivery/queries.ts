import type { Instant } from '@flora/calendar/instant.ts'
import { timeFromStored } from '@flora/calendar/stored-time.ts'
import type { ShopDay, Weekday, Zone } from '@flora/calendar/shop-day.ts'
import type { DeliveryMethod, Place, ShopFacts } from '@flora/contract/delivery.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import { type Currency, money } from '@flora/money/money.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, list, rows } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { Arrangements } from './calendar-day.ts'
import { daysAround } from './days-around.ts'
import type { PlaceAsked } from './place.ts'
import type { DoorAsked, PromiseFacts } from './promise.ts'
import type { Surge } from './surge.ts'
import type { Window } from './window.ts'

/** What decides each want, in the order of the wants. */
export async function listPromiseFacts(db: Db, wants: readonly DoorAsked[]): Promise<PromiseFacts[]> {
  if (wants.length === 0) return []
  const windowIds = list(
    wants.map(({ windowId }) => windowId),
    'text',
  )
  const days = list(
    wants.map(({ day }) => day),
    'date',
  )
  const postcodes = list(
    wants.map(({ postcode }) => postcode),
    'text',
  )
  const found = await rows<PromiseRow>(
    db,
    sql`
      select shop.time_zone as "timeZone", ${windowColumns},
        zones.pick_up or exists (
          select from postcodes where postcodes.postcode = want.postcode and postcodes.zone_id = windows.zone_id
        ) as "isServed",
        (select reason from closures
          where closures.day = want.day and (closures.window_id is null or closures.window_id = windows.id)
            and (closures.zone_id is null or closures.zone_id = windows.zone_id)
          order by closures.window_id nulls first, closures.zone_id nulls first limit 1) as "closedBecause",
        surge.name as "surgeName", surge.fee_minor as "surgeMinor"
      from unnest(${windowIds}, ${days}, ${postcodes}) with ordinality as want (window_id, day, postcode, n)
      cross join shop
      left join windows on windows.id = want.window_id and windows.active
      left join zones on zones.id = windows.zone_id
      left join lateral (
        select name, fee_minor from surges where want.day between from_day and until_day order by fee_minor desc, from_day, id limit 1
      ) surge on true
      order by want.n
    `,
  )
  invariant(found.length === wants.length, 'the shop has one row, so each want has one')
  return found.map(toPromiseFacts)
}

/**
 * What the shop has arranged for a postcode: its zone and suburbs, its windows and the counter's, closures and surges
 * to come.
 */
export async function findArrangements(
  db: Db,
  postcode: string,
  now: Instant,
): Promise<Arrangements & { suburbs: string[] }> {
  const { from, until } = daysAround(now)
  const row = await firstRow<ArrangementsRow>(
    db,
    sql`
      select shop.time_zone as "timeZone", to_json(shop.bench_minutes) as "benchMinutes", zone.id as "zoneId", zone.name as "zoneName",
        (select coalesce(json_agg(suburb order by suburb), '[]') from postcodes where postcodes.postcode = ${postcode}) as suburbs,
        (select coalesce(json_agg(row_to_json(w)), '[]') from (
          select ${windowColumns} from windows join zones on zones.id = windows.zone_id
          where windows.active and (zones.id = zone.id or zones.pick_up)
          order by ${asShown}
        ) w) as windows,
        (select coalesce(json_agg(json_build_array(day, zone_id, reason, window_id)), '[]')
          from closures where day between ${from}::date and ${until}::date) as closures,
        (select coalesce(json_agg(json_build_array(name, from_day, until_day, fee_minor, currency) order by from_day, id), '[]')
          from surges where until_day >= ${from}::date and from_day <= ${until}::date) as surges
      from shop left join lateral (
        select zones.id, zones.name from postcodes join zones on zones.id = postcodes.zone_id
        where postcodes.postcode = ${postcode} order by zones.position, zones.id limit 1
      ) zone on true
    `,
  )
  invariant(row, 'the shop has its row')
  return {
    timeZone: row.timeZone,
    postcode,
    zone: row.zoneId === null ? undefined : { id: row.zoneId, name: row.zoneName! },
    suburbs: row.suburbs,
    windows: row.windows.map(toWindow),
    closures: row.closures.map(([day, zoneId, reason, windowId]) => ({
      day,
      zoneId: zoneId ?? undefined,
      windowId: windowId ?? undefined,
      reason,
    })),
    surges: row.surges.map(toSurge),
    benchMinutes: row.benchMinutes,
  }
}

/**
 * Suburbs and postcodes that begin as asked, the shortest name first: what was typed in full comes before what begins
 * with it.
 */
export function listPlaces(db: Db, { postcode, suburb }: PlaceAsked): Promise<Place[]> {
  return rows(
    db,
    sql`
      select postcodes.postcode, postcodes.suburb, zones.name as zone
      from postcodes join zones on zones.id = postcodes.zone_id
      where starts_with(postcodes.postcode, ${postcode}) and starts_with(lower(postcodes.suburb), ${suburb})
      order by length(postcodes.suburb), postcodes.suburb, postcodes.postcode
      limit 8
    `,
  )
}

/** The shop's own facts, its zones with what they offer, and the closures and surges to come, from yesterday on. */
export async function findShop(db: Db, now: Instant): Promise<ShopRecord> {
  const { from } = daysAround(now)
  const row = await firstRow<Omit<ShopRecord, 'zones' | 'surges'> & { zones: ZoneRow[]; surges: SurgeRow[] }>(
    db,
    sql`
      select name, tagline, phone, email, address, abn, time_zone as "timeZone", currency, hours,
        (select coalesce(json_agg(json_build_object(
            'name', zones.name,
            'postcodes', (select coalesce(json_agg(distinct postcode), '[]') from postcodes where zone_id = zones.id),
            'windows', (select coalesce(json_agg(row_to_json(w)), '[]') from (
              select ${windowColumns} from windows where windows.zone_id = zones.id and windows.active order by ${asShown}
            ) w)
          ) order by zones.position, zones.id), '[]') from zones) as zones,
        (select coalesce(json_agg(json_build_object('day', day, 'reason', reason) order by day), '[]')
          from closures where day >= ${from}::date and zone_id is null and window_id is null) as closures,
        (select coalesce(json_agg(json_build_array(name, from_day, until_day, fee_minor, currency) order by from_day, id), '[]')
          from surges where until_day >= ${from}::date) as surges
      from shop
    `,
  )
  invariant(row, 'the shop has its row')
  return {
    ...row,
    zones: row.zones.map((zone) => ({ ...zone, windows: zone.windows.map(toWindow) })),
    surges: row.surges.map(toSurge),
  }
}

/** Where the shop's wall clock hangs. */
export async function findTimeZone(db: Db): Promise<Zone> {
  const shop = await firstRow<{ timeZone: Zone }>(db, sql`select time_zone as "timeZone" from shop`)
  invariant(shop, 'the shop has its row')
  return shop.timeZone
}

/** The zone a postcode belongs to. A postcode that two zones share is the nearer one's. */
export function findZone(db: Db, postcode: string): Promise<{ id: ZoneId; name: string } | undefined> {
  return firstRow(
    db,
    sql`select zones.id, zones.name from postcodes join zones on zones.id = postcodes.zone_id
        where postcodes.postcode = ${postcode} order by zones.position, zones.id limit 1`,
  )
}

/** The suburbs of each postcode that is served, in the order of the alphabet. */
export async function listSuburbs(db: Db, postcodes: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rows<{ postcode: string; suburbs: string[] }>(
    db,
    sql`select postcode, json_agg(suburb order by suburb) as suburbs
        from postcodes where postcode = any(${list(postcodes, 'text')}) group by postcode`,
  )
  return new Map(found.map(({ postcode, suburbs }) => [postcode, suburbs]))
}

export async function suburbsOf(db: Db, postcode: string): Promise<string[]> {
  return (await listSuburbs(db, [postcode])).get(postcode) ?? []
}

interface ArrangementsRow {
  timeZone: Zone
  benchMinutes: number[]
  zoneId: ZoneId | null
  zoneName: string | null
  suburbs: string[]
  windows: WindowRow[]
  closures: [day: ShopDay, zoneId: ZoneId | null, reason: string, windowId: WindowId | null][]
  surges: SurgeRow[]
}

type SurgeRow = [name: string, fromDay: ShopDay, untilDay: ShopDay, feeMinor: number, currency: Currency]

interface ZoneRow {
  name: string
  postcodes: string[]
  windows: WindowRow[]
}

type ShopRecord = Omit<ShopFacts, 'today' | 'zones' | 'closures' | 'surges' | 'payments'> & {
  readonly zones: { name: string; postcodes: string[]; windows: Window[] }[]
  readonly closures: { day: ShopDay; reason: string }[]
  readonly surges: Surge[]
}

const asShown = sql`array_position(array['standard', 'express', 'pick-up'], windows.method), windows.starts, windows.ends, windows.id`

const windowColumns = sql`
  windows.id as "windowId", windows.zone_id as "zoneId", zones.name as "zoneName", windows.method, windows.name, windows.starts::text as starts,
  windows.ends::text as ends, to_json(windows.weekdays) as weekdays, windows.fee_minor as "feeMinor", windows.currency, windows.capacity,
  windows.cut_off::text as "cutOff", windows.cut_off_days_before as "cutOffDaysBefore"`

interface WindowRow {
  windowId: WindowId
  zoneId: ZoneId
  zoneName: string
  method: DeliveryMethod
  name: string
  starts: string
  ends: string
  weekdays: Weekday[]
  feeMinor: number
  currency: Currency
  capacity: number
  cutOff: string
  cutOffDaysBefore: number
}

type PromiseRow = (WindowRow | { windowId: null }) & {
  timeZone: Zone
  isServed: boolean | null
  closedBecause: string | null
  surgeName: string | null
  surgeMinor: number | null
}

function toPromiseFacts(row: PromiseRow): PromiseFacts {
  const { timeZone, isServed, closedBecause, surgeName, surgeMinor } = row
  if (row.windowId === null)
    return { timeZone, window: undefined, isServed: false, closedBecause: undefined, surge: undefined }
  const window = toWindow(row)
  return {
    timeZone,
    window,
    isServed: isServed === true,
    closedBecause: closedBecause ?? undefined,
    surge: surgeName === null ? undefined : { name: surgeName, fee: money(surgeMinor!, window.fee.currency) },
  }
}

function toSurge([name, fromDay, untilDay, minor, currency]: SurgeRow): Surge {
  return { name, fromDay, untilDay, fee: money(minor, currency) }
}

function toWindow(row: WindowRow): Window {
  const { windowId, zoneId, zoneName, method, name, weekdays, capacity } = row
  return {
    id: windowId,
    zoneId,
    zoneName,
    method,
    name,
    starts: timeFromStored(row.starts),
    ends: timeFromStored(row.ends),
    weekdays,
    fee: money(row.feeMinor, row.currency),
    capacity,
    cutOff: { time: timeFromStored(row.cutOff), daysBefore: row.cutOffDaysBefore },
  }
}
