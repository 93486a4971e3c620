import { type Db, firstRow } from './platform/db.ts'
import { sql } from './platform/sql.ts'

/** What is true of the shop at a moment: numbers, seconds, and numbers by a word of ours. */
export interface ShopFigures {
  readonly orders: Readonly<Record<string, number>>
  readonly orderEvents: Readonly<Record<string, number>>
  readonly payments: Readonly<Record<string, number>>
  readonly refunds: Readonly<Record<string, number>>
  readonly findings: Readonly<Record<'mended' | 'unmended' | 'money', number>>
  readonly reconciliationAge: number | null
  readonly holdsOverdue: number
  readonly openEvents: number
  readonly oldestEvent: number
  readonly openRefunds: number
  readonly oldestRefund: number
  readonly disputes: number
  readonly unsent: number
  readonly oldestUnsent: number
  readonly chargesOverdue: number
}

/**
 * Reads them by one statement. Each part asks an index for little: what is open, or what came in the last hour. So it costs the same with
 * five million orders as with five. Orders are named by an array: the planner, which does not see values, would read whole tables for a set.
 */
export async function findShopFigures(db: Db, now: Temporal.Instant): Promise<ShopFigures> {
  const at = sql`${now.toString()}::timestamptz`
  const age = (column: string) => sql`coalesce(extract(epoch from ${at} - min(${sql.raw(column)})), 0)::float8`
  const figures = await firstRow<ShopFigures>(
    db,
    sql`with fresh as materialized (
          select id, status, cancelled_because from orders where placed_at > ${at} - interval '1 hour' and placed_at <= ${at}
        ), last as (select finished_at, findings from reconciliations order by id desc limit 1),
        found as (select finding ->> 'found' as found from last, jsonb_array_elements(findings) as finding)
        select
          (select coalesce(jsonb_object_agg(outcome, many), '{}') from (
            select case when status = 'PENDING' then 'pending' when status = 'REFUNDED' then 'refunded'
                when status = 'CANCELLED' then case when cancelled_because = 'hold-expired' then 'expired' else 'cancelled' end
                else 'confirmed' end as outcome, count(*) as many
            from fresh group by 1) as counted) as orders,
          (select coalesce(jsonb_object_agg(kind, many), '{}') from (
            select kind, count(*) as many from order_events where order_id = any (array(select id from fresh)) group by kind) as counted) as "orderEvents",
          (select coalesce(jsonb_object_agg(state, many), '{}') from (
            select state, count(*) as many from payments where order_id = any (array(select id from fresh)) group by state) as counted) as payments,
          (select coalesce(jsonb_object_agg(state, many), '{}') from (
            select state, count(*) as many from refunds where created_at > ${at} - interval '1 day' group by state) as counted) as refunds,
          (select jsonb_build_object(
              'money', count(*) filter (where found in ('is over and keeps money', 'confirmed without its exact money')),
              'unmended', count(*) filter (where found = 'could not be mended'),
              'mended', count(*) filter (where found not in ('is over and keeps money', 'confirmed without its exact money', 'could not be mended'))) from found) as findings,
          (select extract(epoch from ${at} - finished_at)::float8 from last) as "reconciliationAge",
          (select count(*)::int from orders where places = 'held' and hold_until < ${at} - interval '5 minutes') as "holdsOverdue",
          (select count(*)::int from payment_events where processed_at is null) as "openEvents",
          (select ${age('received_at')} from payment_events where processed_at is null) as "oldestEvent",
          (select count(*)::int from refunds where state in ('wanted', 'pending')) as "openRefunds",
          (select ${age('created_at')} from refunds where state in ('wanted', 'pending')) as "oldestRefund",
          (select count(*)::int from disputes where status not in ('won', 'lost', 'warning_closed')) as disputes,
          (select count(*)::int from emails where sent_at is null and not_needed_at is null) as unsent,
          (select ${age('created_at')} from emails where sent_at is null and not_needed_at is null) as "oldestUnsent",
          (select count(*)::int from occurrences where next_attempt_at < ${at} - interval '30 minutes' and pay_until > ${at}) as "chargesOverdue"`,
  )
  if (!figures) throw new Error('invariant broken: a statement of one row gave none')
  return figures
}
