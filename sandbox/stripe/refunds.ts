import type Stripe from 'stripe'
import { book } from './balance.ts'
import { findCharge } from './charges.ts'
import { asTable, listParams, pageOf } from './lists.ts'
import { changeMetadata, metadata } from './metadata.ts'
import { oneOf, paramsOf, type Read, text, whole } from './params.ts'
import { findIntent } from './payment-intents.ts'
import { cardByNumber } from './cards.ts'
import { invalidRequest, parameterInvalid, resourceMissing } from './stripe-errors.ts'
import { idOf, type World } from './world.ts'

export const refundParams = paramsOf<Stripe.RefundCreateParams>()({
  amount: whole(1),
  charge: text(),
  payment_intent: text(),
  metadata: metadata(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
})
export const refundUpdateParams = paramsOf<Stripe.RefundUpdateParams>()({ metadata: metadata() })
export const refundListParams = paramsOf<Stripe.RefundListParams>()({
  ...listParams,
  charge: text(),
  payment_intent: text(),
})

/** Gives money back, all that is left or a part of it. */
export function createRefund(world: World, params: Read<typeof refundParams>): Stripe.Refund {
  const charge = chargeToRefund(world, params)
  const left = charge.amount_captured - charge.amount_refunded
  refuseUnrefundable(charge, left, params.amount)
  const amount = params.amount ?? left
  const behaviour = refundBehaviour(world, charge)

  const refund = newRefund(world, charge, amount, params)
  refund.status = behaviour === 'pending-first' ? 'pending' : 'succeeded'
  if (behaviour === 'pending-first') refund.pending_reason = 'processing'
  refund.balance_transaction = book(world, {
    type: 'refund',
    amount: -amount,
    currency: refund.currency,
    source: refund.id,
  }).id
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount_captured
  world.refunds.put(refund)
  world.charges.put(charge)
  world.announce('refund.created', refund)
  world.announce('charge.refunded', charge, { amount_refunded: charge.amount_refunded - amount })
  if (behaviour) world.settleLater(behaviour === 'pending-first' ? 'refund-succeeds' : 'refund-fails', refund.id)
  return refund
}

export function updateRefund(
  world: World,
  id: string,
  { metadata: change }: Read<typeof refundUpdateParams>,
): Stripe.Refund {
  const refund = findRefund(world, id)
  refund.metadata = changeMetadata(refund.metadata, change)
  world.refunds.put(refund)
  world.announce('refund.updated', refund)
  return refund
}

export function findRefund(world: World, id: string): Stripe.Refund {
  const refund = world.refunds.find(id)
  if (!refund) throw resourceMissing('refund', id, 'id')
  return refund
}

export function listRefunds(world: World, params: Read<typeof refundListParams>): Stripe.ApiList<Stripe.Refund> {
  const { charge, payment_intent } = params
  const refunds = charge
    ? asTable(world.refunds.listBy('charge', charge))
    : payment_intent
      ? asTable(world.refunds.listBy('payment_intent', payment_intent))
      : world.refunds
  const fits = (each: Stripe.Refund) => !payment_intent || each.payment_intent === payment_intent
  return pageOf(refunds, '/v1/refunds', 'refund', params, fits)
}

/** The bank took the money that was pending. */
export function refundSucceeds(world: World, id: string): void {
  const refund = findRefund(world, id)
  if (refund.status !== 'pending') return
  refund.status = 'succeeded'
  delete refund.pending_reason
  world.refunds.put(refund)
  world.announce('refund.updated', refund, { status: 'pending' })
}

/** The bank sent the money back: the shop has it again, and the customer does not. */
export function refundFails(world: World, id: string): void {
  const refund = findRefund(world, id)
  if (refund.status === 'failed') return
  const { amount, currency } = refund
  refund.status = 'failed'
  refund.failure_reason = 'expired_or_canceled_card'
  refund.failure_balance_transaction = book(world, { type: 'refund_failure', amount, currency, source: id }).id
  const charge = findCharge(world, idOf(refund.charge) ?? '', 'charge')
  charge.amount_refunded -= amount
  charge.refunded = false
  world.refunds.put(refund)
  world.charges.put(charge)
  world.announce('refund.updated', refund, { status: 'succeeded' })
  world.announce('refund.failed', refund)
}

function chargeToRefund(world: World, { charge, payment_intent }: Read<typeof refundParams>): Stripe.Charge {
  if (charge) {
    const found = findCharge(world, charge, 'charge')
    if (payment_intent && found.payment_intent !== payment_intent) {
      throw parameterInvalid('payment_intent', `Charge ${charge} does not belong to PaymentIntent ${payment_intent}.`)
    }
    return found
  }
  if (!payment_intent) {
    const message = 'One of the following params should be provided for this request: payment_intent or charge.'
    throw invalidRequest(message, { code: 'parameter_missing' })
  }
  const intent = findIntent(world, payment_intent, 'payment_intent')
  const latest = world.charges.find(idOf(intent.latest_charge) ?? '')
  if (!latest?.paid) {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`
    throw invalidRequest(message, { code: 'payment_intent_unexpected_state', param: 'payment_intent' })
  }
  return latest
}

function refuseUnrefundable(charge: Stripe.Charge, left: number, amount: number | undefined): void {
  if (charge.disputed) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`
    throw invalidRequest(message, { code: 'charge_disputed' })
  }
  if (!charge.paid) throw invalidRequest(`Charge ${charge.id} was not successful; cannot issue a refund.`)
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  if (amount !== undefined && amount > left) {
    const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`
    const message = `Refund amount (${dollars(amount)}) is greater than unrefunded amount on charge (${dollars(left)})`
    throw parameterInvalid('amount', message)
  }
}

function refundBehaviour(world: World, charge: Stripe.Charge) {
  const instrument = world.instruments.find(charge.payment_method ?? '')
  return instrument && charge.payment_method_details?.type === 'card'
    ? cardByNumber(instrument.number).refunds
    : undefined
}

function newRefund(
  world: World,
  charge: Stripe.Charge,
  amount: number,
  { reason, metadata: change }: Read<typeof refundParams>,
): Stripe.Refund {
  return {
    id: world.newId('re_'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.clock(),
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      type: 'card',
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    },
    metadata: changeMetadata(null, change),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: null,
    transfer_reversal: null,
  }
}
