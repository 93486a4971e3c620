import type { OrderId } from '@flora/contract/ids.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import type { PaymentState } from './payment.ts'

export interface OpenPayment {
  readonly orderId: OrderId
  readonly intentId: string
  readonly state: PaymentState
  /** Its order gave its places back: nobody should be able to pay it any more. */
  readonly isOver: boolean
}

/** Payments that have been open longer than a customer takes; for reconciliation, oldest first. */
export function listOpenPayments(db: Db, before: Temporal.Instant, limit: number): Promise<OpenPayment[]> {
  return rows(
    db,
    sql`select p.order_id as "orderId", p.intent_id as "intentId", p.state, o.places = 'released' as "isOver" from payments p join orders o on o.id = p.order_id
        where p.state in ('waiting', 'needs-action', 'processing', 'failed') and p.created_at < ${before.toString()}::timestamptz and p.intent_id is not null
        order by p.created_at limit ${limit}`,
  )
}

export function listOpenEvents(db: Db, before: Temporal.Instant, limit: number): Promise<{ id: string }[]> {
  return rows(
    db,
    sql`select id from payment_events where processed_at is null and received_at < ${before.toString()}::timestamptz order by received_at limit ${limit}`,
  )
}

/**
 * Orders whose money is not what it should be, of which there must be none: confirmed without it, or over since `before` and
 * keeping it. A refund that the customer's bank sent back has been told already, and waits for a person.
 */
export function listMismatchedOrders(
  db: Db,
  { since, before, limit }: { since: Temporal.Instant; before: Temporal.Instant; limit: number },
): Promise<{ orderId: OrderId; isOver: boolean }[]> {
  return rows(
    db,
    sql`select o.id as "orderId", o.places = 'released' as "isOver" from orders o left join payments p on p.order_id = o.id
        where o.placed_at > ${since.toString()}::timestamptz
          and ((o.status in ('CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED') and o.to_pay_minor > 0
            and o.in_shop_minor <> o.to_pay_minor - o.due_minor
            and (p.id is null or p.state <> 'paid' or p.received_minor <> o.to_pay_minor - o.due_minor - o.in_shop_minor))
          or (o.places = 'released' and o.paid_minor - o.in_shop_minor > o.refunded_minor - o.in_shop_refunded_minor and o.cancelled_at < ${before.toString()}::timestamptz
            and not exists (select from refunds r where r.order_id = o.id and r.state = 'failed')))
        limit ${limit}`,
  )
}

export async function listKnownEvents(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const known = await rows<{ id: string }>(db, sql`select id from payment_events where id = any(${list(ids, 'text')})`)
  return new Set(known.map(({ id }) => id))
}

export async function findLastReconciliation(db: Db): Promise<{ startedAt: string } | undefined> {
  return firstRow(db, sql`select started_at as "startedAt" from reconciliations order by id desc limit 1`)
}

export async function insertReconciliation(
  tx: Tx,
  run: { startedAt: Temporal.Instant; finishedAt: Temporal.Instant; asked: number; findings: readonly object[] },
): Promise<void> {
  await rows(
    tx,
    sql`insert into reconciliations (started_at, finished_at, asked, findings)
        values (${run.startedAt.toString()}::timestamptz, ${run.finishedAt.toString()}::timestamptz, ${run.asked}, ${JSON.stringify(run.findings)}::jsonb)`,
  )
}
