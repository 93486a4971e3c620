import type Stripe from 'stripe'
import { toShipping } from './addresses.ts'
import { liveCustomer } from './customers.ts'
import { pageOf } from './lists.ts'
import { changeMetadata } from './metadata.ts'
import type { Read } from './params.ts'
import type { createParams, fieldParams, intentListParams, updateParams } from './payment-intent-params.ts'
import { createPaymentMethod, findPaymentMethod } from './payment-methods.ts'
import { invalidRequest, parameterInvalid, resourceMissing } from './stripe-errors.ts'
import { idOf, type World } from './world.ts'

type Fields = Omit<Read<typeof fieldParams>, 'customer'> & { customer?: string | null }

/** Stripe's least and greatest sums: fifty cents, and eight digits. */
const LEAST_AMOUNT = 50
const GREATEST_AMOUNT = 99_999_999

/** A new intent to pay; it waits for a payment method, or for its confirmation when it has one. */
export function createIntent(world: World, params: Read<typeof createParams>): Stripe.PaymentIntent {
  refuseWithoutConfirm(params)
  const intent = newIntent(world, params.amount, toCurrency(params.currency))
  // Automatic payment methods are the rule; `enabled` may only say what holds anyway.
  intent.automatic_payment_methods = {
    allow_redirects: params.automatic_payment_methods?.allow_redirects ?? 'always',
    enabled: true,
  }
  intent.capture_method = params.capture_method ?? 'automatic_async'
  checkAmount(intent)
  setFields(world, intent, params)
  // Stripe does not keep an intent whose confirmation could not even begin.
  if (params.confirm) refuseWithoutReturnUrl(intent, params.return_url)
  if (params.confirm && !intent.payment_method) throw methodMissing(intent)
  world.intents.put(intent)
  world.announce('payment_intent.created', intent)
  return intent
}

export function updateIntent(world: World, id: string, params: Read<typeof updateParams>): Stripe.PaymentIntent {
  const intent = findIntent(world, id)
  const { description: _, metadata: __, receipt_email: ___, ...substance } = params
  if (isFinal(intent) || intent.status === 'processing') {
    const [changed] = Object.keys(substance)
    if (changed)
      throw unexpectedState(
        intent,
        `This PaymentIntent's ${changed} could not be updated because it has a status of ${intent.status}.`,
      )
  }
  const { amount = intent.amount, currency = intent.currency } = params
  checkAmount({ amount, currency: toCurrency(currency) })
  setFields(world, intent, params)
  intent.amount = amount
  intent.currency = toCurrency(currency)
  intent.last_payment_error = null
  world.intents.put(intent)
  return intent
}

export function findIntent(world: World, id: string, param = 'intent'): Stripe.PaymentIntent {
  const intent = world.intents.find(id)
  if (!intent) throw resourceMissing('payment_intent', id, param)
  return intent
}

export function listIntents(world: World, params: Read<typeof intentListParams>): Stripe.ApiList<Stripe.PaymentIntent> {
  const { customer } = params
  const fits = (each: Stripe.PaymentIntent) => !customer || idOf(each.customer) === customer
  return pageOf(world.intents, '/v1/payment_intents', 'payment_intent', params, fits)
}

/** Sets what the parameters name, after checking that everything they point to exists. */
export function setFields(world: World, intent: Stripe.PaymentIntent, params: Fields): void {
  const {
    customer,
    metadata: change,
    payment_method,
    payment_method_data,
    payment_method_options,
    shipping,
    ...plain
  } = params
  const owner = customer ? liveCustomer(world, customer, 'customer').id : undefined
  const method = payment_method_data
    ? createPaymentMethod(world, payment_method_data)
    : payment_method && findPaymentMethod(world, payment_method, 'payment_method')
  const after = changeMetadata(intent.metadata, change)
  const types = usableTypes(plain)
  checkSuffix(plain.statement_descriptor_suffix)

  if (owner) intent.customer = owner
  intent.metadata = after
  for (const name of [
    'description',
    'receipt_email',
    'setup_future_usage',
    'statement_descriptor',
    'statement_descriptor_suffix',
  ] as const) {
    if (plain[name] !== undefined) intent[name] = plain[name]
  }
  if (types) {
    intent.allowed_payment_method_types = plain.allowed_payment_method_types ?? intent.allowed_payment_method_types
    intent.excluded_payment_method_types = plain.excluded_payment_method_types ?? intent.excluded_payment_method_types
    intent.payment_method_types = types
  }
  if (plain.transfer_group) intent.transfer_group = plain.transfer_group
  if (shipping !== undefined) intent.shipping = shipping && toShipping(shipping)
  const threeDSecure = payment_method_options?.card?.request_three_d_secure
  if (threeDSecure) intent.payment_method_options = { card: { ...cardOptions, request_three_d_secure: threeDSecure } }
  if (method !== undefined) setMethod(intent, method || null)
}

