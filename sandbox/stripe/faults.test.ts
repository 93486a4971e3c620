import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { clientOf, openSandbox, refusal } from './test/open-sandbox.ts'

const paidBouquet = {
  amount: 8950,
  currency: 'aud',
  payment_method: 'pm_card_visa',
  confirm: true,
  return_url: 'https://shop.test',
} as const

const orders = [
  { order: 'in-order' as const, is: 'abcdef' },
  { order: 'reversed' as const, is: 'fedcba' },
]
for (const { order, is } of orders) {
  test(`events can be held back and released ${order}`, async (t) => {
    const { stripe, sandbox, receiver } = await openSandbox(t)
    sandbox.faults.holdEvents()
    for (const name of 'abcdef') await stripe.customers.create({ name })
    await sandbox.events.settled()
    assert.deepEqual([receiver.received.length, sandbox.faults.heldEvents().length], [0, 6])
    assert.equal(sandbox.faults.releaseEvents({ order }), 6)
    await sandbox.events.settled()
    assert.equal(receiver.received.map(nameIn).join(''), is)
    await stripe.customers.create({})
    await sandbox.events.settled()
    assert.equal(receiver.received.length, 7)
  })
}

test('a shuffle is the same for the same seed, and a doubled release brings each event twice', async (t) => {
  const shuffled = async (seed: string, doubled: boolean) => {
    const { stripe, sandbox, receiver } = await openSandbox(t)
    sandbox.faults.holdEvents('customer.*')
    for (const name of 'abcdef') await stripe.customers.create({ name })
    sandbox.faults.releaseEvents({ order: { shuffledBy: seed }, doubled })
    await sandbox.events.settled()
    return receiver.received.map(nameIn).join('')
  }
  const once = await shuffled('one', false)
  assert.equal(once, await shuffled('one', false))
  assert.notEqual(once, 'abcdef')
  assert.equal([...(await shuffled('two', true))].toSorted().join(''), 'aabbccddeeff')
})

test('a doubled event that is refused once and taken once is not sent a third time', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t)
  sandbox.faults.holdEvents()
  await stripe.customers.create({})
  receiver.nextStatuses.push(500, 200)
  sandbox.faults.releaseEvents({ doubled: true })
  await sandbox.events.settled()
  assert.deepEqual(scheduler.waitingMs(), [])
  assert.deepEqual([receiver.received.length, sandbox.events.list()[0]?.delivery], [2, 'delivered'])
})

test('events can be lost for good, from the held ones or as they come, and still be asked for', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t)
  sandbox.faults.holdEvents('payment_intent.succeeded')
  sandbox.faults.dropNextEvents(1, 'charge.*')
  await stripe.paymentIntents.create(paidBouquet)
  assert.equal(sandbox.faults.dropHeldEvents(), 1)
  await sandbox.events.settled()
  scheduler.advance(1e9)
  await sandbox.events.settled()
  assert.deepEqual(receiver.types(), ['payment_intent.created'])
  const missed = await stripe.events.list({ delivery_success: false })
  assert.deepEqual(missed.data.map(({ type }) => type).toSorted(), ['charge.succeeded', 'payment_intent.succeeded'])
})

test('a type of event can be late', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t)
  sandbox.faults.delayEvents('payment_intent.succeeded', 60_000)
  await stripe.paymentIntents.create(paidBouquet)
  await sandbox.events.settled()
  assert.equal(receiver.types().includes('payment_intent.succeeded'), false)
  scheduler.advance(60_000)
  await sandbox.events.settled()
  assert.equal(receiver.types().includes('payment_intent.succeeded'), true)
})

test('an answer can get lost after the receiver has done its work, and the event comes again', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t)
  sandbox.faults.loseNextAnswers(1, 'customer.created')
  await stripe.customers.create({})
  await sandbox.events.settled()
  assert.equal(sandbox.events.list()[0]?.delivery, 'waiting')
  scheduler.advance(1_000)
  await sandbox.events.settled()
  const ids = receiver.received.map(({ id }) => id)
  assert.deepEqual([ids.length, ids[0] === ids[1]], [2, true])
})

