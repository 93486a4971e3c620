import { newId } from '@flora/contract/ids.ts'
import { isZero, least, money, subtract } from '@flora/money/money.ts'
import type { Jobs } from '../jobs.ts'
import { lockOrder, noteRefund } from '../orders/index.ts'
import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { findPayment } from './queries.ts'
import { findRefund, insertRefund, markRefundRefused, type Refund } from './refund-queries.ts'
import { settleRefund } from './settle-refund.ts'

type Refunding = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

/**
 * Pays money back: writes the refund down, asks Stripe outside of any transaction with our refund id as idempotency key, and
 * writes the answer down. It may die between any two of these and be done again.
 */
export async function refundOrder(
  shop: Refunding,
  { refundId, orderId, amount, reason, who }: Jobs['payments/refund-order'],
): Promise<void> {
  await shop.inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new Error(`invariant broken: a refund is wanted for ${orderId}, which is no order`)
    const at = shop.clock.now()
    // A refund made meanwhile in Stripe's dashboard is part of what is owed.
    const owed = least(amount, order.onCard)
    if (isZero(owed) || !(await insertRefund(tx, { id: refundId, orderId, amount: owed, reason, who, at }))) return
    await noteRefund(tx, { orderId, amount: owed, kind: 'wanted', who, at, reason })
  })

  const [refund, payment] = await Promise.all([findRefund(shop.db, refundId), findPayment(shop.db, orderId)])
  if (!refund || refund.state !== 'wanted') return
  if (!payment?.intentId) throw new Error(`invariant broken: ${orderId} was paid without an intent`)
  try {
    const answer = await shop.stripe.refunds.create(
      {
        payment_intent: payment.intentId,
        amount: refund.amount.minor,
        metadata: { refund: refund.id, order: orderId },
        reason: 'requested_by_customer',
      },
      { idempotencyKey: refund.id },
    )
    await shop.inTransaction((tx) => settleRefund(tx, shop, answer))
  } catch (error) {
    // What Stripe refuses today it may take in a minute; what it says cannot be, never.
    const known = stripeError(error)
    if (!known || known.isTheirs) throw error
    await refundWhatIsLeft(shop, refund, known.code)
  }
}

// Somebody refunded a part at Stripe between our note and our asking: our wish is taken back, and what is left is asked for.
async function refundWhatIsLeft(shop: Refunding, refund: Refund, code: string): Promise<void> {
  const payment = await findPayment(shop.db, refund.orderId)
  const intent = await shop.stripe.paymentIntents.retrieve(payment!.intentId!, { expand: ['latest_charge'] })
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const left = money(charge ? charge.amount : 0, refund.amount.currency)
  const owed = least(refund.amount, subtract(left, money(charge?.amount_refunded ?? 0, left.currency)))
  await shop.inTransaction(async (tx) => {
    const at = shop.clock.now()
    if (!(await markRefundRefused(tx, refund.id, code, at))) return
    await noteRefund(tx, {
      orderId: refund.orderId,
      amount: refund.amount,
      kind: 'came-back',
      who: 'stripe',
      at,
      reason: code,
    })
    shop.log.error(
      { orderId: refund.orderId, refund: refund.id, code, left: owed.minor },
      'Stripe refused a refund; what is left to refund is asked for',
    )
    if (isZero(owed) || owed.minor < 0) return
    await shop.jobs.enqueue(tx, 'payments/refund-order', {
      refundId: newId('rfd'),
      orderId: refund.orderId,
      amount: owed,
      reason: refund.reason,
      who: refund.who,
    })
  })
}