function isFinal({ status }: Stripe.PaymentIntent): boolean {
  return status === 'succeeded' || status === 'canceled'
}

/** 400: the intent is not in a state for this. The whole intent comes along, so that the caller sees where it is. */
export function unexpectedState(intent: Stripe.PaymentIntent, message: string) {
  return invalidRequest(message, { code: 'payment_intent_unexpected_state', payment_intent: intent })
}

export function methodMissing(intent: Stripe.PaymentIntent) {
  const message =
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the " +
    'PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment ' +
    'method or ConfirmationToken.'
  return unexpectedState(intent, message)
}

// A method that comes or goes decides what an open intent waits for.
function setMethod(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod | null): void {
  intent.payment_method = method && method.id
  intent.status = method ? 'requires_confirmation' : 'requires_payment_method'
  intent.next_action = null
}

const cardOptions: Stripe.PaymentIntent.PaymentMethodOptions.Card = {
  installments: null,
  mandate_options: null,
  network: null,
  request_three_d_secure: 'automatic',
}

function newIntent(world: World, amount: number, currency: string): Stripe.PaymentIntent {
  const id = world.newId('pi_')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${world.newId('', 25)}`,
    confirmation_method: 'automatic',
    created: world.clock(),
    currency,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: { card: cardOptions },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  }
}

/** An intent that may be paid by a redirect needs an address to come back to, whoever confirms it from the server. */
export function refuseWithoutReturnUrl(intent: Stripe.PaymentIntent, returnUrl: string | undefined): void {
  // Neither of the types that can be allowed by name here redirects.
  if (
    intent.automatic_payment_methods?.allow_redirects !== 'always' ||
    intent.allowed_payment_method_types ||
    returnUrl
  )
    return
  const message =
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these ' +
    'payment methods might redirect your customer off of your page, you must provide a `return_url`. If you do not ' +
    'want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and ' +
    '`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.'
  throw invalidRequest(message)
}

function refuseWithoutConfirm(params: Read<typeof createParams>): void {
  if (params.confirm) return
  for (const name of ['off_session', 'error_on_requires_action', 'return_url', 'mandate_data'] as const) {
    if (params[name] === undefined) continue
    throw parameterInvalid(
      name,
      `You cannot pass \`${name}\` unless you confirm the PaymentIntent with \`confirm=true\`.`,
    )
  }
}

function checkAmount({ amount, currency }: { amount: number; currency: string }): void {
  if (amount < LEAST_AMOUNT) {
    const message = `Amount must be at least $0.50 ${currency}`
    throw invalidRequest(message, { code: 'amount_too_small', param: 'amount' })
  }
  if (amount > GREATEST_AMOUNT) {
    const message = `Amount must be no more than $999,999.99 ${currency}`
    throw invalidRequest(message, { code: 'amount_too_large', param: 'amount' })
  }
}

function toCurrency(given: string): string {
  const currency = given.toLowerCase()
  if (!/^[a-z]{3}$/.test(currency)) throw parameterInvalid('currency', `Invalid currency: ${given}.`)
  return currency
}

const knownTypes = ['card', 'au_becs_debit']

/** The kinds of payment method that remain; `undefined` when nothing is said about them. */
function usableTypes({
  allowed_payment_method_types: allowed,
  excluded_payment_method_types: excluded = [],
}: Pick<Fields, 'allowed_payment_method_types' | 'excluded_payment_method_types'>): string[] | undefined {
  const unknown = allowed?.find((type) => !knownTypes.includes(type))
  if (unknown || allowed?.length === 0) {
    const known = knownTypes.join(' and ')
    const message = `The payment method type "${unknown ?? ''}" is invalid. The sandbox speaks ${known}.`
    const param = 'allowed_payment_method_types'
    throw invalidRequest(message, { code: 'payment_intent_invalid_parameter', param })
  }
  if (!allowed && excluded.length === 0) return undefined
  return (allowed ?? ['card']).filter((type) => !excluded.includes(type))
}

function checkSuffix(suffix: string | null | undefined): void {
  if (!suffix) return
  if (/[<>\\'"*]/.test(suffix) || !/[a-z]/i.test(suffix)) {
    const param = 'statement_descriptor_suffix'
    throw parameterInvalid(param, 'The statement descriptor suffix needs a letter and may not hold < > \\ \' " or *.')
  }
}
