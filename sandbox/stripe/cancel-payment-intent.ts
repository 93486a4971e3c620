import type Stripe from 'stripe'
import { oneOf, paramsOf, type Read, text } from './params.ts'
import { unexpectedState } from './payment-intents.ts'
import type { World } from './world.ts'

export const cancelParams = paramsOf<Stripe.PaymentIntentCancelParams, 'client_secret'>()({
  cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
  client_secret: text(),
})

const cancelable = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action']

/** Ends an intent that has not taken money; it can never be paid afterwards. */
export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  { cancellation_reason }: Read<typeof cancelParams>,
): Stripe.PaymentIntent {
  if (!cancelable.includes(intent.status)) {
    const message =
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. ` +
      `Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`
    throw unexpectedState(intent, message)
  }
  intent.status = 'canceled'
  intent.canceled_at = world.clock()
  intent.cancellation_reason = cancellation_reason ?? null
  intent.next_action = null
  world.intents.put(intent)
  world.announce('payment_intent.canceled', intent)
  return intent
}
