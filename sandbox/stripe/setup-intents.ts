import type Stripe from 'stripe'
import { cardError, type ErrorBody, invalidRequest, parameterMissing, resourceMissing } from './stripe-errors.ts'
import { needsChallenge, nextAction } from './challenge.ts'
import { liveCustomer } from './customers.ts'
import { listParams, pageOf } from './lists.ts'
import { changeMetadata, metadata } from './metadata.ts'
import { flag, hash, ignored, list, oneOf, paramsOf, type Read, required, text, unsettable } from './params.ts'
import {
  attachPaymentMethod,
  cardOf,
  createPaymentMethod,
  findPaymentMethod,
  instrumentOf,
  paymentMethodDataParams,
} from './payment-methods.ts'
import { idOf, type World } from './world.ts'

type FromStripeJs = 'client_secret' | 'expected_payment_method_type' | 'client_context' | 'client_attribution_metadata'

export const setupConfirmParams = paramsOf<Stripe.SetupIntentConfirmParams, FromStripeJs>()({
  payment_method: text(),
  payment_method_data: hash(paymentMethodDataParams),
  return_url: text(),
  use_stripe_sdk: flag(),
  mandate_data: ignored(),
  client_secret: text(),
  expected_payment_method_type: ignored(),
  client_context: ignored(),
  client_attribution_metadata: ignored(),
})
export const setupCreateParams = paramsOf<Stripe.SetupIntentCreateParams>()({
  automatic_payment_methods: hash({ enabled: required(flag()), allow_redirects: oneOf('always', 'never') }),
  confirm: flag(),
  customer: text(),
  description: unsettable(text(1000)),
  mandate_data: ignored(),
  metadata: metadata(),
  payment_method: text(),
  payment_method_data: hash(paymentMethodDataParams),
  allowed_payment_method_types: list(oneOf('card', 'au_becs_debit')),
  return_url: text(),
  usage: oneOf('off_session', 'on_session'),
  use_stripe_sdk: flag(),
})
export const setupUpdateParams = paramsOf<Stripe.SetupIntentUpdateParams>()({
  customer: text(),
  description: unsettable(text(1000)),
  metadata: metadata(),
  payment_method: text(),
})
export const setupCancelParams = paramsOf<Stripe.SetupIntentCancelParams>()({
  cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer'),
})
export const setupListParams = paramsOf<Stripe.SetupIntentListParams>()({
  ...listParams,
  customer: text(),
  payment_method: text(),
})

type SetupConfirmation = Read<typeof setupConfirmParams> & { viaBrowser?: boolean }

/** A new wish to keep a card for later payments. */
export function createSetupIntent(world: World, params: Read<typeof setupCreateParams>): Stripe.SetupIntent {
  const redirects = params.automatic_payment_methods?.allow_redirects ?? 'always'
  const intent = newSetupIntent(world, { allow_redirects: redirects, enabled: true })
  intent.allowed_payment_method_types = params.allowed_payment_method_types ?? null
  intent.payment_method_types = params.allowed_payment_method_types ?? ['card']
  intent.usage = params.usage ?? 'off_session'
  setSetupFields(world, intent, params)
  if (params.confirm) refuseWithoutReturn(intent, params.return_url)
  world.setupIntents.put(intent)
  world.announce('setup_intent.created', intent)
  if (!params.confirm) return intent
  const { return_url, use_stripe_sdk } = params
  return confirmSetupIntent(world, intent, {
    ...(return_url && { return_url }),
    ...(use_stripe_sdk && { use_stripe_sdk }),
  })
}

export function updateSetupIntent(
  world: World,
  id: string,
  params: Read<typeof setupUpdateParams>,
): Stripe.SetupIntent {
  const intent = findSetupIntent(world, id)
  setSetupFields(world, intent, params)
  world.setupIntents.put(intent)
  return intent
}

/** Keeps the card, asks for the bank's challenge, or is declined (402). */
export function confirmSetupIntent(
  world: World,
  intent: Stripe.SetupIntent,
  given: SetupConfirmation,
): Stripe.SetupIntent {
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    const message = `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`
    throw unexpectedSetupState(intent, message)
  }
  if (!given.viaBrowser) refuseWithoutReturn(intent, given.return_url)
  setSetupFields(world, intent, given)
  const method = methodToSetUp(world, intent)
  intent.last_setup_error = null
  intent.next_action = null
  const card = cardOf(world, method)
  if (!needsChallenge(card, undefined, { customerIsAway: false, isSetUp: false })) {
    if (card?.declines && !card.attachesThoughDeclined) {
      const error: ErrorBody = { type: 'card_error', ...card.declines }
      refuseSetup(world, intent, method, error)
      throw cardError({ ...card.declines, payment_method: method, setup_intent: intent })
    }
    return completeSetup(world, intent, method)
  }
  intent.status = 'requires_action'
  intent.next_action = nextAction(
    world,
    intent,
    given.return_url,
    given.use_stripe_sdk,
  ) as Stripe.SetupIntent.NextAction
  world.setupIntents.put(intent)
  world.announce('setup_intent.requires_action', intent)
  return intent
}

