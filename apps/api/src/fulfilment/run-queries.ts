import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, DeliveryId, OrderId, RunId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface RunRecord {
  readonly id: RunId
  readonly day: ShopDay
  readonly number: number
  readonly driverId: AccountId | null
  readonly driverName: string | null
  readonly departedAt: string | null
}

export function listRunsOfDay(db: Db, day: ShopDay): Promise<RunRecord[]> {
  return rows<RunRecord>(
    db,
    sql`select r.id, r.day, r.number, r.driver_id as "driverId", a.name as "driverName", r.departed_at as "departedAt"
        from runs r left join accounts a on a.id = r.driver_id where r.day = ${day}::date order by r.number`,
  )
}

/** A driver's own runs of a day. */
export function listRunsOfDriver(db: Db, day: ShopDay, driverId: AccountId): Promise<RunRecord[]> {
  return rows<RunRecord>(
    db,
    sql`select r.id, r.day, r.number, r.driver_id as "driverId", a.name as "driverName", r.departed_at as "departedAt"
        from runs r join accounts a on a.id = r.driver_id where r.day = ${day}::date and r.driver_id = ${driverId} order by r.number`,
  )
}

export function findRun(db: Db, id: RunId): Promise<RunRecord | undefined> {
  return firstRow<RunRecord>(
    db,
    sql`select r.id, r.day, r.number, r.driver_id as "driverId", a.name as "driverName", r.departed_at as "departedAt"
        from runs r left join accounts a on a.id = r.driver_id where r.id = ${id}`,
  )
}

export async function findDayVersion(db: Db, day: ShopDay): Promise<number> {
  const row = await firstRow<{ version: number }>(db, sql`select version from run_days where day = ${day}::date`)
  return row?.version ?? 0
}

/** Locks a day's arrangement and counts it up; gives the version it had. A day that nobody arranged yet begins at 0. */
export async function lockDay(tx: Tx, day: ShopDay): Promise<number> {
  const row = await firstRow<{ version: number }>(
    tx,
    sql`insert into run_days (day, version) values (${day}::date, 1)
        on conflict (day) do update set version = run_days.version + 1 returning version`,
  )
  return row!.version - 1
}

/** Locks a run until the transaction ends. */
export function lockRun(
  tx: Tx,
  id: RunId,
): Promise<{ id: RunId; day: ShopDay; driverId: AccountId | null; departedAt: string | null } | undefined> {
  return firstRow(
    tx,
    sql`select id, day, driver_id as "driverId", departed_at as "departedAt" from runs where id = ${id} for update`,
  )
}

export async function insertRun(tx: Tx, run: { id: RunId; day: ShopDay; driverId: AccountId | null }): Promise<void> {
  await rows(
    tx,
    sql`insert into runs (id, day, number, driver_id)
        select ${run.id}, ${run.day}::date, 1 + coalesce(max(number), 0), ${run.driverId} from runs where day = ${run.day}::date`,
  )
}

/** Gives a run to somebody; who had it before stays known at each stop, for what she says late. */
export async function markDriver(tx: Tx, id: RunId, driverId: AccountId | null): Promise<void> {
  await rows(
    tx,
    sql`with before as (select driver_id from runs where id = ${id}),
        kept as (update stops set earlier_drivers = earlier_drivers || before.driver_id from before
          where stops.run_id = ${id} and before.driver_id is not null and not before.driver_id = any (stops.earlier_drivers))
        update runs set driver_id = ${driverId} where id = ${id}`,
  )
}

/** Runs and the stops in them are taken away; the deliveries stay. */
export async function deleteRun(tx: Tx, id: RunId): Promise<void> {
  await rows(tx, sql`delete from runs where id = ${id}`)
}

/**
 * Makes these the stops of their runs, in the order given, by one statement; stops that one of these runs had and that are not
 * named have no run then.
 */
export async function saveStops(
  tx: Tx,
  runs: readonly { runId: RunId; deliveryIds: readonly DeliveryId[] }[],
): Promise<void> {
  const places = runs.flatMap(({ runId, deliveryIds }) =>
    deliveryIds.map((deliveryId, index) => ({ deliveryId, runId, position: index + 1 })),
  )
  await rows(
    tx,
    sql`with wanted as (select * from jsonb_to_recordset(${recordset(places)}) as r ("deliveryId" text, "runId" text, position int)),
        dropped as (delete from stops where run_id = any(${list(
          runs.map(({ runId }) => runId),
          'text',
        )}) and delivery_id not in (select "deliveryId" from wanted))
        insert into stops (delivery_id, run_id, position)
        select "deliveryId", "runId", position from wanted
        on conflict (delivery_id) do update set run_id = excluded.run_id, position = excluded.position,
          earlier_drivers = case when stops.run_id = excluded.run_id then stops.earlier_drivers else stops.earlier_drivers || coalesce(
            (select array[driver_id] from runs where id = stops.run_id and driver_id is not null and not driver_id = any (stops.earlier_drivers)), '{}') end`,
  )
}

/** Who can be given a run: drivers first. */
export function listDrivers(db: Db): Promise<{ accountId: AccountId; name: string }[]> {
  return rows(
    db,
    sql`select id as "accountId", name from accounts where role is not null and erased_at is null order by role <> 'driver', name, id limit 100`,
  )
}

export async function isStaff(db: Db, accountId: AccountId): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`select 1 as one from accounts where id = ${accountId} and role is not null and erased_at is null`,
  )
  return row !== undefined
}

/** Locks the orders of a run's stops in the order of their ids, as everybody does who locks several. */
export async function lockOrdersOfRun(tx: Tx, id: RunId): Promise<OrderId[]> {
  const found = await rows<{ id: OrderId }>(
    tx,
    sql`select id from orders where id in (select d.order_id from stops s join order_deliveries d on d.id = s.delivery_id where s.run_id = ${id})
        order by id for update`,
  )
  return found.map((row) => row.id)
}

/** The run left. Its deliveries that are made are out for delivery, with a word of it in each order's history; gives those. */
export async function markDeparted(
  tx: Tx,
  { runId, day, at, who }: { runId: RunId; day: ShopDay; at: Temporal.Instant; who: string },
): Promise<{ orderId: OrderId; deliveryId: DeliveryId }[]> {
  return rows(
    tx,
    sql`with run as (update runs set departed_at = coalesce(departed_at, ${at.toString()}::timestamptz) where id = ${runId}),
        out as (update order_deliveries d set status = 'OUT_FOR_DELIVERY' from stops s
          where s.run_id = ${runId} and s.delivery_id = d.id and d.day = ${day}::date and d.status in ('CONFIRMED', 'PREPARING', 'READY')
          returning d.order_id, d.id),
        told as (insert into order_events (order_id, delivery_id, at, kind, who)
          select order_id, id, ${at.toString()}::timestamptz, 'out-for-delivery', ${who} from out)
        select order_id as "orderId", id as "deliveryId" from out order by id`,
  )
}
