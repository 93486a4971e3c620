import assert from 'node:assert/strict'
import http from 'node:http'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { clientOf, fromBrowser, openSandbox, PUBLISHABLE_KEY, refusal } from './test/open-sandbox.ts'

test('a wrong key, a publishable key and no key are each refused as Stripe refuses them', async (t) => {
  const { sandbox } = await openSandbox(t)
  const wrong = await refusal(clientOf(sandbox, { key: 'sk_test_other_key_1234' }).customers.list())
  assert.ok(wrong instanceof Stripe.errors.StripeAuthenticationError)
  assert.deepEqual([wrong.statusCode, wrong.rawType], [401, 'invalid_request_error'])
  assert.match(wrong.message, /^Invalid API Key provided: sk_test_\*+1234$/)

  const publishable = await refusal(clientOf(sandbox, { key: PUBLISHABLE_KEY }).customers.list())
  assert.equal(publishable.code, 'secret_key_required')
  assert.equal((await fetch(`${sandbox.url}/v1/customers`)).status, 401)
})

test('answers carry a request id and the version that was asked for', async (t) => {
  const { stripe } = await openSandbox(t)
  const { lastResponse } = await stripe.customers.create({})
  assert.match(lastResponse.requestId, /^req_\w{14}$/)
  assert.equal(lastResponse.apiVersion, Stripe.API_VERSION)
})

const mistakes: {
  name: string
  call: (stripe: Stripe) => Promise<unknown>
  code: string | undefined
  param: string
}[] = [
  {
    name: 'an unknown parameter',
    call: (stripe) => stripe.paymentIntents.create({ amount: 100, currency: 'aud', bouquet: 'rose' } as never),
    code: 'parameter_unknown',
    param: 'bouquet',
  },
  {
    name: 'an unknown nested parameter',
    call: (stripe) => stripe.customers.create({ shipping: { name: 'R', address: { line9: 'x' } } } as never),
    code: 'parameter_unknown',
    param: 'shipping[address][line9]',
  },
  {
    name: 'a missing parameter',
    call: (stripe) => stripe.paymentIntents.create({ amount: 100 } as never),
    code: 'parameter_missing',
    param: 'currency',
  },
  {
    name: 'an empty parameter',
    call: (stripe) => stripe.paymentIntents.create({ amount: 100, currency: '' }),
    code: 'parameter_invalid_empty',
    param: 'currency',
  },
  {
    name: 'a word that is not allowed',
    call: (stripe) => stripe.refunds.create({ charge: 'ch_1', reason: 'bored' }),
    code: undefined,
    param: 'reason',
  },
  {
    name: 'a customer that does not exist, as a parameter',
    call: (stripe) => stripe.paymentIntents.create({ amount: 100, currency: 'aud', customer: 'cus_none' }),
    code: 'resource_missing',
    param: 'customer',
  },
]
for (const { name, call, code, param } of mistakes) {
  test(`${name} is refused with 400 and named`, async (t) => {
    const { stripe } = await openSandbox(t)
    const error = await refusal(call(stripe))
    assert.ok(error instanceof Stripe.errors.StripeInvalidRequestError)
    assert.deepEqual([error.statusCode, error.code, error.param], [400, code, param])
  })
}

test('what does not exist is 404 and resource_missing', async (t) => {
  const { stripe } = await openSandbox(t)
  for (const call of [
    stripe.paymentIntents.retrieve('pi_none'),
    stripe.refunds.retrieve('re_none'),
    stripe.customers.retrieve('cus_none'),
    stripe.events.retrieve('evt_none'),
  ]) {
    const error = await refusal(call)
    assert.deepEqual([error.statusCode, error.code], [404, 'resource_missing'])
  }
  assert.equal((await refusal(stripe.products.list())).statusCode, 404)
})

test('metadata merges, an empty value unsets its key, an empty whole unsets all, 50 keys are the limit', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } })
  const merged = await stripe.customers.update(id, { metadata: { b: '', c: '3' } })
  assert.deepEqual(merged.metadata, { a: '1', c: '3' })
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`key${i}`, 'x']))
  assert.equal((await refusal(stripe.customers.update(id, { metadata: many }))).param, 'metadata')
  const long = { metadata: { note: 'x'.repeat(501) } }
  assert.equal((await refusal(stripe.customers.update(id, long))).param, 'metadata[note]')
  assert.deepEqual((await stripe.customers.update(id, { metadata: '' })).metadata, {})
})

test('lists come newest first, in pages, forwards and backwards, and within a time', async (t) => {
  const { stripe, clock } = await openSandbox(t)
  const ids: string[] = []
  for (let i = 0; i < 7; i++) {
    ids.unshift((await stripe.customers.create({})).id)
    clock.now += 10
  }
  const first = await stripe.customers.list({ limit: 3 })
  assert.deepEqual([first.data.map(({ id }) => id), first.has_more], [ids.slice(0, 3), true])
  const second = await stripe.customers.list({ limit: 3, starting_after: ids[2]! })
  assert.deepEqual(
    second.data.map(({ id }) => id),
    ids.slice(3, 6),
  )
  const back = await stripe.customers.list({ limit: 2, ending_before: ids[4]! })
  assert.deepEqual([back.data.map(({ id }) => id), back.has_more], [ids.slice(2, 4), true])
  const all: string[] = []
  for await (const customer of stripe.customers.list({ limit: 2 })) all.push(customer.id)
  assert.deepEqual(all, ids)
  const early = await stripe.customers.list({ created: { lt: clock.now - 50 } })
  assert.deepEqual(
    early.data.map(({ id }) => id),
    ids.slice(5),
  )
  assert.equal((await stripe.customers.list({ created: clock.now - 10 })).data.length, 1)
  assert.equal((await refusal(stripe.customers.list({ limit: 101 }))).param, 'limit')
  assert.equal((await refusal(stripe.customers.list({ starting_after: 'cus_none' }))).code, 'resource_missing')
})

