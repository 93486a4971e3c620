import { type ShopDay, type Weekday } from '@flora/calendar/shop-day.ts'
import { timeFromStored } from '@flora/calendar/stored-time.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { SurgeId, WindowId, ZoneId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import { type Db, firstRow, rows, type Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import { type SQL, sql } from '../../platform/sql.ts'
import type { Window } from '../window.ts'
import { lastVersion } from './change-queries.ts'

export interface DeskWindowRecord extends Window {
  readonly active: boolean
}

export interface PlacesRecord {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly capacity: number
  readonly taken: number
  readonly ownCapacity: number | null
  readonly orders: number
}

export interface BenchRecord {
  readonly day: ShopDay
  readonly minutes: number
  readonly taken: number
  readonly ownMinutes: number | null
}

export interface ClosureRecord {
  readonly day: ShopDay
  readonly zoneId: ZoneId | null
  readonly windowId: WindowId | null
  readonly reason: string
}

export interface SurgeRecord {
  readonly id: SurgeId
  readonly name: string
  readonly from: ShopDay
  readonly until: ShopDay
  readonly feeMinor: number
}

/** Everything that stands for some days. */
export interface CalendarRecord {
  readonly timeZone: string
  readonly benchMinutes: readonly number[]
  readonly version: number
  readonly zones: readonly { id: ZoneId; name: string; pickUp: boolean }[]
  readonly windows: readonly DeskWindowRecord[]
  readonly places: readonly PlacesRecord[]
  readonly bench: readonly BenchRecord[]
  readonly closures: readonly ClosureRecord[]
  readonly surges: readonly SurgeRecord[]
}

/** What is arranged and taken from one day to another, both in it. One statement: nobody changes it between two of its parts. */
export async function findCalendar(
  db: Db,
  { from, until }: { from: ShopDay; until: ShopDay },
): Promise<CalendarRecord> {
  const row = await firstRow<Omit<CalendarRecord, 'windows'> & { windows: WindowRow[] }>(
    db,
    sql`
      with orders_of as materialized (
        select delivery.day, delivery.window_id, count(*)::int as orders
        from order_deliveries delivery join orders on orders.id = delivery.order_id
        where delivery.day between ${from}::date and ${until}::date and orders.places in ('held', 'kept')
          and delivery.status not in ('DELIVERED', 'CANCELLED', 'REFUNDED')
        group by delivery.day, delivery.window_id
      )
      select shop.time_zone as "timeZone", to_json(shop.bench_minutes) as "benchMinutes", ${lastVersion} as version,
        (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'pickUp', pick_up) order by position, id), '[]') from zones) as zones,
        (select coalesce(json_agg(row_to_json(w)), '[]') from (select ${windowColumns} from windows join zones on zones.id = windows.zone_id order by ${asShown}) w) as windows,
        (select coalesce(json_agg(json_build_object('day', day, 'windowId', window_id, 'capacity', capacity, 'taken', taken, 'ownCapacity', own_capacity,
            'orders', coalesce(orders_of.orders, 0))), '[]')
          from delivery_places left join orders_of using (day, window_id) where day between ${from}::date and ${until}::date) as places,
        (select coalesce(json_agg(json_build_object('day', day, 'minutes', minutes, 'taken', taken, 'ownMinutes', own_minutes)), '[]')
          from bench_days where day between ${from}::date and ${until}::date) as bench,
        ${closuresWhere(sql`day between ${from}::date and ${until}::date`)} as closures,
        ${surgesWhere(sql`until_day >= ${from}::date and from_day <= ${until}::date`)} as surges
      from shop`,
  )
  invariant(row, 'the shop has its row')
  return { ...row, windows: row.windows.map(toDeskWindow) }
}

/** Every window, those that are not offered any more too; with their zones. */
export async function listWindows(db: Db): Promise<DeskWindowRecord[]> {
  const found = await rows<WindowRow>(
    db,
    sql`select ${windowColumns} from windows join zones on zones.id = windows.zone_id order by ${asShown}`,
  )
  return found.map(toDeskWindow)
}

export async function findWindow(tx: Tx, id: WindowId): Promise<DeskWindowRecord | undefined> {
  const row = await firstRow<WindowRow>(
    tx,
    sql`select ${windowColumns} from windows join zones on zones.id = windows.zone_id where windows.id = ${id}`,
  )
  return row && toDeskWindow(row)
}

/** Closures as a column. */
export function closuresWhere(which: SQL): SQL {
  return sql`(select coalesce(json_agg(json_build_object('day', day, 'zoneId', zone_id, 'windowId', window_id, 'reason', reason)
    order by day, zone_id nulls first, window_id nulls first), '[]') from closures where ${which})`
}

/** Surges as a column. */
export function surgesWhere(which: SQL): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', id, 'name', name, 'from', from_day, 'until', until_day, 'feeMinor', fee_minor)
    order by from_day, id), '[]') from surges where ${which})`
}

const asShown = sql`zones.position, zones.id, array_position(array['standard', 'express', 'pick-up'], windows.method), windows.starts, windows.ends, windows.id`

const windowColumns = sql`
  windows.id, windows.zone_id as "zoneId", zones.name as "zoneName", windows.method, windows.name, windows.starts::text as starts,
  windows.ends::text as ends, to_json(windows.weekdays) as weekdays, windows.fee_minor as "feeMinor", windows.capacity,
  windows.cut_off::text as "cutOff", windows.cut_off_days_before as "cutOffDaysBefore", windows.active`

interface WindowRow {
  readonly id: WindowId
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly method: DeliveryMethod
  readonly name: string
  readonly starts: string
  readonly ends: string
  readonly weekdays: Weekday[]
  readonly feeMinor: number
  readonly capacity: number
  readonly cutOff: string
  readonly cutOffDaysBefore: number
  readonly active: boolean
}

function toDeskWindow({ feeMinor, cutOff, cutOffDaysBefore, starts, ends, ...rest }: WindowRow): DeskWindowRecord {
  return {
    ...rest,
    starts: timeFromStored(starts),
    ends: timeFromStored(ends),
    fee: money(feeMinor, 'AUD'),
    cutOff: { time: timeFromStored(cutOff), daysBefore: cutOffDaysBefore },
  }
}