export function finishSetupChallenge(world: World, intent: Stripe.SetupIntent, passed: boolean): Stripe.SetupIntent {
  if (intent.status !== 'requires_action') {
    throw unexpectedSetupState(
      intent,
      `This SetupIntent does not wait for its customer; it has a status of ${intent.status}.`,
    )
  }
  intent.next_action = null
  const method = methodToSetUp(world, intent)
  if (passed) return completeSetup(world, intent, method)
  return refuseSetup(world, intent, method, {
    type: 'invalid_request_error',
    code: 'setup_intent_authentication_failure',
    message: 'The latest attempt to set up the payment method has failed because authentication failed.',
  })
}

export function cancelSetupIntent(
  world: World,
  id: string,
  { cancellation_reason }: Read<typeof setupCancelParams>,
): Stripe.SetupIntent {
  const intent = findSetupIntent(world, id)
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    const message = `You cannot cancel this SetupIntent because it has a status of ${intent.status}.`
    throw unexpectedSetupState(intent, message)
  }
  intent.status = 'canceled'
  intent.cancellation_reason = cancellation_reason ?? null
  intent.next_action = null
  world.setupIntents.put(intent)
  world.announce('setup_intent.canceled', intent)
  return intent
}

export function findSetupIntent(world: World, id: string): Stripe.SetupIntent {
  const intent = world.setupIntents.find(id)
  if (!intent) throw resourceMissing('setupintent', id, 'intent')
  return intent
}

export function listSetupIntents(
  world: World,
  params: Read<typeof setupListParams>,
): Stripe.ApiList<Stripe.SetupIntent> {
  const { customer, payment_method } = params
  return pageOf(world.setupIntents, '/v1/setup_intents', 'setupintent', params, (each) => {
    return (
      (!customer || idOf(each.customer) === customer) &&
      (!payment_method || idOf(each.payment_method) === payment_method)
    )
  })
}

function completeSetup(world: World, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): Stripe.SetupIntent {
  const customer = idOf(intent.customer)
  if (customer) attachPaymentMethod(world, method, customer)
  const instrument = instrumentOf(world, method)
  if (intent.usage === 'off_session') instrument.setUpOffSession = true
  world.instruments.put(instrument)
  intent.status = 'succeeded'
  world.setupIntents.put(intent)
  world.announce('setup_intent.succeeded', intent)
  return intent
}

function refuseSetup(
  world: World,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  error: ErrorBody,
): Stripe.SetupIntent {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.last_setup_error = { ...error, payment_method: method }
  world.setupIntents.put(intent)
  world.announce('setup_intent.setup_failed', intent)
  return intent
}

function methodToSetUp(world: World, intent: Stripe.SetupIntent): Stripe.PaymentMethod {
  const method = world.paymentMethods.find(idOf(intent.payment_method) ?? '')
  if (!method) {
    throw unexpectedSetupState(intent, "You cannot confirm this SetupIntent because it's missing a payment method.")
  }
  const owner = idOf(method.customer)
  if (!owner || owner === idOf(intent.customer)) return method
  throw invalidRequest(`The payment method supplied (${method.id}) belongs to the Customer ${owner}.`, {
    param: 'payment_method',
  })
}

function setSetupFields(
  world: World,
  intent: Stripe.SetupIntent,
  params: Read<typeof setupUpdateParams> & Pick<SetupConfirmation, 'payment_method_data'>,
): void {
  const owner = params.customer ? liveCustomer(world, params.customer, 'customer').id : undefined
  const after = changeMetadata(intent.metadata, params.metadata)
  const method = params.payment_method_data
    ? createPaymentMethod(world, params.payment_method_data)
    : params.payment_method && findPaymentMethod(world, params.payment_method, 'payment_method')
  intent.metadata = after
  if (owner) intent.customer = owner
  if (params.description !== undefined) intent.description = params.description
  if (!method) return
  intent.payment_method = method.id
  intent.status = 'requires_confirmation'
}

function refuseWithoutReturn(intent: Stripe.SetupIntent, returnUrl: string | undefined): void {
  const mayRedirect =
    intent.automatic_payment_methods?.allow_redirects === 'always' && !intent.allowed_payment_method_types
  if (mayRedirect && !returnUrl) throw parameterMissing('return_url')
}

function unexpectedSetupState(intent: Stripe.SetupIntent, message: string) {
  return invalidRequest(message, { code: 'setup_intent_unexpected_state', setup_intent: intent })
}

function newSetupIntent(world: World, automatic: Stripe.SetupIntent.AutomaticPaymentMethods): Stripe.SetupIntent {
  const id = world.newId('seti_')
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: automatic,
    cancellation_reason: null,
    client_secret: `${id}_secret_${world.newId('', 25)}`,
    created: world.clock(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  }
}
