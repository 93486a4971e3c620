import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId, SubscriptionId } from '@flora/contract/ids.ts'
import { type Db, list, recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { Drawn } from './occurrence-queries.ts'

/** The days of subscriptions' deliveries from a day on, by their periods: those that come, came or were drawn. */
export async function listDrawnDays(
  db: Db,
  ids: readonly SubscriptionId[],
  from: ShopDay,
): Promise<Map<SubscriptionId, Map<number, ShopDay>>> {
  const found = await rows<{ id: SubscriptionId; period: number; day: ShopDay }>(
    db,
    sql`select subscription_id as id, period, day::text as day from occurrences
        where subscription_id = any(${list(ids, 'text')}) and day >= ${from}::date and state in ('planned', 'charging', 'paid') order by day`,
  )
  const bySubscription = Map.groupBy(found, ({ id }) => id)
  return new Map([...bySubscription].map(([id, some]) => [id, new Map(some.map(({ period, day }) => [period, day]))]))
}

export interface NewPeriod {
  readonly id: OccurrenceId
  readonly subscriptionId: SubscriptionId
  readonly period: number
  readonly nominalDay: ShopDay
  readonly planVersion: number
  /** Absent when it falls into a pause. */
  readonly drawn: Drawn | undefined
}

/** Writes periods of many ledgers and counts their subscriptions on; each period is written once. */
export async function insertPeriods(tx: Tx, periods: readonly NewPeriod[], at: Temporal.Instant): Promise<void> {
  if (periods.length === 0) return
  const records = periods.map(({ drawn, ...period }) => ({
    ...period,
    state: drawn ? 'planned' : 'skipped',
    because: drawn ? null : 'paused',
    ...(drawn && stored(drawn)),
  }))
  await rows(
    tx,
    sql`with periods as materialized (
          select * from jsonb_to_recordset(${recordset(records)}) as p (id text, "subscriptionId" text, period int, "nominalDay" date, "planVersion" int,
            state text, because text, day date, "windowId" text, "lastChangeAt" timestamptz, "chargeAt" timestamptz, "payUntil" timestamptz,
            "priceMinor" bigint, "orderId" text)
        ), counted as (
          update subscriptions s set next_period = n.next
          from (select "subscriptionId" as id, max(period) + 1 as next from periods group by 1) n where n.id = s.id
        )
        insert into occurrences (id, subscription_id, period, state, because, nominal_day, day, window_id, last_change_at, charge_at, pay_until,
          next_attempt_at, price_minor, order_id, plan_version, created_at)
        select id, "subscriptionId", period, state, because, "nominalDay", day, "windowId", "lastChangeAt", "chargeAt", "payUntil", "chargeAt",
          "priceMinor", "orderId", "planVersion", ${at.toString()}::timestamptz from periods`,
  )
}

export interface AgainDrawn {
  readonly id: OccurrenceId
  readonly planVersion: number
  readonly isMoved: boolean
  readonly drawn: Drawn
}

/** Deliveries that were drawn up again, perhaps for other days. */
export async function markAllDrawn(tx: Tx, again: readonly AgainDrawn[]): Promise<void> {
  if (again.length === 0) return
  const records = again.map(({ drawn, ...one }) => ({ ...one, ...stored(drawn) }))
  await rows(
    tx,
    sql`update occurrences o set state = 'planned', because = null, day = a.day, window_id = a."windowId", is_moved = a."isMoved",
          last_change_at = a."lastChangeAt", charge_at = a."chargeAt", pay_until = a."payUntil", next_attempt_at = a."chargeAt",
          price_minor = a."priceMinor", order_id = a."orderId", plan_version = a."planVersion"
        from jsonb_to_recordset(${recordset(records)}) as a (id text, "planVersion" int, "isMoved" boolean, day date, "windowId" text,
          "lastChangeAt" timestamptz, "chargeAt" timestamptz, "payUntil" timestamptz, "priceMinor" bigint, "orderId" text)
        where o.id = a.id`,
  )
}

function stored({ lastChangeAt, chargeAt, payUntil, ...drawn }: Drawn) {
  return {
    ...drawn,
    lastChangeAt: lastChangeAt.toString(),
    chargeAt: chargeAt.toString(),
    payUntil: payUntil.toString(),
  }
}
