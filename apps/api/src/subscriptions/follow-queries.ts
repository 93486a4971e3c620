import type { OccurrenceId, OrderId, SubscriptionId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { OrderNow } from './subscription.ts'

// What is neither over nor still unpaid.
const isAlive: SQL = sql`r.status in ('CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED')`

/** The deliveries that an order brings: its own, or the first of each subscription that began with it. */
export function listByOrder(db: Db, orderId: OrderId): Promise<{ id: OccurrenceId; subscriptionId: SubscriptionId }[]> {
  return rows(
    db,
    sql`select id, subscription_id as "subscriptionId" from occurrences where order_id = ${orderId} order by subscription_id limit 100`,
  )
}

export async function findOrderNow(
  db: Db,
  orderId: OrderId,
): Promise<(OrderNow & { link: string; isBeginning: boolean }) | undefined> {
  return firstRow(
    db,
    sql`select ${isAlive} as "isAlive", cancelled_because as "cancelledBecause", link,
          begins is not null as "isBeginning"
        from orders r where id = ${orderId}`,
  )
}

/** Locks the subscriptions whose deliveries some orders bring, in the order of their ids. */
export async function lockSubscriptionsOf(tx: Tx, orderIds: readonly OrderId[]): Promise<void> {
  await rows(
    tx,
    sql`select 1 from subscriptions s
        where s.id in (select subscription_id from occurrences where order_id = any(${list(orderIds, 'text')})) order by s.id for no key update`,
  )
}

/**
 * Marks all deliveries of those orders that are paid, with their events and a clean slate for their owners; the caller locked their
 * subscriptions. Gives the orders of which nothing more is to be said.
 */
export async function markAllPaid(tx: Tx, orderIds: readonly OrderId[], at: Temporal.Instant): Promise<OrderId[]> {
  const done = await rows<{ id: OrderId }>(
    tx,
    sql`with alive as materialized (
          select r.id from orders r where r.id = any(${list(orderIds, 'text')}) and ${isAlive}
        ), paid as (
          update occurrences o set state = 'paid', because = null, next_attempt_at = null from alive
          where o.order_id = alive.id and o.state <> 'paid' returning o.id, o.subscription_id
        ), cleared as (
          update subscriptions set unpaid_in_a_row = 0 where id in (select subscription_id from paid)
        ), noted as (
          insert into subscription_events (subscription_id, occurrence_id, at, kind, who)
          select subscription_id, id, ${at.toString()}::timestamptz, 'paid', 'stripe' from paid order by id
        )
        select id from alive`,
  )
  return done.map(({ id }) => id)
}
