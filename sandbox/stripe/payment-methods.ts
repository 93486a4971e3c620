import type Stripe from 'stripe'
import { addressParams, toAddress } from './addresses.ts'
import { cardAsTyped, cardByNumber, cardByReadyMadeId, type TestCard } from './cards.ts'
import { hash, ignored, oneOf, paramsOf, type Read, required, text, unsettable, whole } from './params.ts'
import { changeMetadata, metadata } from './metadata.ts'
import { cardError, invalidRequest, parameterMissing, resourceMissing } from './stripe-errors.ts'
import { idOf, type Instrument, type World } from './world.ts'

const billingDetailsParams = {
  address: unsettable(hash(addressParams)),
  email: unsettable(text()),
  name: unsettable(text()),
  phone: unsettable(text()),
  tax_id: unsettable(text()),
}

const cardParams = {
  number: required(text()),
  exp_month: required(whole(0)),
  exp_year: required(whole(0)),
  cvc: text(),
  networks: ignored(),
}

type FromStripeJs =
  | 'guid'
  | 'muid'
  | 'sid'
  | 'pasted_fields'
  | 'payment_user_agent'
  | 'referrer'
  | 'time_on_page'
  | 'client_attribution_metadata'

export const paymentMethodDataParams = paramsOf<Stripe.PaymentMethodCreateParams, FromStripeJs>()({
  type: required(oneOf('card', 'au_becs_debit')),
  card: hash(cardParams),
  au_becs_debit: hash({ bsb_number: required(text()), account_number: required(text()) }),
  billing_details: hash(billingDetailsParams),
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
  metadata: metadata(),
  // Stripe.js sends these along; they carry nothing a stand-in could use.
  guid: ignored(),
  muid: ignored(),
  sid: ignored(),
  pasted_fields: ignored(),
  payment_user_agent: ignored(),
  referrer: ignored(),
  time_on_page: ignored(),
  client_attribution_metadata: ignored(),
})

export const paymentMethodUpdateParams = paramsOf<Stripe.PaymentMethodUpdateParams>()({
  billing_details: hash(billingDetailsParams),
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
  card: hash({ exp_month: whole(1), exp_year: whole(1) }),
  metadata: metadata(),
})

export type PaymentMethodData = Read<typeof paymentMethodDataParams>

export function createPaymentMethod(world: World, params: PaymentMethodData): Stripe.PaymentMethod {
  const base = paymentMethodBase(world, params)
  if (params.type === 'au_becs_debit') {
    if (!params.au_becs_debit) throw parameterMissing('au_becs_debit')
    const { bsb_number, account_number } = params.au_becs_debit
    const fingerprint = fingerprintOf(account_number)
    const debit = { bsb_number, fingerprint, last4: account_number.slice(-4) }
    return keep(world, { ...base, type: 'au_becs_debit', au_becs_debit: debit }, { number: account_number })
  }
  if (!params.card) throw parameterMissing('card')
  const { number, exp_month, cvc } = params.card
  const exp_year = params.card.exp_year < 100 ? 2000 + params.card.exp_year : params.card.exp_year
  const card = cardAsTyped(number)
  refuseBadDetails(world, card, { exp_month, exp_year, cvc })
  const checks = cvc === undefined ? null : card.cvcFails ? 'fail' : 'pass'
  return keep(world, { ...base, card: cardDetails(card, { exp_month, exp_year, cvc_check: checks }) }, card)
}

/** The payment method with an id; a ready-made id such as `pm_card_visa` gives a new one each time, as at Stripe. */
export function findPaymentMethod(world: World, id: string, param: string): Stripe.PaymentMethod {
  const found = world.paymentMethods.find(id)
  if (found) return found
  const card = cardByReadyMadeId(id)
  if (!card) throw resourceMissing('PaymentMethod', id, param)
  const base = paymentMethodBase(world, { type: 'card' })
  const exp_year = yearOf(world.clock()) + 1
  return keep(world, { ...base, card: cardDetails(card, { exp_month: 12, exp_year, cvc_check: null }) }, card)
}

export function updatePaymentMethod(
  world: World,
  id: string,
  { billing_details, card, allow_redisplay, metadata: change }: Read<typeof paymentMethodUpdateParams>,
): Stripe.PaymentMethod {
  const method = findPaymentMethod(world, id, 'id')
  if (!method.customer) {
    throw invalidRequest('You must save this PaymentMethod to a customer before you can update it.')
  }
  if (billing_details)
    method.billing_details = { ...method.billing_details, ...toBillingDetails(billing_details, method) }
  if (card && method.card) Object.assign(method.card, card)
  if (allow_redisplay) method.allow_redisplay = allow_redisplay
  method.metadata = changeMetadata(method.metadata, change)
  world.paymentMethods.put(method)
  world.announce('payment_method.updated', method)
  return method
}

