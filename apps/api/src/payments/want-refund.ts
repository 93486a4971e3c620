import type { OrderId, RefundId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { RefundReason } from '../jobs.ts'
import { noteRefund } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { insertRefund } from './refund-queries.ts'

export interface WantedRefund {
  readonly id: RefundId
  readonly orderId: OrderId
  readonly amount: Money
  readonly reason: RefundReason
  /** What staff wrote. */
  readonly note: string
  readonly who: string
  readonly at: Temporal.Instant
}

/**
 * Promises money back to the card that paid, in the transaction that decided it; the caller holds the order's lock and has looked that
 * there is as much. It counts from now on, so that no second one promises the same cents. False when it was promised before.
 */
export async function wantRefund(tx: Tx, { jobs }: Pick<Shop, 'jobs'>, wanted: WantedRefund): Promise<boolean> {
  const { id, orderId, amount, reason, note, who, at } = wanted
  if (!(await insertRefund(tx, wanted))) return false
  await noteRefund(tx, { orderId, amount, kind: 'wanted', who, at, reason: note })
  await jobs.enqueue(tx, 'payments/refund-order', { refundId: id, orderId, amount, reason, who })
  return true
}
