import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { openSandbox, refusal } from './test/open-sandbox.ts'

const bouquet = { amount: 8950, currency: 'aud' } as const
const payNow = {
  ...bouquet,
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const

test('an intent goes from nothing to succeeded, one step at a time', async (t) => {
  const { stripe } = await openSandbox(t)
  const created = await stripe.paymentIntents.create({ ...bouquet, metadata: { order: '42' } })
  assert.equal(created.status, 'requires_payment_method')
  assert.match(created.client_secret ?? '', new RegExp(`^${created.id}_secret_`))
  assert.deepEqual(created.automatic_payment_methods, { allow_redirects: 'always', enabled: true })

  const updated = await stripe.paymentIntents.update(created.id, { payment_method: 'pm_card_visa', amount: 9000 })
  assert.equal(updated.status, 'requires_confirmation')

  const paid = await stripe.paymentIntents.confirm(created.id, { return_url: 'https://shop.test/back' })
  assert.equal(paid.status, 'succeeded')
  assert.equal(paid.amount_received, 9000)
  const charge = await stripe.charges.retrieve(String(paid.latest_charge))
  assert.equal(charge.amount_captured, 9000)
  assert.equal(charge.metadata.order, '42')
  assert.equal(charge.payment_method_details?.card?.last4, '4242')
})

const declining = [
  { card: 'visa_chargeDeclined', code: 'card_declined', decline: 'generic_decline' },
  { card: 'visa_chargeDeclinedInsufficientFunds', code: 'card_declined', decline: 'insufficient_funds' },
  { card: 'visa_chargeDeclinedLostCard', code: 'card_declined', decline: 'lost_card' },
  { card: 'visa_chargeDeclinedStolenCard', code: 'card_declined', decline: 'stolen_card' },
  { card: 'chargeDeclinedExpiredCard', code: 'expired_card', decline: undefined },
  { card: 'chargeDeclinedIncorrectCvc', code: 'incorrect_cvc', decline: undefined },
  { card: 'chargeDeclinedProcessingError', code: 'processing_error', decline: undefined },
  { card: 'chargeCustomerFail', code: 'card_declined', decline: 'generic_decline' },
  { card: 'radarBlock', code: 'card_declined', decline: 'fraudulent' },
]
for (const { card, code, decline } of declining) {
  test(`pm_card_${card} is declined with ${decline ?? code}, and another card can pay`, async (t) => {
    const { stripe } = await openSandbox(t)
    const error = await refusal(stripe.paymentIntents.create({ ...payNow, payment_method: `pm_card_${card}` }))
    assert.ok(error instanceof Stripe.errors.StripeCardError)
    assert.equal(error.code, code)
    assert.equal(error.decline_code || undefined, decline)
    const intent = error.payment_intent as Stripe.PaymentIntent
    assert.equal(intent.status, 'requires_payment_method')
    assert.equal(intent.payment_method, null)
    assert.equal(intent.last_payment_error?.code, code)
    assert.equal(intent.latest_charge, error.charge)
    const failed = await stripe.charges.retrieve(String(error.charge))
    assert.deepEqual([failed.status, failed.paid, failed.failure_code], ['failed', false, code])

    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_mastercard' })
    assert.equal(paid.status, 'succeeded')
    assert.equal(paid.last_payment_error, null)
  })
}

for (const card of ['visa', 'mastercard', 'amex', 'visa_debit', 'au', 'cvcCheckFail', 'threeDSecureOptional']) {
  test(`pm_card_${card} pays`, async (t) => {
    const { stripe } = await openSandbox(t)
    const paid = await stripe.paymentIntents.create({ ...payNow, payment_method: `pm_card_${card}` })
    assert.equal(paid.status, 'succeeded')
  })
}

test('a canceled intent stays canceled and can be neither paid nor canceled again', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.paymentIntents.create(bouquet)
  const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })
  assert.deepEqual([canceled.status, canceled.cancellation_reason], ['canceled', 'abandoned'])
  const confirm = stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa', return_url: 'https://shop.test' })
  for (const attempt of [
    confirm,
    stripe.paymentIntents.cancel(id),
    stripe.paymentIntents.update(id, { amount: 100 }),
  ]) {
    const error = await refusal(attempt)
    assert.equal(error.code, 'payment_intent_unexpected_state')
    assert.equal((error.payment_intent as Stripe.PaymentIntent).status, 'canceled')
  }
})

