import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryArrangements, NewWindow, ServedPlace } from '@flora/contract/delivery-desk.ts'
import type { SurgeId, WindowId, ZoneId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import { sql } from '../../platform/sql.ts'
import { type ClosureRecord, closuresWhere, type SurgeRecord, surgesWhere } from './calendar-queries.ts'
import { lastVersion } from './change-queries.ts'

interface ArrangementsRecord {
  readonly zones: readonly { id: ZoneId; name: string; position: number; pickUp: boolean; places: ServedPlace[] }[]
  readonly closures: readonly ClosureRecord[]
  readonly surges: readonly SurgeRecord[]
  readonly benchMinutes: number[]
  readonly leadTimes: DeliveryArrangements['leadTimes']
  readonly version: number
}

/** All that stands from a day on, but the windows. */
export async function findStanding(db: Db, today: ShopDay): Promise<ArrangementsRecord> {
  const row = await firstRow<ArrangementsRecord>(
    db,
    sql`
      select to_json(shop.bench_minutes) as "benchMinutes", ${lastVersion} as version,
        (select coalesce(json_agg(json_build_object('id', zones.id, 'name', zones.name, 'position', zones.position, 'pickUp', zones.pick_up,
          'places', (select coalesce(json_agg(json_build_object('postcode', postcode, 'suburbs', suburbs) order by postcode), '[]') from (
            select postcode, json_agg(suburb order by suburb) as suburbs from postcodes where zone_id = zones.id group by postcode) served)
          ) order by zones.position, zones.id), '[]') from zones) as zones,
        ${closuresWhere(sql`day >= ${today}::date`)} as closures,
        ${surgesWhere(sql`until_day >= ${today}::date`)} as surges,
        (select coalesce(json_agg(json_build_object('productId', id, 'slug', slug, 'name', name, 'days', lead_days) order by name, id), '[]')
          from products where lead_days > 0 and status <> 'archived') as "leadTimes"
      from shop`,
  )
  invariant(row, 'the shop has its row')
  return row
}

export interface Closing {
  readonly day: ShopDay
  readonly zoneId: ZoneId | null
  readonly windowId: WindowId | null
}

/** Closes; where it is closed already it gets this reason. */
export async function saveClosures(tx: Tx, closings: readonly Closing[], reason: string): Promise<void> {
  await rows(
    tx,
    sql`
      insert into closures (day, zone_id, window_id, reason)
      select day, "zoneId", "windowId", ${reason}
      from jsonb_to_recordset(${recordset(closings)}) as r (day date, "zoneId" text, "windowId" text)
      on conflict (day, coalesce(zone_id, ''), coalesce(window_id, '')) do update set reason = excluded.reason`,
  )
}

export async function deleteClosures(tx: Tx, closings: readonly Closing[]): Promise<number> {
  const gone = await rows(
    tx,
    sql`
      delete from closures using jsonb_to_recordset(${recordset(closings)}) as r (day date, "zoneId" text, "windowId" text)
      where closures.day = r.day and closures.zone_id is not distinct from r."zoneId" and closures.window_id is not distinct from r."windowId"
      returning closures.day`,
  )
  return gone.length
}

/** null takes back what was said for these days. */
export async function saveOwnCapacities(
  tx: Tx,
  capacities: readonly { day: ShopDay; windowId: WindowId; places: number | null }[],
): Promise<void> {
  await rows(
    tx,
    sql`
      update delivery_places place set own_capacity = r.places
      from jsonb_to_recordset(${recordset(capacities)}) as r (day date, "windowId" text, places integer)
      where place.day = r.day and place.window_id = r."windowId"`,
  )
}

export async function saveOwnMinutes(tx: Tx, day: ShopDay, minutes: number | null): Promise<void> {
  await rows(tx, sql`update bench_days set own_minutes = ${minutes} where day = ${day}::date`)
}

export async function saveWeek(tx: Tx, benchMinutes: readonly number[]): Promise<void> {
  await rows(tx, sql`update shop set bench_minutes = ${list(benchMinutes, 'int')}`)
}

export async function insertZone(
  tx: Tx,
  { id, name, position, pickUp }: { id: ZoneId; name: string; position: number | undefined; pickUp: boolean },
): Promise<void> {
  await rows(
    tx,
    sql`insert into zones (id, name, position, pick_up)
        values (${id}, ${name}, coalesce(${position ?? null}::int, (select coalesce(max(position), -1) + 1 from zones)), ${pickUp})`,
  )
}

export async function saveZone(
  tx: Tx,
  { id, name, position }: { id: ZoneId; name: string; position: number },
): Promise<void> {
  await rows(tx, sql`update zones set name = ${name}, position = ${position} where id = ${id}`)
}

/** The whole list of a zone's postcodes. */
export async function savePostcodes(tx: Tx, zoneId: ZoneId, places: readonly ServedPlace[]): Promise<void> {
  const served = places.flatMap(({ postcode, suburbs }) =>
    [...new Set(suburbs)].map((suburb) => ({ postcode, suburb })),
  )
  const given = sql`jsonb_to_recordset(${recordset(served)}) as r (postcode text, suburb text)`
  await rows(
    tx,
    sql`delete from postcodes where zone_id = ${zoneId} and not exists (
          select from ${given} where r.postcode = postcodes.postcode and r.suburb = postcodes.suburb)`,
  )
  await rows(
    tx,
    sql`insert into postcodes (postcode, suburb, zone_id) select postcode, suburb, ${zoneId} from ${given} on conflict do nothing`,
  )
}

/** The first of these postcodes that another zone serves. */
export function findOtherZoneOf(
  tx: Tx,
  { zoneId, postcodes }: { zoneId: ZoneId; postcodes: readonly string[] },
): Promise<{ postcode: string; zoneName: string } | undefined> {
  return firstRow(
    tx,
    sql`select postcodes.postcode, zones.name as "zoneName" from postcodes join zones on zones.id = postcodes.zone_id
        where postcodes.postcode = any(${list(postcodes, 'text')}) and postcodes.zone_id <> ${zoneId} order by 1 limit 1`,
  )
}

export type WindowParts = Omit<NewWindow, 'version' | 'zoneId'> & { active: boolean }

/** Writes a window, new or known. */
export async function saveWindow(tx: Tx, window: WindowParts & { id: WindowId; zoneId: ZoneId }): Promise<void> {
  await rows(
    tx,
    sql`
      insert into windows (id, zone_id, method, name, starts, ends, weekdays, fee_minor, capacity, cut_off, cut_off_days_before, active)
      values (${window.id}, ${window.zoneId}, ${window.method}, ${window.name}, ${window.starts}, ${window.ends}, ${list(window.weekdays, 'int')}::smallint[],
        ${window.feeMinor}, ${window.capacity}, ${window.cutOff}, ${window.cutOffDaysBefore}, ${window.active})
      on conflict (id) do update set method = excluded.method, name = excluded.name, starts = excluded.starts, ends = excluded.ends,
        weekdays = excluded.weekdays, fee_minor = excluded.fee_minor, capacity = excluded.capacity, cut_off = excluded.cut_off,
        cut_off_days_before = excluded.cut_off_days_before, active = excluded.active`,
  )
}

export function findSurge(tx: Tx, id: SurgeId): Promise<SurgeRecord | undefined> {
  return firstRow(
    tx,
    sql`select id, name, from_day as "from", until_day as "until", fee_minor as "feeMinor" from surges where id = ${id}`,
  )
}

export async function saveSurge(tx: Tx, { id, name, from, until, feeMinor }: SurgeRecord): Promise<void> {
  await rows(
    tx,
    sql`
      insert into surges (id, name, from_day, until_day, fee_minor) values (${id}, ${name}, ${from}::date, ${until}::date, ${feeMinor})
      on conflict (id) do update set name = excluded.name, from_day = excluded.from_day, until_day = excluded.until_day, fee_minor = excluded.fee_minor`,
  )
}

export async function deleteSurge(tx: Tx, id: SurgeId): Promise<void> {
  await rows(tx, sql`delete from surges where id = ${id}`)
}
