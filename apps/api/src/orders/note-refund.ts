import type { OrderId } from '@flora/contract/ids.ts'
import { type Money, negative } from '@flora/money/money.ts'
import type { Tx } from '../platform/db.ts'
import { addRefunded, insertEvent, markOwedAgain, markRefundedIfWhole } from './queries.ts'

interface RefundNews {
  readonly orderId: OrderId
  readonly amount: Money
  readonly kind: 'wanted' | 'arrived' | 'came-back'
  readonly who: string
  readonly at: Temporal.Instant
  readonly reason?: string
}

/**
 * Writes down in the order what became of a refund. It counts from the moment it is wanted, so that no second one can promise
 * the same cents; one that the customer's bank sends back counts no more.
 */
export async function noteRefund(tx: Tx, { orderId, amount, kind, who, at, reason }: RefundNews): Promise<void> {
  const detail = { amount: amount.minor, ...(reason && { reason }) }
  switch (kind) {
    case 'wanted':
      await addRefunded(tx, orderId, amount)
      return insertEvent(tx, { orderId, at, kind: 'refund-wanted', who, detail })
    case 'arrived':
      await markRefundedIfWhole(tx, orderId)
      return insertEvent(tx, { orderId, at, kind: 'refunded', who, detail })
    case 'came-back':
      await addRefunded(tx, orderId, negative(amount))
      await markOwedAgain(tx, orderId)
      return insertEvent(tx, { orderId, at, kind: 'refund-failed', who, detail })
  }
}