test('ids are expanded on request, in lists too, and a wrong path is refused', async (t) => {
  const { stripe } = await openSandbox(t)
  const customer = await stripe.customers.create({ name: 'Rose', payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data
  const intent = await stripe.paymentIntents.create({
    amount: 5000,
    currency: 'aud',
    customer: customer.id,
    payment_method: method!.id,
    confirm: true,
    return_url: 'https://shop.test',
    expand: ['latest_charge.balance_transaction', 'customer', 'payment_method'],
  })
  const charge = intent.latest_charge as Stripe.Charge
  assert.equal((charge.balance_transaction as Stripe.BalanceTransaction).net, 5000 - 115)
  assert.equal((intent.customer as Stripe.Customer).name, 'Rose')
  assert.equal((intent.payment_method as Stripe.PaymentMethod).card?.last4, '4242')

  const listed = await stripe.charges.list({
    payment_intent: intent.id,
    expand: ['data.payment_intent', 'data.refunds'],
  })
  const [shown] = listed.data
  assert.equal((shown!.payment_intent as Stripe.PaymentIntent).id, intent.id)
  assert.deepEqual(shown!.refunds?.data, [])
  assert.equal(typeof (await stripe.paymentIntents.retrieve(intent.id)).latest_charge, 'string')
  const wrong = stripe.paymentIntents.retrieve(intent.id, { expand: ['bouquet'] })
  assert.match((await refusal(wrong)).message, /cannot be expanded \(bouquet\)/)
})

test('a page of the shop pays with publishable key and client secret, and sees only its own part', async (t) => {
  const { sandbox, stripe } = await openSandbox(t)
  const intent = await stripe.paymentIntents.create({ amount: 5000, currency: 'aud', metadata: { order: 'secret' } })
  const card = {
    'card[number]': '4242 4242 4242 4242',
    'card[exp_month]': '12',
    'card[exp_year]': '34',
    'card[cvc]': '123',
  }
  const method = await fromBrowser(sandbox, 'POST', '/v1/payment_methods', { type: 'card', ...card })
  assert.equal(method.headers.get('access-control-allow-origin'), '*')
  assert.equal(method.body.card.exp_year, 2034)
  const secret = { client_secret: intent.client_secret ?? '' }
  const paid = await fromBrowser(sandbox, 'POST', `/v1/payment_intents/${intent.id}/confirm`, {
    ...secret,
    payment_method: method.body.id,
  })
  assert.equal(paid.body.status, 'succeeded')
  for (const hidden of ['metadata', 'customer', 'latest_charge', 'amount_received'])
    assert.ok(!(hidden in paid.body), hidden)
  const seen = await fromBrowser(sandbox, 'GET', `/v1/payment_intents/${intent.id}`, secret)
  assert.equal(seen.body.status, 'succeeded')
})

test('a page without the client secret sees and does nothing, and a decline tells only what it may know', async (t) => {
  const { sandbox, stripe } = await openSandbox(t)
  const intent = await stripe.paymentIntents.create({ amount: 5000, currency: 'aud', metadata: { order: 'secret' } })
  const path = `/v1/payment_intents/${intent.id}`
  assert.equal((await fromBrowser(sandbox, 'GET', path, {})).body.error.code, 'parameter_missing')
  assert.equal((await fromBrowser(sandbox, 'GET', path, { client_secret: 'x' })).body.error.param, 'client_secret')
  assert.equal((await fromBrowser(sandbox, 'POST', path, { amount: '50' })).status, 401)
  const declined = await fromBrowser(sandbox, 'POST', `${path}/confirm`, {
    client_secret: intent.client_secret ?? '',
    payment_method: 'pm_card_visa_chargeDeclined',
  })
  assert.equal(declined.status, 402)
  assert.equal(declined.body.error.payment_intent.status, 'requires_payment_method')
  assert.ok(!('metadata' in declined.body.error.payment_intent))
})

test('a path that is no path is answered and harms nothing', async (t) => {
  const { sandbox } = await openSandbox(t)
  const ask = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: 'Bearer sk_test_flora' }
      http
        .get({ port: sandbox.port, path, headers }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
    })
  assert.deepEqual(await Promise.all([ask('//'), ask('/v1/customers/%ZZ'), ask('/sandbox/3ds/%ZZ')]), [404, 404, 404])
})

test('browsers may ask before they send', async (t) => {
  const { sandbox } = await openSandbox(t)
  const answer = await fetch(`${sandbox.url}/v1/payment_methods`, { method: 'OPTIONS' })
  assert.equal(answer.status, 204)
  assert.match(answer.headers.get('access-control-allow-headers') ?? '', /authorization/)
})
