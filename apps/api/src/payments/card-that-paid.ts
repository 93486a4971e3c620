import type { OrderId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { findPayment } from './queries.ts'

/** Stripe's id of the card that paid an order, which is kept where its owner agreed to that. Never inside a transaction. */
export async function cardThatPaid({ db, stripe }: Pick<Shop, 'db' | 'stripe'>, orderId: OrderId): Promise<string> {
  const payment = await findPayment(db, orderId)
  if (!payment?.intentId) throw new Error(`invariant broken: ${orderId} is paid without an intent`)
  const { payment_method: method } = await stripe.paymentIntents.retrieve(payment.intentId)
  if (!method) throw new Error(`invariant broken: nothing paid ${payment.intentId}`)
  return typeof method === 'string' ? method : method.id
}
