import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { openSandbox, refusal } from './test/open-sandbox.ts'

const bouquet = { amount: 8950, currency: 'aud' } as const

test('the same key with the same parameters brings the same answer again, marked as replayed', async (t) => {
  const { stripe } = await openSandbox(t)
  const key = { idempotencyKey: 'order-1' }
  const first = await stripe.paymentIntents.create({ ...bouquet, metadata: { a: '1', b: '2' } }, key)
  await stripe.paymentIntents.update(first.id, { amount: 100 })
  const again = await stripe.paymentIntents.create({ metadata: { b: '2', a: '1' }, ...bouquet }, key)
  assert.deepEqual({ ...again }, { ...first })
  const { headers, requestId } = again.lastResponse as typeof again.lastResponse & { headers: Record<string, string> }
  assert.equal(headers['idempotent-replayed'], 'true')
  assert.equal(headers['original-request'], first.lastResponse.requestId)
  assert.notEqual(requestId, first.lastResponse.requestId)
  assert.equal((await stripe.paymentIntents.list()).data.length, 1)
})

test('the same key with other parameters, or at another endpoint, is an idempotency error', async (t) => {
  const { stripe } = await openSandbox(t)
  const key = { idempotencyKey: 'order-1' }
  await stripe.paymentIntents.create(bouquet, key)
  for (const call of [
    stripe.paymentIntents.create({ ...bouquet, amount: 9000 }, key),
    stripe.customers.create({}, key),
  ]) {
    const error = await refusal(call)
    assert.ok(error instanceof Stripe.errors.StripeIdempotencyError)
    assert.equal(error.statusCode, 400)
  }
})

test('a second request under a key that is still at work gets 409 and may come again later', async (t) => {
  const { stripe, sandbox, scheduler } = await openSandbox(t)
  sandbox.faults.slowRoute('POST /v1/payment_intents', 50)
  const key = { idempotencyKey: 'order-1' }
  const both = [stripe.paymentIntents.create(bouquet, key), stripe.paymentIntents.create(bouquet, key)]
  // Time stands still, so whichever came first is still at work when the other is refused.
  const refused = await refusal(Promise.race(both))
  assert.deepEqual([refused.statusCode, refused.code], [409, 'idempotency_key_in_use'])
  scheduler.advance(50)
  const settled = await Promise.allSettled(both)
  assert.deepEqual(settled.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  sandbox.faults.clear()
  assert.equal((await stripe.paymentIntents.create(bouquet, key)).status, 'requires_payment_method')
  assert.equal((await stripe.paymentIntents.list()).data.length, 1)
})

test('a key is forgotten after a day', async (t) => {
  const { stripe, clock } = await openSandbox(t)
  const key = { idempotencyKey: 'order-1' }
  const first = await stripe.paymentIntents.create(bouquet, key)
  clock.now += 24 * 3600 - 1
  assert.equal((await stripe.paymentIntents.create(bouquet, key)).id, first.id)
  clock.now += 1
  assert.notEqual((await stripe.paymentIntents.create(bouquet, key)).id, first.id)
})

test('a request refused before it began leaves its key free, one that began and was declined does not', async (t) => {
  const { stripe } = await openSandbox(t)
  const free = { idempotencyKey: 'free' }
  await refusal(stripe.paymentIntents.create({ amount: 100 } as never, free))
  assert.equal((await stripe.paymentIntents.create(bouquet, free)).amount, 8950)

  const taken = { idempotencyKey: 'taken' }
  const { id } = await stripe.paymentIntents.create(bouquet)
  const pay = { payment_method: 'pm_card_visa_chargeDeclined', return_url: 'https://shop.test' }
  const first = await refusal(stripe.paymentIntents.confirm(id, pay, taken))
  const again = await refusal(stripe.paymentIntents.confirm(id, pay, taken))
  assert.equal(again.headers?.['idempotent-replayed'], 'true')
  assert.equal(again.charge, first.charge)
  assert.equal((await stripe.charges.list({ payment_intent: id })).data.length, 1)
})

test('a server error is replayed under its key too, and another key gets through', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  sandbox.faults.failNext('POST /v1/refunds', { with: 500, when: 'during' })
  const paid = await stripe.paymentIntents.create({
    ...bouquet,
    payment_method: 'pm_card_visa',
    confirm: true,
    return_url: 'https://shop.test',
  })
  const refund = (idempotencyKey: string) => stripe.refunds.create({ payment_intent: paid.id }, { idempotencyKey })
  assert.equal((await refusal(refund('one'))).statusCode, 500)
  const again = await refusal(refund('one'))
  assert.deepEqual([again.statusCode, again.headers?.['idempotent-replayed']], [500, 'true'])
  assert.equal((await refund('two')).status, 'succeeded')
})
