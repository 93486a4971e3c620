import type Stripe from 'stripe'
import { shippingParams } from './addresses.ts'
import { listParams } from './lists.ts'
import { metadata } from './metadata.ts'
import { flag, hash, ignored, list, oneOf, offSession, paramsOf, required, text, unsettable, whole } from './params.ts'
import { paymentMethodDataParams } from './payment-methods.ts'

/** What may be set when an intent is created or updated. */
export const fieldParams = paramsOf<Stripe.PaymentIntentCreateParams>()({
  customer: text(),
  description: unsettable(text(1000)),
  metadata: metadata(),
  payment_method: unsettable(text()),
  payment_method_data: hash(paymentMethodDataParams),
  payment_method_options: hash({
    card: hash({ request_three_d_secure: oneOf('automatic', 'any', 'challenge') }),
  }),
  allowed_payment_method_types: list(text()),
  excluded_payment_method_types: list(text()),
  receipt_email: unsettable(text()),
  setup_future_usage: unsettable(oneOf('off_session', 'on_session')),
  shipping: unsettable(hash(shippingParams)),
  statement_descriptor: unsettable(text(22)),
  statement_descriptor_suffix: unsettable(text(22)),
  transfer_group: text(),
})

/** What Stripe.js sends beside the documented parameters. */
type FromStripeJs = 'client_secret' | 'expected_payment_method_type' | 'client_context' | 'client_attribution_metadata'

/** What may come with a confirmation, alone or together with the creation. */
export const confirmParams = paramsOf<Stripe.PaymentIntentConfirmParams, FromStripeJs>()({
  payment_method: text(),
  payment_method_data: fieldParams.payment_method_data,
  payment_method_options: fieldParams.payment_method_options,
  allowed_payment_method_types: fieldParams.allowed_payment_method_types,
  excluded_payment_method_types: fieldParams.excluded_payment_method_types,
  receipt_email: fieldParams.receipt_email,
  setup_future_usage: fieldParams.setup_future_usage,
  shipping: fieldParams.shipping,
  off_session: offSession(),
  error_on_requires_action: flag(),
  return_url: text(),
  use_stripe_sdk: flag(),
  mandate_data: ignored(),
  client_secret: text(),
  // Stripe.js names the kind it expects and describes its surroundings.
  expected_payment_method_type: ignored(),
  client_context: ignored(),
  client_attribution_metadata: ignored(),
})

export const createParams = paramsOf<Stripe.PaymentIntentCreateParams>()({
  ...fieldParams,
  amount: required(whole(1)),
  currency: required(text(3)),
  automatic_payment_methods: hash({ enabled: required(flag()), allow_redirects: oneOf('always', 'never') }),
  capture_method: oneOf('automatic', 'automatic_async'),
  confirmation_method: oneOf('automatic'),
  confirm: flag(),
  off_session: offSession(),
  error_on_requires_action: flag(),
  return_url: text(),
  use_stripe_sdk: flag(),
  mandate_data: ignored(),
})

export const updateParams = paramsOf<Stripe.PaymentIntentUpdateParams>()({
  ...fieldParams,
  amount: whole(1),
  currency: text(3),
})
export const intentListParams = paramsOf<Stripe.PaymentIntentListParams>()({ ...listParams, customer: text() })