for (const failure of [{ with: 500 as const }, { with: 503 as const }, { with: 'reset' as const }]) {
  test(`after a lost answer (${failure.with}) the SDK's own retry finds the payment made, once`, async (t) => {
    const { sandbox } = await openSandbox(t)
    sandbox.faults.failNext('POST /v1/payment_intents', { ...failure, when: 'after' })
    const paid = await clientOf(sandbox, { retries: 2 }).paymentIntents.create(paidBouquet)
    assert.equal(paid.status, 'succeeded')
    const headers = (paid.lastResponse as unknown as { headers: Record<string, string> }).headers
    assert.equal(headers['idempotent-replayed'], 'true')
    assert.deepEqual(sandbox.books().totals.aud, { intentsSucceeded: 1, succeeded: 8950, refunded: 0, kept: 8950 })
  })
}

test('a failure before the work was done leaves nothing behind', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  sandbox.faults.failNext('POST /v1/payment_intents', { with: 500, times: 2 })
  for (let i = 0; i < 2; i++) {
    const error = await refusal(stripe.paymentIntents.create(paidBouquet))
    assert.ok(error instanceof Stripe.errors.StripeAPIError)
  }
  assert.deepEqual(sandbox.books().intents, [])
  assert.equal((await stripe.paymentIntents.create(paidBouquet)).status, 'succeeded')
})

test('a connection cut before the work was done costs nothing: the SDK asks once more and pays once', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  sandbox.faults.failNext('POST /v1/payment_intents', { with: 'reset', when: 'before' })
  const paid = await stripe.paymentIntents.create(paidBouquet)
  const headers = (paid.lastResponse as unknown as { headers: Record<string, string> }).headers
  assert.equal(headers['idempotent-replayed'], undefined)
  assert.equal(sandbox.books().totals.aud?.succeeded, 8950)
  sandbox.faults.failNext('POST /v1/payment_intents', { with: 'reset', times: 2 })
  assert.ok((await refusal(stripe.paymentIntents.create(paidBouquet))) instanceof Stripe.errors.StripeConnectionError)
  assert.equal(sandbox.books().totals.aud?.succeeded, 8950)
})

test('too many requests are told as such', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  sandbox.faults.failNext('*', { with: 429 })
  const error = await refusal(stripe.customers.list())
  assert.ok(error instanceof Stripe.errors.StripeRateLimitError)
  assert.equal(error.code, 'rate_limit')
})

test('a route can be slower than the client waits', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  sandbox.faults.slowRoute('GET /v1/customers/:id', 60_000)
  const { id } = await stripe.customers.create({})
  const late = stripe.customers.retrieve(id, {}, { timeout: 20 })
  assert.ok((await refusal(late)) instanceof Stripe.errors.StripeConnectionError)
})

test('a share of the requests can fail, the same ones for the same seed', async (t) => {
  const outcomes = async () => {
    const { stripe, sandbox } = await openSandbox(t)
    sandbox.faults.failShare('GET /v1/customers', { share: 0.4, seed: 's', with: 503 })
    const results: string[] = []
    for (let i = 0; i < 30; i++)
      results.push(
        await stripe.customers.list().then(
          () => '.',
          () => 'x',
        ),
      )
    sandbox.faults.clear()
    await stripe.customers.list()
    return results.join('')
  }
  const first = await outcomes()
  assert.match(first, /x/)
  assert.match(first, /\./)
  assert.equal(await outcomes(), first)
})

test('the switches can be worked over HTTP, but not from a page of another origin', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const command = (body: object, type = 'application/json') =>
    fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    })
  assert.equal((await command({ hold_events: { type: '*' } })).status, 200)
  await stripe.customers.create({ name: 'a' })
  const held = (await (await fetch(`${sandbox.url}/sandbox/faults`)).json()) as { held: unknown[] }
  assert.equal(held.held.length, 1)
  await command({ release_events: { order: 'shuffled', seed: 'x', doubled: true } })
  await sandbox.events.settled()
  assert.equal(receiver.received.length, 2)
  await command({ fail_next: { route: 'GET /v1/customers', with: 503, when: 'before', times: 1 } })
  assert.equal((await refusal(stripe.customers.list())).statusCode, 503)
  await command({ clear: {} })
  assert.equal((await command({ explode: {} })).status, 400)
  assert.equal((await command({ fail_next: { route: '*', with: 200 } })).status, 400)
  assert.equal((await command({ hold_events: {} }, 'text/plain')).status, 400)
})

function nameIn(event: Stripe.Event): string {
  return (event.data.object as Stripe.Customer).name ?? ''
}
