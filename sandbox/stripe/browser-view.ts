import type Stripe from 'stripe'

/**
 * What of an intent the holder of a client secret may see. Metadata, customer and charges are the shop's own business.
 */
const intentFields = [
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_configuration_details',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
] as const satisfies readonly (keyof Stripe.PaymentIntent)[]

const setupIntentFields = [
  'id',
  'object',
  'automatic_payment_methods',
  'cancellation_reason',
  'client_secret',
  'created',
  'description',
  'last_setup_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_configuration_details',
  'payment_method_types',
  'status',
  'usage',
] as const satisfies readonly (keyof Stripe.SetupIntent)[]

/** An answer as a browser gets it, holding a publishable key and a client secret. */
export function seenByBrowser(answer: object): object {
  if (!('object' in answer)) return answer
  if (answer.object === 'payment_intent') return pick(answer, intentFields)
  if (answer.object === 'setup_intent') return pick(answer, setupIntentFields)
  return answer
}

function pick(answer: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => fields.includes(name)))
}
