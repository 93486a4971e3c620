import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { fromBrowser, openSandbox, refusal } from './test/open-sandbox.ts'

const back = 'https://shop.test/account'

test('a card is set up in the browser, kept for its customer, and pays while she is away', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const customer = await stripe.customers.create({})
  const intent = await stripe.setupIntents.create({ customer: customer.id })
  assert.deepEqual([intent.status, intent.usage], ['requires_payment_method', 'off_session'])
  const confirmed = await fromBrowser(sandbox, 'POST', `/v1/setup_intents/${intent.id}/confirm`, {
    client_secret: intent.client_secret ?? '',
    return_url: back,
    payment_method: 'pm_card_authenticationRequiredOnSetup',
  })
  assert.equal(confirmed.body.status, 'requires_action')
  assert.ok(!('customer' in confirmed.body))
  const { returnTo } = sandbox.approveChallenge(intent.id)
  const returned = new URL(returnTo ?? '')
  assert.equal(returned.searchParams.get('setup_intent'), intent.id)
  assert.equal(returned.searchParams.get('redirect_status'), 'succeeded')

  const { payment_method, status } = await stripe.setupIntents.retrieve(intent.id)
  assert.equal(status, 'succeeded')
  const paid = await stripe.paymentIntents.create({
    amount: 5000,
    currency: 'aud',
    customer: customer.id,
    payment_method: String(payment_method),
    off_session: true,
    confirm: true,
    return_url: back,
  })
  assert.equal(paid.status, 'succeeded')
  await sandbox.events.settled()
  const types = receiver.types().filter((type) => type.startsWith('setup_intent') || type.startsWith('payment_method'))
  assert.deepEqual(types.toSorted(), [
    'payment_method.attached',
    'setup_intent.created',
    'setup_intent.requires_action',
    'setup_intent.succeeded',
  ])
})

test('a declined card is not set up, and a failed challenge leaves the way open', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const { id } = await stripe.setupIntents.create({ allowed_payment_method_types: ['card'] })
  const error = await refusal(stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined' }))
  assert.ok(error instanceof Stripe.errors.StripeCardError)
  assert.equal((error.setup_intent as Stripe.SetupIntent).last_setup_error?.decline_code, 'generic_decline')

  await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_authenticationRequired' })
  sandbox.failChallenge(id)
  const failed = await stripe.setupIntents.retrieve(id)
  assert.equal(failed.status, 'requires_payment_method')
  assert.equal(failed.last_setup_error?.code, 'setup_intent_authentication_failure')
  assert.equal((await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' })).status, 'succeeded')
  assert.equal((await refusal(stripe.setupIntents.cancel(id))).code, 'setup_intent_unexpected_state')
})

test('a setup intent is changed, listed and canceled', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.setupIntents.create({ automatic_payment_methods: { enabled: true } })
  assert.equal((await stripe.setupIntents.update(id, { metadata: { a: '1' } })).metadata?.a, '1')
  assert.equal((await refusal(stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' }))).param, 'return_url')
  assert.deepEqual(
    (await stripe.setupIntents.list()).data.map((each) => each.id),
    [id],
  )
  assert.equal((await stripe.setupIntents.cancel(id, { cancellation_reason: 'abandoned' })).status, 'canceled')
  const confirm = stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa', return_url: back })
  assert.equal((await refusal(confirm)).code, 'setup_intent_unexpected_state')
})
