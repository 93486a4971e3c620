import type Stripe from 'stripe'
import { authenticationRequired, type Decline, type TestCard } from './cards.ts'
import { nextAction, needsChallenge } from './challenge.ts'
import { chargeFails, chargePends, chargeSucceeds, pendingChargeSettles } from './charges.ts'
import { openDispute } from './disputes.ts'
import type { Read } from './params.ts'
import type { confirmParams } from './payment-intent-params.ts'
import { methodMissing, refuseWithoutReturnUrl, setFields, unexpectedState } from './payment-intents.ts'
import { attachPaymentMethod, cardOf, instrumentOf, mayNotBeUsedAgain } from './payment-methods.ts'
import { cardError, type ErrorBody, invalidRequest } from './stripe-errors.ts'
import { idOf, type World } from './world.ts'

type Confirmation = Read<typeof confirmParams> & { viaBrowser?: boolean }

/**
 * Tries to pay an intent: it succeeds, is declined (402), asks the customer for her bank's challenge, or goes to the
 * bank for days.
 */
export function confirmIntent(world: World, intent: Stripe.PaymentIntent, given: Confirmation): Stripe.PaymentIntent {
  refuseUnlessConfirmable(intent)
  const { off_session, error_on_requires_action, return_url, use_stripe_sdk, client_secret: _, ...fields } = given
  if (!given.viaBrowser) refuseWithoutReturnUrl(intent, return_url)
  const method = withFields(world, intent, fields)
  intent.last_payment_error = null
  intent.next_action = null

  if (method.type === 'au_becs_debit') return startDebit(world, intent, method)
  const card = cardOf(world, method)
  const isSetUp = instrumentOf(world, method).setUpOffSession
  const challenge = needsChallenge(card, intent.payment_method_options?.card?.request_three_d_secure, {
    customerIsAway: off_session === true,
    isSetUp,
  })
  if (!challenge) return takeMoney(world, intent, method, { authenticated: false })
  if (off_session || error_on_requires_action) throw declineIntent(world, intent, method, authenticationRequired)

  intent.status = 'requires_action'
  intent.next_action = nextAction(world, intent, return_url, use_stripe_sdk)
  world.intents.put(intent)
  world.announce('payment_intent.requires_action', intent)
  return intent
}

/** The customer passed or failed her bank's challenge. A refusal is in the intent afterwards; nothing is thrown. */
export function finishChallenge(world: World, intent: Stripe.PaymentIntent, passed: boolean): Stripe.PaymentIntent {
  if (intent.status !== 'requires_action') {
    throw unexpectedState(
      intent,
      `This PaymentIntent does not wait for its customer; it has a status of ${intent.status}.`,
    )
  }
  const method = methodToCharge(world, intent)
  intent.next_action = null
  if (!passed) return refuseIntent(world, intent, method, authenticationFailed)
  const decline = cardOf(world, method)?.declines
  if (decline) {
    const charge = chargeFails(world, { intent, method, authenticated: true }, decline)
    return refuseIntent(world, intent, method, { type: 'card_error', ...decline, charge: charge.id })
  }
  return takeMoney(world, intent, method, { authenticated: true })
}

/** A bank debit's fate becomes known. */
export function settleDebit(world: World, id: string): void {
  const intent = world.intents.find(id)
  const method = intent && world.paymentMethods.find(idOf(intent.payment_method) ?? '')
  if (!intent || !method || intent.status !== 'processing') return
  const decline = instrumentOf(world, method).number === FAILING_ACCOUNT ? accountClosed : undefined
  const charge = pendingChargeSettles(world, idOf(intent.latest_charge) ?? '', decline)
  if (decline) refuseIntent(world, intent, method, { type: 'card_error', ...decline, charge: charge.id })
  else succeed(world, intent, charge)
}

/** The account number that Stripe's test mode lets fail; every other one pays. */
const FAILING_ACCOUNT = '111111113'

const accountClosed: Decline = { code: 'account_closed', message: "The customer's bank account has been closed." }

const authenticationFailed: ErrorBody = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message:
    'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new ' +
    'PaymentMethod to attempt to fulfill this PaymentIntent again.',
}

