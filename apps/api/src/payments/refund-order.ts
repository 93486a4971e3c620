import type { Jobs } from '../jobs.ts'
import { lockOrder, noteRefund } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { findPayment, findRefund, insertRefund } from './queries.ts'
import { settleRefund } from './settle-refund.ts'

type Refunding = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

/**
 * Pays money back: writes the refund down, asks Stripe outside of any transaction with our refund id as idempotency key, and
 * writes the answer down. It may die between any two of these and be done again.
 */
export async function refundOrder(shop: Refunding, { refundId, orderId, amount, reason, who }: Jobs['payments/refund-order']): Promise<void> {
  await shop.inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new Error(`invariant broken: a refund is wanted for ${orderId}, which is no order`)
    const at = shop.clock.now()
    if (!(await insertRefund(tx, { id: refundId, orderId, amount, reason, who, at }))) return
    await noteRefund(tx, { orderId, amount, kind: 'wanted', who, at, reason })
  })

  const [refund, payment] = await Promise.all([findRefund(shop.db, refundId), findPayment(shop.db, orderId)])
  if (!refund || refund.state !== 'wanted') return
  if (!payment?.intentId) throw new Error(`invariant broken: ${orderId} was paid without an intent`)
  const answer = await shop.stripe.refunds.create(
    { payment_intent: payment.intentId, amount: refund.amount.minor, metadata: { refund: refund.id, order: orderId }, reason: 'requested_by_customer' },
    { idempotencyKey: refund.id },
  )
  await shop.inTransaction((tx) => settleRefund(tx, shop, answer))
}
