import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { openSandbox } from './test/open-sandbox.ts'

const challenged = (
  stripe: Stripe,
  card = 'authenticationRequired',
  params: Partial<Stripe.PaymentIntentCreateParams> = {},
) =>
  stripe.paymentIntents.create({
    amount: 8950,
    currency: 'aud',
    payment_method: `pm_card_${card}`,
    confirm: true,
    return_url: 'https://shop.test/back?order=42',
    ...params,
  })

test("the customer approves on the test bank's page and comes back to the shop, paid", async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const intent = await challenged(stripe)
  assert.deepEqual([intent.status, intent.latest_charge], ['requires_action', null])
  const { url, return_url } = intent.next_action?.redirect_to_url ?? {}
  assert.equal(return_url, 'https://shop.test/back?order=42')

  const page = await (await fetch(url ?? '')).text()
  assert.match(page, /Test bank/)
  assert.match(page, /\$89\.50/)
  const form = new URLSearchParams({ outcome: 'approve', client_secret: intent.client_secret ?? '' })
  const answer = await fetch(`${sandbox.url}/sandbox/3ds/${intent.id}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  assert.equal(answer.status, 303)
  const back = new URL(answer.headers.get('location') ?? '')
  assert.deepEqual(Object.fromEntries(back.searchParams), {
    order: '42',
    payment_intent: intent.id,
    payment_intent_client_secret: intent.client_secret,
    redirect_status: 'succeeded',
  })
  const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] })
  assert.equal(paid.status, 'succeeded')
  const charge = paid.latest_charge as Stripe.Charge
  assert.equal(charge.payment_method_details?.card?.three_d_secure?.result, 'authenticated')
  await sandbox.events.settled()
  assert.ok(receiver.types().includes('payment_intent.requires_action'))
  assert.ok(receiver.types().includes('payment_intent.succeeded'))
})

test('a customer who fails the challenge has not paid, and may try another card', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const intent = await challenged(stripe)
  const answer = await fetch(`${sandbox.url}/sandbox/3ds/${intent.id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'fail', client_secret: intent.client_secret }),
  })
  const told = (await answer.json()) as { status: string; redirect_status: string; return_to: string }
  assert.deepEqual([told.status, told.redirect_status], ['requires_payment_method', 'failed'])
  assert.match(told.return_to, /redirect_status=failed/)
  const failed = await stripe.paymentIntents.retrieve(intent.id)
  assert.equal(failed.last_payment_error?.code, 'payment_intent_authentication_failure')
  await sandbox.events.settled()
  assert.ok(receiver.types().includes('payment_intent.payment_failed'))
  const paid = await stripe.paymentIntents.confirm(intent.id, {
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.test',
  })
  assert.equal(paid.status, 'succeeded')
})

test('a card may pass the challenge and be declined all the same', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const intent = await challenged(stripe, 'authenticationRequiredChargeDeclinedInsufficientFunds')
  const result = sandbox.approveChallenge(intent.id)
  assert.deepEqual([result.status, result.redirectStatus], ['requires_payment_method', 'failed'])
  const declined = await stripe.paymentIntents.retrieve(intent.id)
  assert.equal(declined.last_payment_error?.decline_code, 'insufficient_funds')
})

test('without a return URL the next action is for Stripe.js, and 3-D Secure can be asked for', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.paymentIntents.create({
    amount: 8950,
    currency: 'aud',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    payment_method_options: { card: { request_three_d_secure: 'any' } },
  })
  const confirmed = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_threeDSecureOptional' })
  assert.equal(confirmed.next_action?.type, 'use_stripe_sdk')
})

test('the test bank shows nothing without the secret, and asks no question twice', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const intent = await challenged(stripe)
  const path = `${sandbox.url}/sandbox/3ds/${intent.id}`
  assert.equal((await fetch(`${path}?client_secret=guess`)).status, 400)
  assert.equal((await fetch(path)).status, 400)
  sandbox.approveChallenge(intent.id)
  assert.match(await (await fetch(`${path}?client_secret=${intent.client_secret}`)).text(), /settled: succeeded/)
  assert.throws(() => sandbox.approveChallenge(intent.id), /does not wait for its customer/)
})

test('the overview shows payments, refunds, events and test cards, and escapes what it shows', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const paid = await challenged(stripe, 'visa', { description: '<script>alert(1)</script>' })
  await stripe.refunds.create({ payment_intent: paid.id, amount: 950 })
  await sandbox.events.settled()
  const page = await (await fetch(sandbox.url)).text()
  for (const shown of [
    'Sandbox',
    paid.id,
    '$89.50',
    '$9.50',
    'payment_intent.succeeded',
    'delivered',
    '4000 0027 6000 3184',
  ]) {
    assert.ok(page.includes(shown), shown)
  }
  assert.ok(!page.includes('<script>alert'))
})
