import type { OrderId, RefundId } from '@flora/contract/ids.ts'
import { type Currency, money, type Money } from '@flora/money/money.ts'
import type { RefundReason } from '../jobs.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface Refund {
  readonly id: RefundId
  readonly orderId: OrderId
  readonly stripeId: string | null
  readonly state: 'wanted' | 'pending' | 'succeeded' | 'failed'
  readonly amount: Money
  readonly reason: RefundReason
  readonly who: string
}

interface RefundRow extends Omit<Refund, 'amount'> {
  amountMinor: number
  currency: Currency
}

const refundColumns = sql`id, order_id as "orderId", stripe_id as "stripeId", state, amount_minor as "amountMinor", currency, reason, who`

function toRefund({ amountMinor, currency, ...row }: RefundRow): Refund {
  return { ...row, amount: money(amountMinor, currency) }
}

/** Writes a wanted refund down once; false when it is there already. */
export async function insertRefund(
  tx: Tx,
  refund: {
    id: RefundId
    orderId: OrderId
    stripeId?: string
    amount: Money
    reason: RefundReason
    note?: string
    who: string
    at: Temporal.Instant
  },
): Promise<boolean> {
  const written = await rows(
    tx,
    sql`insert into refunds (id, order_id, payment_id, stripe_id, state, amount_minor, currency, reason, note, who, created_at)
        select ${refund.id}, ${refund.orderId}, p.id, ${refund.stripeId ?? null}, 'wanted', ${refund.amount.minor}, ${refund.amount.currency}, ${refund.reason},
          ${refund.note ?? ''}, ${refund.who}, ${refund.at.toString()}::timestamptz
        from payments p where p.order_id = ${refund.orderId}
        on conflict do nothing returning id`,
  )
  return written.length === 1
}

export async function findRefund(db: Db, id: RefundId): Promise<Refund | undefined> {
  const row = await firstRow<RefundRow>(db, sql`select ${refundColumns} from refunds where id = ${id}`)
  return row && toRefund(row)
}

/** The order that a refund belongs to: by our id of the refund, by Stripe's, or by the intent it gives back. */
export function findOrderOfRefund(
  db: Db,
  { id, stripeId, intentId }: { id: string | undefined; stripeId: string; intentId: string | undefined },
): Promise<{ orderId: OrderId } | undefined> {
  return firstRow(
    db,
    sql`(select order_id as "orderId" from refunds where id = ${id ?? ''} or stripe_id = ${stripeId})
        union all (select order_id from payments where intent_id = ${intentId ?? ''}) limit 1`,
  )
}

/** Locks a refund by our id, or by Stripe's. */
export async function lockRefund(
  tx: Tx,
  { id, stripeId }: { id: string | undefined; stripeId: string },
): Promise<Refund | undefined> {
  const row = await firstRow<RefundRow>(
    tx,
    sql`select ${refundColumns} from refunds where id = ${id ?? ''} or stripe_id = ${stripeId} for update`,
  )
  return row && toRefund(row)
}

export async function saveRefundState(
  tx: Tx,
  {
    id,
    stripeId,
    state,
    failure,
    at,
  }: { id: RefundId; stripeId: string; state: Refund['state']; failure?: string; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`update refunds set state = ${state}, stripe_id = ${stripeId}, failure = ${failure ?? null},
          settled_at = case when ${state} in ('succeeded', 'failed') then ${at.toString()}::timestamptz end where id = ${id}`,
  )
}

/** Takes back a refund that Stripe will not make; false when it is not waiting any more. */
export async function markRefundRefused(tx: Tx, id: RefundId, code: string, at: Temporal.Instant): Promise<boolean> {
  const refused = await rows(
    tx,
    sql`update refunds set state = 'failed', failure = ${code}, settled_at = ${at.toString()}::timestamptz where id = ${id} and state = 'wanted' returning id`,
  )
  return refused.length === 1
}

export async function listOpenRefunds(db: Db, before: Temporal.Instant, limit: number): Promise<Refund[]> {
  const found = await rows<RefundRow>(
    db,
    sql`select ${refundColumns} from refunds where state in ('wanted', 'pending') and created_at < ${before.toString()}::timestamptz order by created_at limit ${limit}`,
  )
  return found.map(toRefund)
}
