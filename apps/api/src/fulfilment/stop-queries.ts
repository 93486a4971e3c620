import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { AccountId, DeliveryId, OrderId, RunId, ZoneId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { Next, Outcome, Report } from './stop.ts'

/** A delivery as somebody who drives to it needs it. */
export interface StopRecord {
  readonly deliveryId: DeliveryId
  readonly orderId: OrderId
  readonly number: string
  readonly status: OrderStatus
  readonly method: DeliveryMethod
  readonly day: ShopDay
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly zonePosition: number
  readonly windowName: string
  readonly windowStarts: string
  readonly windowEnds: string
  readonly recipientName: string
  readonly recipientPhone: string
  readonly line1: string
  readonly line2: string
  readonly suburb: string
  readonly postcode: string
  readonly instructions: string
  readonly anonymous: boolean
  readonly boxes: readonly { name: string; variantName: string; quantity: number }[]
  readonly runId: RunId | null
  readonly position: number | null
  readonly driverId: AccountId | null
  readonly earlierDrivers: readonly AccountId[]
  readonly reports: readonly Report[]
}

// What is paid and not over; a cancelled one stays on the phone of the driver who has it in the van.
const onTheRoad = sql`d.method <> 'pick-up' and d.status in ('CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED')`

/** All stops of a day, those of its runs in their order. */
export function listStopsOfDay(db: Db, day: ShopDay): Promise<StopRecord[]> {
  return listStops(db, sql`d.day = ${day}::date and ${onTheRoad}`)
}

/** The stops of some runs, in order. One that was cancelled since is among them: its driver must know. */
export function listStopsOfRuns(db: Db, runIds: readonly RunId[]): Promise<StopRecord[]> {
  return listStops(db, sql`r.id = any(${list(runIds, 'text')}) and d.status <> 'PENDING'`)
}

export async function findStop(db: Db, deliveryId: DeliveryId): Promise<StopRecord | undefined> {
  return (await listStops(db, sql`d.id = ${deliveryId} and d.method <> 'pick-up'`))[0]
}

function listStops(db: Db, which: SQL): Promise<StopRecord[]> {
  return rows<StopRecord>(
    db,
    sql`select d.id as "deliveryId", d.order_id as "orderId", o.number, d.status, d.method, d.day, d.zone_id as "zoneId", z.name as "zoneName",
          z.position as "zonePosition", d.window_name as "windowName", d.window_starts as "windowStarts", d.window_ends as "windowEnds",
          d.recipient_name as "recipientName", d.recipient_phone as "recipientPhone", d.line1, d.line2, d.suburb, d.postcode, d.instructions, d.anonymous,
          (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'variantName', l.variant_name, 'quantity', l.quantity) order by l.position), '[]')
             from order_lines l where l.delivery_id = d.id and l.order_id = d.order_id) as boxes,
          r.id as "runId", s.position, r.driver_id as "driverId", coalesce(s.earlier_drivers, '{}') as "earlierDrivers",
          (select coalesce(jsonb_agg(jsonb_build_object('key', p.key, 'outcome', p.outcome, 'at', p.at, 'receivedAt', p.received_at, 'who', p.who,
               'where', p.place, 'note', p.note, 'next', p.next_try, 'hasPhoto', p.has_photo, 'changedNothing', p.changed_nothing,
               'proof', (select jsonb_build_object('id', f.id, 'width', f.width, 'height', f.height) from proofs f where f.report_key = p.key))
               order by p.received_at, p.key), '[]')
             from stop_reports p where p.delivery_id = d.id) as reports
        from order_deliveries d join orders o on o.id = d.order_id join zones z on z.id = d.zone_id
          left join stops s on s.delivery_id = d.id left join runs r on r.id = s.run_id and r.day = d.day
        where ${which} order by r.number nulls last, s.position, d.window_starts, d.id`,
  )
}

export interface NewReport {
  readonly key: string
  readonly deliveryId: DeliveryId
  readonly outcome: Outcome
  readonly at: Temporal.Instant
  readonly receivedAt: Temporal.Instant
  readonly accountId: AccountId
  readonly who: string
  readonly where: string
  readonly note: string
  readonly next: Next | null
  readonly hasPhoto: boolean
}

/** Writes a report down, once for its key; says whether it is new. */
export async function insertReport(tx: Tx, report: NewReport & { readonly changedNothing: boolean }): Promise<boolean> {
  const written = await rows(
    tx,
    sql`insert into stop_reports (key, delivery_id, outcome, at, received_at, account_id, who, place, note, next_try, has_photo, changed_nothing)
        values (${report.key}::uuid, ${report.deliveryId}, ${report.outcome}, ${report.at.toString()}::timestamptz, ${report.receivedAt.toString()}::timestamptz,
          ${report.accountId}, ${report.who}, ${report.where}, ${report.note}, ${report.next}, ${report.hasPhoto}, ${report.changedNothing})
        on conflict (key) do nothing returning key`,
  )
  return written.length === 1
}

/** What was said under a key, to compare it with what is said under it again. */
export function findReport(
  db: Db,
  key: string,
): Promise<{ deliveryId: DeliveryId; outcome: Outcome; where: string; note: string; next: Next | null } | undefined> {
  return firstRow(
    db,
    sql`select delivery_id as "deliveryId", outcome, place as "where", note, next_try as next from stop_reports where key = ${key}::uuid`,
  )
}