test('a paid intent can be neither confirmed, canceled nor made dearer, but its metadata may change', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.paymentIntents.create({ ...payNow, payment_method: 'pm_card_visa' })
  for (const attempt of [
    stripe.paymentIntents.confirm(id),
    stripe.paymentIntents.cancel(id),
    stripe.paymentIntents.update(id, { amount: 100 }),
  ]) {
    assert.equal((await refusal(attempt)).code, 'payment_intent_unexpected_state')
  }
  assert.equal((await stripe.paymentIntents.update(id, { metadata: { note: 'ok' } })).metadata.note, 'ok')
})

test('a server that confirms must name a return URL unless redirects are switched off', async (t) => {
  const { stripe } = await openSandbox(t)
  const intent = await stripe.paymentIntents.create(bouquet)
  const error = await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' }))
  assert.match(error.message, /you must provide a `return_url`/)
  // The refused confirmation left nothing behind.
  assert.equal((await stripe.paymentIntents.retrieve(intent.id)).status, 'requires_payment_method')
})

test('confirming without a payment method is refused, and creating with confirm leaves no intent behind', async (t) => {
  const { stripe } = await openSandbox(t)
  assert.equal((await refusal(stripe.paymentIntents.create(payNow))).code, 'payment_intent_unexpected_state')
  assert.equal((await stripe.paymentIntents.list()).data.length, 0)
})

test('parameters that belong to a confirmation need one', async (t) => {
  const { stripe } = await openSandbox(t)
  assert.equal((await refusal(stripe.paymentIntents.create({ ...bouquet, off_session: true }))).param, 'off_session')
})

test('a payment method that paid without being kept cannot pay again', async (t) => {
  const { stripe } = await openSandbox(t)
  const first = await stripe.paymentIntents.create({ ...payNow, payment_method: 'pm_card_visa' })
  const again = stripe.paymentIntents.create({ ...payNow, payment_method: String(first.payment_method) })
  assert.match((await refusal(again)).message, /may not be used again/)
})

test('setup_future_usage keeps the card for the customer, who can then be charged while away', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const customer = await stripe.customers.create({ email: 'rose@example.com' })
  const first = await stripe.paymentIntents.create({
    ...payNow,
    customer: customer.id,
    payment_method: 'pm_card_authenticationRequiredOnSetup',
    setup_future_usage: 'off_session',
  })
  assert.equal(first.status, 'requires_action')
  sandbox.approveChallenge(first.id)
  const [kept] = (await stripe.customers.listPaymentMethods(customer.id)).data
  const later = await stripe.paymentIntents.create({
    ...payNow,
    customer: customer.id,
    payment_method: kept!.id,
    off_session: true,
  })
  assert.equal(later.status, 'succeeded')
})

test("another customer's card is refused", async (t) => {
  const { stripe } = await openSandbox(t)
  const [rose, lily] = [await stripe.customers.create({}), await stripe.customers.create({})]
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: rose.id })
  const attempt = stripe.paymentIntents.create({ ...payNow, customer: lily.id, payment_method: method.id })
  assert.equal((await refusal(attempt)).param, 'payment_method')
})

