import type { OrderId, PaymentId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import { recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface NewPayment {
  readonly id: PaymentId
  readonly orderId: OrderId
  readonly intentId: string
  readonly amount: Money
}

/** Writes down the intents of orders, as `insertPayment` does of one: by their orders, so that two who have the same ones take turns. */
export async function insertPayments(tx: Tx, payments: readonly NewPayment[], at: Temporal.Instant): Promise<void> {
  const records = payments.map(({ amount: { minor, currency }, ...payment }) => ({ ...payment, minor, currency }))
  await rows(
    tx,
    sql`insert into payments (id, order_id, intent_id, state, amount_minor, currency, created_at, updated_at)
        select id, "orderId", "intentId", 'waiting', minor, currency, ${at.toString()}::timestamptz, ${at.toString()}::timestamptz
        from jsonb_to_recordset(${recordset(records)}) as made (id text, "orderId" text, "intentId" text, minor bigint, currency text)
        order by "orderId"
        on conflict (order_id) do update set intent_id = coalesce(payments.intent_id, excluded.intent_id)`,
  )
}
