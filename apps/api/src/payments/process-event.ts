import type { OrderId } from '@flora/contract/ids.ts'
import { insertEvent } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Stripe } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { methodInWords, toFacts } from './payment.ts'
import { findPaymentEvent, markEventProcessed, saveDispute, saveMethod } from './queries.ts'
import { settleInside } from './settle-payment.ts'
import { settleRefund } from './settle-refund.ts'

type Processing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'log'>

/** Does what a stored event says, once: the event is marked in the transaction that did it. */
export async function processEvent(shop: Processing, eventId: string): Promise<void> {
  const stored = await findPaymentEvent(shop.db, eventId)
  if (!stored || stored.processedAt !== null) return
  const event = stored.payload as Stripe.Event
  await shop.inTransaction(async (tx) => {
    const outcome = await actOn(tx, shop, event)
    await markEventProcessed(tx, eventId, outcome, shop.clock.now())
  })
}

async function actOn(tx: Tx, shop: Processing, event: Stripe.Event): Promise<string> {
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.requires_action':
    case 'payment_intent.processing':
    case 'payment_intent.canceled':
      return settleInside(tx, shop, toFacts(event.data.object))
    case 'charge.succeeded':
      return noteMethod(tx, event.data.object)
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return settleRefund(tx, shop, event.data.object)
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
      return noteDispute(tx, shop, event.data.object)
    default:
      return 'ignored: says nothing about orders'
  }
}

async function noteMethod(tx: Tx, charge: Stripe.Charge): Promise<string> {
  const orderId = charge.metadata['order'] as OrderId | undefined
  const method = methodInWords(charge)
  if (!orderId || !method) return 'ignored: not an order of ours'
  await saveMethod(tx, { orderId, chargeId: charge.id, method })
  return 'method noted'
}

async function noteDispute(tx: Tx, { clock, log }: Processing, dispute: Stripe.Dispute): Promise<string> {
  const idOf = (value: string | { id: string } | null) => (typeof value === 'object' ? (value?.id ?? null) : value)
  const at = clock.now()
  const orderId = await saveDispute(tx, {
    id: dispute.id,
    chargeId: idOf(dispute.charge) ?? '',
    intentId: idOf(dispute.payment_intent),
    amount: dispute.amount,
    currency: dispute.currency,
    reason: dispute.reason,
    status: dispute.status,
    created: dispute.created,
    at,
  })
  if (!orderId) return 'dispute noted, not an order of ours'
  await insertEvent(tx, {
    orderId,
    at,
    kind: `dispute-${dispute.status}`,
    who: 'stripe',
    detail: { dispute: dispute.id, reason: dispute.reason },
  })
  log.warn({ orderId, dispute: dispute.id, status: dispute.status }, 'a payment is disputed')
  return `dispute ${dispute.status}`
}