for (const card of ['authenticationRequired', 'authenticationRequiredOnSetup']) {
  test(`pm_card_${card} is declined off-session with authentication_required`, async (t) => {
    const { stripe } = await openSandbox(t)
    const customer = await stripe.customers.create({ payment_method: `pm_card_${card}` })
    const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data
    const attempt = { ...payNow, customer: customer.id, payment_method: method!.id, off_session: true }
    const error = await refusal(stripe.paymentIntents.create(attempt))
    assert.deepEqual([error.code, error.decline_code], ['authentication_required', 'authentication_required'])
    assert.equal((error.payment_intent as Stripe.PaymentIntent).status, 'requires_payment_method')
    assert.equal((error.payment_method as Stripe.PaymentMethod).id, method!.id)
  })
}

test('error_on_requires_action declines instead of asking the customer', async (t) => {
  const { stripe } = await openSandbox(t)
  const method = { payment_method: 'pm_card_authenticationRequired', error_on_requires_action: true }
  assert.equal((await refusal(stripe.paymentIntents.create({ ...payNow, ...method }))).code, 'authentication_required')
})

test('a bank debit is processing until the bank decides, one way or the other', async (t) => {
  const { stripe, sandbox, scheduler, receiver } = await openSandbox(t)
  const pay = async (account_number: string) => {
    const method = await stripe.paymentMethods.create({
      type: 'au_becs_debit',
      au_becs_debit: { bsb_number: '000000', account_number },
      billing_details: { name: 'Rose', email: 'rose@example.com' },
    })
    const types = { allowed_payment_method_types: ['au_becs_debit' as const], payment_method: method.id, confirm: true }
    return stripe.paymentIntents.create({ ...bouquet, ...types })
  }
  const [good, bad] = [await pay('000123456'), await pay('111111113')]
  assert.deepEqual([good.status, bad.status], ['processing', 'processing'])
  assert.equal((await refusal(stripe.paymentIntents.cancel(good.id))).code, 'payment_intent_unexpected_state')
  scheduler.advance(3_000)
  assert.equal((await stripe.paymentIntents.retrieve(good.id)).status, 'succeeded')
  const failed = await stripe.paymentIntents.retrieve(bad.id)
  assert.equal(failed.status, 'requires_payment_method')
  assert.equal(failed.last_payment_error?.code, 'account_closed')
  await sandbox.events.settled()
  assert.equal(receiver.types().filter((type) => type === 'payment_intent.processing').length, 2)
  assert.ok(receiver.types().includes('charge.failed') && receiver.types().includes('payment_intent.succeeded'))
})

test('amounts have a least and a greatest, and are whole', async (t) => {
  const { stripe } = await openSandbox(t)
  assert.equal((await refusal(stripe.paymentIntents.create({ amount: 49, currency: 'aud' }))).code, 'amount_too_small')
  assert.equal((await refusal(stripe.paymentIntents.create({ amount: 1e8, currency: 'aud' }))).code, 'amount_too_large')
  const broken = stripe.paymentIntents.create({ amount: 10.5, currency: 'aud' })
  assert.equal((await refusal(broken)).code, 'parameter_invalid_integer')
})

test('shipping, receipt address and descriptor suffix are kept and reach the charge', async (t) => {
  const { stripe } = await openSandbox(t)
  const address = { line1: '1 Rose St', city: 'Fitzroy', postal_code: '3065', state: 'VIC', country: 'AU' }
  const paid = await stripe.paymentIntents.create({
    ...payNow,
    payment_method: 'pm_card_visa',
    receipt_email: 'rose@example.com',
    description: 'Order 42',
    statement_descriptor_suffix: 'ORDER 42',
    shipping: { name: 'Lily', address },
    expand: ['latest_charge'],
  })
  const charge = paid.latest_charge as Stripe.Charge
  assert.deepEqual(charge.shipping?.address, { ...address, line2: null })
  assert.equal(charge.receipt_email, 'rose@example.com')
  assert.equal(charge.description, 'Order 42')
  assert.equal(charge.calculated_statement_descriptor, 'FLORA* ORDER 42')
})
