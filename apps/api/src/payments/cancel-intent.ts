import type { OrderId } from '@flora/contract/ids.ts'
import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { toFacts } from './payment.ts'
import { findPayment } from './queries.ts'
import { settlePayment } from './settle-payment.ts'

type Cancelling = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

/**
 * Takes a payment intent back, so that nobody pays an order that is over. Money that won the race is settled instead. Answers
 * what came of it.
 */
export async function cancelIntent(shop: Cancelling, orderId: OrderId): Promise<string> {
  const payment = await findPayment(shop.db, orderId)
  if (!payment?.intentId || payment.state === 'paid' || payment.state === 'cancelled')
    return 'ignored: nothing to take back'
  const intentId = payment.intentId
  const intent = await shop.stripe.paymentIntents.cancel(intentId).catch(async (error: unknown) => {
    if (stripeError(error)?.code !== 'payment_intent_unexpected_state') throw error
    return shop.stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })
  })
  return settlePayment(shop, toFacts(intent))
}