/** Keeps a payment method for a customer. A card whose bank always says no cannot be kept. */
export function attachPaymentMethod(
  world: World,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  if (idOf(method.customer) === customer) return method
  if (method.customer) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.')
  }
  if (instrumentOf(world, method).spent) throw mayNotBeUsedAgain(method.id)
  const card = cardOf(world, method)
  if (card?.declines && !card.attachesThoughDeclined) throw cardError(card.declines)
  method.customer = customer
  world.paymentMethods.put(method)
  world.announce('payment_method.attached', method)
  return method
}

export function detachPaymentMethod(world: World, id: string): Stripe.PaymentMethod {
  const method = findPaymentMethod(world, id, 'id')
  if (!method.customer) {
    throw invalidRequest('The payment method you provided is not attached to a customer so detachment is impossible.')
  }
  const customer = idOf(method.customer)
  method.customer = null
  world.paymentMethods.put(method)
  const instrument = instrumentOf(world, method)
  instrument.spent = true
  world.instruments.put(instrument)
  world.announce('payment_method.detached', method, { customer })
  return method
}

export function instrumentOf(world: World, method: Stripe.PaymentMethod): Instrument {
  const instrument = world.instruments.find(method.id)
  if (!instrument) throw new Error(`${method.id} has no instrument`)
  return instrument
}

/** The card behind a payment method, if it is one. */
export function cardOf(world: World, method: Stripe.PaymentMethod): TestCard | undefined {
  return method.type === 'card' ? cardByNumber(instrumentOf(world, method).number) : undefined
}

export function mayNotBeUsedAgain(id: string) {
  const message =
    `The provided PaymentMethod (${id}) was previously used with a PaymentIntent without Customer attachment, ` +
    'shared with a connected account without Customer attachment, or was detached from a Customer. ' +
    'It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.'
  return invalidRequest(message, { code: 'payment_method_unexpected_state', param: 'payment_method' })
}

function keep(world: World, method: Stripe.PaymentMethod, { number, alreadySetUp }: KnownNumber) {
  world.paymentMethods.put(method)
  const { id, created } = method
  world.instruments.put({ id, created, number, setUpOffSession: alreadySetUp === true, spent: false })
  return method
}

type KnownNumber = Pick<TestCard, 'number' | 'alreadySetUp'>

function paymentMethodBase(world: World, params: PaymentMethodData): Stripe.PaymentMethod {
  return {
    id: world.newId('pm_'),
    object: 'payment_method',
    allow_redisplay: params.allow_redisplay ?? 'unspecified',
    billing_details: toBillingDetails(params.billing_details ?? {}),
    created: world.clock(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: changeMetadata(null, params.metadata),
    type: 'card',
  }
}

const noAddress = toAddress({})

function toBillingDetails(
  { address, email, name, phone, tax_id }: Read<typeof billingDetailsParams>,
  before?: Stripe.PaymentMethod,
): Stripe.PaymentMethod.BillingDetails {
  const known = before?.billing_details
  return {
    address: address ? toAddress(address) : (known?.address ?? noAddress),
    email: email === undefined ? (known?.email ?? null) : email,
    name: name === undefined ? (known?.name ?? null) : name,
    phone: phone === undefined ? (known?.phone ?? null) : phone,
    tax_id: tax_id === undefined ? (known?.tax_id ?? null) : tax_id,
  }
}

function cardDetails(
  { brand, country, funding, number, authentication }: TestCard,
  { exp_month, exp_year, cvc_check }: { exp_month: number; exp_year: number; cvc_check: string | null },
): Stripe.PaymentMethod.Card {
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check },
    country,
    display_brand: brand === 'amex' ? 'american_express' : brand,
    exp_month,
    exp_year,
    fingerprint: fingerprintOf(number),
    funding,
    generated_from: null,
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: authentication !== undefined || brand !== 'amex' },
    wallet: null,
  }
}

// The same card has the same fingerprint, so that a shop can tell a returning card.
function fingerprintOf(number: string): string {
  return `SANDBOX${number.slice(0, 4)}${number.slice(-5)}`
}

function refuseBadDetails(
  world: World,
  card: TestCard,
  { exp_month, exp_year, cvc }: { exp_month: number; exp_year: number; cvc: string | undefined },
): void {
  if (exp_month < 1 || exp_month > 12) {
    throw cardError({
      code: 'invalid_expiry_month',
      param: 'exp_month',
      message: "Your card's expiration month is invalid.",
    })
  }
  const [yearNow, monthNow] = [yearOf(world.clock()), new Date(world.clock() * 1000).getUTCMonth() + 1]
  if (exp_year < yearNow || exp_year > yearNow + 50 || (exp_year === yearNow && exp_month < monthNow)) {
    throw cardError({
      code: 'invalid_expiry_year',
      param: 'exp_year',
      message: "Your card's expiration year is invalid.",
    })
  }
  const digits = card.brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/
  if (cvc !== undefined && !digits.test(cvc)) {
    throw cardError({ code: 'invalid_cvc', param: 'cvc', message: "Your card's security code is invalid." })
  }
}

function yearOf(epochSeconds: number): number {
  return new Date(epochSeconds * 1000).getUTCFullYear()
}