function refuseUnlessConfirmable(intent: Stripe.PaymentIntent): void {
  const { status } = intent
  if (status === 'succeeded') {
    const message =
      'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
    throw unexpectedState(intent, message)
  }
  if (status === 'canceled' || status === 'processing') {
    const message =
      `You cannot confirm this PaymentIntent because it has a status of ${status}. ` +
      'Only a PaymentIntent with one of the following statuses may be confirmed: ' +
      'requires_confirmation, requires_action, requires_payment_method.'
    throw unexpectedState(intent, message)
  }
}

// A confirmation that cannot begin leaves the intent as it was.
function withFields(
  world: World,
  intent: Stripe.PaymentIntent,
  fields: Parameters<typeof setFields>[2],
): Stripe.PaymentMethod {
  const before = { ...intent }
  try {
    setFields(world, intent, fields)
    return methodToCharge(world, intent)
  } catch (error) {
    Object.assign(intent, before)
    throw error
  }
}

/** The method that is to pay, if it may: it must be the customer's own, or nobody's and fresh. */
function methodToCharge(world: World, intent: Stripe.PaymentIntent): Stripe.PaymentMethod {
  const id = idOf(intent.payment_method)
  const method = id && world.paymentMethods.find(id)
  if (!method) throw methodMissing(intent)
  const owner = idOf(method.customer)
  if (owner && owner !== idOf(intent.customer)) {
    const message =
      `The payment method supplied (${method.id}) belongs to the Customer ${owner}. ` +
      'Please include the Customer in the `customer` parameter on the PaymentIntent.'
    throw invalidRequest(message, { param: 'payment_method' })
  }
  if (!owner && instrumentOf(world, method).spent) throw mayNotBeUsedAgain(method.id)
  if (!intent.payment_method_types.includes(method.type)) {
    const message = `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`
    throw invalidRequest(message, { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' })
  }
  if (method.type === 'card' && intent.statement_descriptor) {
    const message = 'A card payment takes no `statement_descriptor`. Please use `statement_descriptor_suffix` instead.'
    throw invalidRequest(message, { code: 'payment_intent_invalid_parameter', param: 'statement_descriptor' })
  }
  return method
}

function takeMoney(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { authenticated }: { authenticated: boolean },
): Stripe.PaymentIntent {
  const card = cardOf(world, method)
  if (card?.declines) throw declineIntent(world, intent, method, card.declines)
  const charge = chargeSucceeds(world, { intent, method, authenticated })
  rememberMethod(world, intent, method, authenticated)
  succeed(world, intent, charge, card)
  return intent
}

function succeed(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge, card?: TestCard): void {
  intent.status = 'succeeded'
  intent.amount_received = charge.amount
  intent.latest_charge = charge.id
  world.intents.put(intent)
  world.announce('payment_intent.succeeded', intent)
  if (card?.dispute) openDispute(world, charge, card.dispute)
}

// A method that paid is kept for its customer if that was asked for, and can pay once only if not.
function rememberMethod(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
) {
  const instrument = instrumentOf(world, method)
  const customer = idOf(intent.customer)
  if (intent.setup_future_usage === 'off_session' && authenticated) instrument.setUpOffSession = true
  if (intent.setup_future_usage && customer && !method.customer) attachPaymentMethod(world, method, customer)
  instrument.spent = !method.customer && !intent.setup_future_usage
  world.instruments.put(instrument)
}

function startDebit(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent {
  intent.latest_charge = chargePends(world, { intent, method, authenticated: false }).id
  intent.status = 'processing'
  world.intents.put(intent)
  world.announce('payment_intent.processing', intent)
  world.settleLater('debit', intent.id)
  return intent
}

/** Puts a bank's no on record and gives the 402 to throw. */
function declineIntent(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, decline: Decline) {
  const charge = chargeFails(world, { intent, method, authenticated: false }, decline)
  const error = { ...decline, charge: charge.id, payment_method: method }
  refuseIntent(world, intent, method, { type: 'card_error', ...error })
  return cardError({ ...error, payment_intent: intent })
}

function refuseIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  error: ErrorBody,
): Stripe.PaymentIntent {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  if (error.charge) intent.latest_charge = error.charge
  intent.last_payment_error = { ...error, payment_method: method }
  world.intents.put(intent)
  world.announce('payment_intent.payment_failed', intent)
  return intent
}
