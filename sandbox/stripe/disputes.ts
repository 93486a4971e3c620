import type Stripe from 'stripe'
import { book } from './balance.ts'
import { asTable, listParams, pageOf } from './lists.ts'
import { changeMetadata, metadata } from './metadata.ts'
import { flag, hash, paramsOf, type Read, text } from './params.ts'
import { invalidRequest, resourceMissing } from './stripe-errors.ts'
import { idOf, type World } from './world.ts'

export const disputeListParams = paramsOf<Stripe.DisputeListParams>()({
  ...listParams,
  charge: text(),
  payment_intent: text(),
})
export const disputeUpdateParams = paramsOf<Stripe.DisputeUpdateParams>()({
  evidence: hash({ uncategorized_text: text(150_000), product_description: text(20_000), customer_name: text() }),
  metadata: metadata(),
  submit: flag(),
})

const TWO_WEEKS_SECONDS = 14 * 24 * 60 * 60
/** What Stripe takes for its own work on a dispute, in cents. */
const DISPUTE_FEE = 2500

/** The buyer's bank takes the money back until the dispute is decided. */
export function openDispute(
  world: World,
  charge: Stripe.Charge,
  reason: 'fraudulent' | 'product_not_received',
): Stripe.Dispute {
  const { amount, currency } = charge
  const id = world.newId('dp_')
  const withdrawal = book(world, { type: 'adjustment', amount: -amount, currency, source: id })
  Object.assign(withdrawal, { fee: DISPUTE_FEE, net: -amount - DISPUTE_FEE })
  world.balance.put(withdrawal)
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [withdrawal],
    charge: charge.id,
    created: world.clock(),
    currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: world.clock() + TWO_WEEKS_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      type: 'card',
      card: {
        brand: charge.payment_method_details?.card?.brand ?? 'visa',
        case_type: 'chargeback',
        network: 'visa',
        network_reason_code: reason === 'fraudulent' ? '10.4' : '13.1',
      },
    },
    reason,
    status: 'needs_response',
  }
  charge.disputed = true
  world.charges.put(charge)
  world.disputes.put(dispute)
  world.announce('charge.dispute.created', dispute)
  world.announce('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/**
 * Evidence goes to the bank. As in Stripe's test mode, the text `winning_evidence` or `losing_evidence` decides the
 * dispute.
 */
export function updateDispute(world: World, id: string, params: Read<typeof disputeUpdateParams>): Stripe.Dispute {
  const dispute = openDisputeWith(world, id)
  if (params.evidence) {
    dispute.evidence = { ...dispute.evidence, ...params.evidence }
    dispute.evidence_details.has_evidence = true
  }
  dispute.metadata = changeMetadata(dispute.metadata, params.metadata)
  const isSubmitted = params.evidence !== undefined && params.submit !== false
  if (isSubmitted) {
    dispute.status = 'under_review'
    dispute.evidence_details.submission_count++
  }
  world.disputes.put(dispute)
  world.announce('charge.dispute.updated', dispute)
  const argument = params.evidence?.uncategorized_text
  if (isSubmitted && argument === 'winning_evidence') return end(world, dispute, 'won')
  if (isSubmitted && argument === 'losing_evidence') return end(world, dispute, 'lost')
  return dispute
}

/** The shop gives in: the dispute is lost. */
export function closeDispute(world: World, id: string): Stripe.Dispute {
  return end(world, openDisputeWith(world, id), 'lost')
}

export function findDispute(world: World, id: string): Stripe.Dispute {
  const dispute = world.disputes.find(id)
  if (!dispute) throw resourceMissing('dispute', id, 'id')
  return dispute
}

export function listDisputes(world: World, params: Read<typeof disputeListParams>): Stripe.ApiList<Stripe.Dispute> {
  const { charge, payment_intent } = params
  const disputes = charge
    ? asTable(world.disputes.listBy('charge', charge))
    : payment_intent
      ? asTable(world.disputes.listBy('payment_intent', payment_intent))
      : world.disputes
  const fits = (each: Stripe.Dispute) => !payment_intent || each.payment_intent === payment_intent
  return pageOf(disputes, '/v1/disputes', 'dispute', params, fits)
}

function openDisputeWith(world: World, id: string): Stripe.Dispute {
  const dispute = findDispute(world, id)
  if (dispute.status === 'won' || dispute.status === 'lost') throw invalidRequest('This dispute is already closed')
  return dispute
}

function end(world: World, dispute: Stripe.Dispute, status: 'won' | 'lost'): Stripe.Dispute {
  dispute.status = status
  if (status === 'won') {
    const { amount, currency, id } = dispute
    dispute.balance_transactions.push(book(world, { type: 'adjustment', amount, currency, source: id }))
  }
  world.disputes.put(dispute)
  if (status === 'won') world.announce('charge.dispute.funds_reinstated', dispute)
  world.announce('charge.dispute.closed', dispute)
  return dispute
}

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}
