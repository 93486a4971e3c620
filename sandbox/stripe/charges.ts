import type Stripe from 'stripe'
import { book } from './balance.ts'
import type { Decline, TestCard } from './cards.ts'
import { asTable, listParams, pageOf } from './lists.ts'
import { changeMetadata, metadata } from './metadata.ts'
import { paramsOf, type Read, text, unsettable } from './params.ts'
import { cardOf } from './payment-methods.ts'
import { resourceMissing } from './stripe-errors.ts'
import { idOf, type World } from './world.ts'

export const chargeListParams = paramsOf<Stripe.ChargeListParams>()({
  ...listParams,
  payment_intent: text(),
  customer: text(),
})
export const chargeUpdateParams = paramsOf<Stripe.ChargeUpdateParams>()({
  description: unsettable(text()),
  metadata: metadata(),
  receipt_email: unsettable(text()),
})

type Attempt = { intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod; authenticated: boolean }

/** Money taken. */
export function chargeSucceeds(world: World, attempt: Attempt): Stripe.Charge {
  const charge = newCharge(world, attempt, 'succeeded')
  charge.outcome = outcome({
    network_status: 'approved_by_network',
    type: 'authorized',
    seller_message: 'Payment complete.',
  })
  collect(world, charge)
  world.charges.put(charge)
  world.announce('charge.succeeded', charge)
  return charge
}

/** The bank's no, on record. */
export function chargeFails(world: World, attempt: Attempt, decline: Decline): Stripe.Charge {
  const charge = newCharge(world, attempt, 'failed')
  fail(charge, decline)
  world.charges.put(charge)
  world.announce('charge.failed', charge)
  return charge
}

/** A bank debit on its way: whether the money comes is known days later. */
export function chargePends(world: World, attempt: Attempt): Stripe.Charge {
  const charge = newCharge(world, attempt, 'pending')
  world.charges.put(charge)
  world.announce('charge.pending', charge)
  return charge
}

export function pendingChargeSettles(world: World, id: string, decline: Decline | undefined): Stripe.Charge {
  const charge = findCharge(world, id, 'id')
  if (decline) {
    charge.status = 'failed'
    fail(charge, decline)
  } else {
    charge.status = 'succeeded'
    collect(world, charge)
  }
  world.charges.put(charge)
  world.announce(decline ? 'charge.failed' : 'charge.succeeded', charge)
  return charge
}

export function findCharge(world: World, id: string, param: string): Stripe.Charge {
  const charge = world.charges.find(id)
  if (!charge) throw resourceMissing('charge', id, param)
  return charge
}

export function updateCharge(world: World, id: string, params: Read<typeof chargeUpdateParams>): Stripe.Charge {
  const charge = findCharge(world, id, 'id')
  charge.metadata = changeMetadata(charge.metadata, params.metadata)
  if (params.description !== undefined) charge.description = params.description
  if (params.receipt_email !== undefined) charge.receipt_email = params.receipt_email
  world.charges.put(charge)
  world.announce('charge.updated', charge)
  return charge
}

export function listCharges(world: World, params: Read<typeof chargeListParams>): Stripe.ApiList<Stripe.Charge> {
  const { payment_intent, customer } = params
  const charges = payment_intent ? asTable(world.charges.listBy('payment_intent', payment_intent)) : world.charges
  return pageOf(charges, '/v1/charges', 'charge', params, (each) => !customer || idOf(each.customer) === customer)
}

function collect(world: World, charge: Stripe.Charge): void {
  const { amount, currency, id } = charge
  charge.paid = true
  charge.captured = true
  charge.amount_captured = amount
  const type = charge.payment_method_details?.type === 'card' ? 'charge' : 'payment'
  charge.balance_transaction = book(world, { type, amount, currency, source: id }).id
}

function fail(charge: Stripe.Charge, { code, decline_code, message }: Decline): void {
  charge.failure_code = code ?? null
  charge.failure_message = message
  charge.outcome = outcome({
    network_status: decline_code === 'fraudulent' ? 'not_sent_to_network' : 'declined_by_network',
    type: decline_code === 'fraudulent' ? 'blocked' : 'issuer_declined',
    reason: decline_code ?? code ?? null,
    seller_message: message,
  })
}

function outcome(details: Partial<Stripe.Charge.Outcome> & { type: string }): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: null,
    reason: null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: null,
    ...details,
  }
}

function newCharge(world: World, attempt: Attempt, status: Stripe.Charge.Status): Stripe.Charge {
  const { intent, method } = attempt
  const id = world.newId('ch_')
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: statementDescriptor(intent),
    captured: false,
    created: world.clock(),
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    // Stripe copies the intent's metadata at the time of the charge, and the two part from there.
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(method, cardOf(world, method), attempt),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: status === 'succeeded' ? `${world.url()}/#${intent.id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
}

/** What stands on the bank statement: the account's own descriptor and the payment's suffix, 22 characters at most. */
function statementDescriptor({ statement_descriptor_suffix: suffix }: Stripe.PaymentIntent): string {
  return (suffix ? `FLORA* ${suffix}` : 'FLORA').slice(0, 22)
}

function methodDetails(
  method: Stripe.PaymentMethod,
  card: TestCard | undefined,
  { intent, authenticated }: Attempt,
): Stripe.Charge.PaymentMethodDetails {
  if (method.au_becs_debit) return { type: 'au_becs_debit', au_becs_debit: { ...method.au_becs_debit } }
  if (!method.card || !card) return { type: method.type }
  const { brand, checks, country, exp_month, exp_year, fingerprint = null, funding, last4 } = method.card
  return {
    type: 'card',
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
      checks,
      country,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: authenticated ? challenged : null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}

const challenged: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}
