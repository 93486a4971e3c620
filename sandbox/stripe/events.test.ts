import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { openReceiver, openSandbox, refusal, WEBHOOK_SECRET } from './test/open-sandbox.ts'

const bouquet = { amount: 8950, currency: 'aud' } as const
const pay = { payment_method: 'pm_card_visa', confirm: true, return_url: 'https://shop.test' } as const

test('a payment tells its story in events that the SDK verifies', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const paid = await stripe.paymentIntents.create({ ...bouquet, ...pay }, { idempotencyKey: 'order-1' })
  await sandbox.events.settled()
  assert.deepEqual(receiver.types().toSorted(), [
    'charge.succeeded',
    'payment_intent.created',
    'payment_intent.succeeded',
  ])
  const succeeded = receiver.received.find(({ type }) => type === 'payment_intent.succeeded')
  assert.ok(succeeded?.type === 'payment_intent.succeeded')
  assert.equal(succeeded.api_version, Stripe.API_VERSION)
  assert.deepEqual(succeeded.request, { id: paid.lastResponse.requestId, idempotency_key: 'order-1' })
  assert.deepEqual(succeeded.data.object, JSON.parse(JSON.stringify(paid)))
  // What happened earlier is told as it was then.
  const created = receiver.received.find(({ type }) => type === 'payment_intent.created')
  assert.ok(created?.type === 'payment_intent.created')
  assert.equal(created.data.object.status, 'requires_confirmation')
})

test('a declined payment and a canceled intent are told', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const { id } = await stripe.paymentIntents.create(bouquet)
  await refusal(
    stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_visa_chargeDeclined',
      return_url: 'https://shop.test',
    }),
  )
  await stripe.paymentIntents.cancel(id)
  await sandbox.events.settled()
  assert.deepEqual(receiver.types().toSorted(), [
    'charge.failed',
    'payment_intent.canceled',
    'payment_intent.created',
    'payment_intent.payment_failed',
  ])
})

test('a delivery that is not answered with 2xx is tried again, each pause twice as long, until it is', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t, {
    retry: { firstMs: 1_000, maxMs: 3_000, attempts: 10 },
  })
  receiver.nextStatuses.push(500, 301, 404, 503)
  await stripe.customers.create({})
  const pauses: number[] = []
  for (let attempt = 0; attempt < 4; attempt++) {
    await sandbox.events.settled()
    const [pause = 0] = scheduler.waitingMs()
    pauses.push(pause)
    scheduler.advance(pause)
  }
  await sandbox.events.settled()
  assert.deepEqual(pauses, [1_000, 2_000, 3_000, 3_000])
  assert.equal(new Set(receiver.received.map(({ id }) => id)).size, 1)
  assert.deepEqual(
    sandbox.events.list().map(({ delivery, attempts }) => [delivery, attempts]),
    [['delivered', 5]],
  )
})

test('a receiver that is gone is given up after the last attempt, and the event can be sent again', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t, {
    retry: { firstMs: 10, maxMs: 10, attempts: 3 },
  })
  sandbox.deliverTo({ url: 'http://127.0.0.1:1/gone', secret: WEBHOOK_SECRET })
  await stripe.customers.create({})
  for (let attempt = 0; attempt < 3; attempt++) {
    await sandbox.events.settled()
    scheduler.advance(10)
  }
  const [event] = sandbox.events.list()
  assert.deepEqual([event?.delivery, event?.attempts], ['given-up', 3])
  assert.deepEqual(
    (await stripe.events.list({ delivery_success: false })).data.map(({ id }) => id),
    [event!.id],
  )
  assert.deepEqual((await stripe.events.list({ delivery_success: true })).data, [])

  sandbox.deliverTo({ url: receiver.url, secret: WEBHOOK_SECRET })
  sandbox.events.resend(event!.id)
  await sandbox.events.settled()
  assert.deepEqual(receiver.types(), ['customer.created'])
  assert.equal((await stripe.events.retrieve(event!.id)).pending_webhooks, 0)
})

test('an endpoint gets only the types it asked for', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const receiver = await openReceiver(t)
  sandbox.deliverTo({ url: receiver.url, secret: WEBHOOK_SECRET, events: ['payment_intent.*'] })
  await stripe.customers.create({})
  await stripe.paymentIntents.create({ ...bouquet, ...pay })
  await sandbox.events.settled()
  assert.deepEqual(receiver.types().toSorted(), ['payment_intent.created', 'payment_intent.succeeded'])
  assert.equal(sandbox.events.list().find(({ type }) => type === 'customer.created')?.delivery, 'unsent')
})

test('events are listed by type, types, name with a star, and time, over any number of pages', async (t) => {
  const { stripe, clock } = await openSandbox(t)
  for (let i = 0; i < 25; i++) {
    await stripe.paymentIntents.create({ ...bouquet, ...pay })
    clock.now += 60
  }
  const count = async (params: Stripe.EventListParams) =>
    (await stripe.events.list({ limit: 7, ...params }).autoPagingToArray({ limit: 1000 })).length
  assert.equal(await count({}), 75)
  assert.equal(await count({ type: 'payment_intent.succeeded' }), 25)
  assert.equal(await count({ type: 'payment_intent.*' }), 50)
  assert.equal(await count({ types: ['charge.succeeded', 'payment_intent.created'] }), 50)
  assert.equal(await count({ type: 'charge.succeeded', created: { gte: clock.now - 300 } }), 5)
  const ids: string[] = []
  for await (const event of stripe.events.list({ limit: 10 })) ids.push(event.id)
  assert.equal(new Set(ids).size, 75)
})

test('the same seed gives the same ids', async (t) => {
  const [one, two] = [await openSandbox(t, { seed: 'x' }), await openSandbox(t, { seed: 'x' })]
  const [first, second] = [await one.stripe.customers.create({}), await two.stripe.customers.create({})]
  assert.equal(first.id, second.id)
  const other = await openSandbox(t, { seed: 'y' })
  assert.notEqual((await other.stripe.customers.create({})).id, first.id)
})
