import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import { openSandbox, refusal, WEBHOOK_SECRET } from './test/open-sandbox.ts'

const paidBouquet = {
  amount: 8950,
  currency: 'aud',
  payment_method: 'pm_card_visa',
  confirm: true,
  return_url: 'https://shop.test',
} as const

test('everything is there again after a start: payments, customers, keys, events, the seed’s ids', async (t) => {
  const stateFile = freshFile(t)
  const first = await openSandbox(t, { stateFile, seed: 's' })
  const customer = await first.stripe.customers.create({ payment_method: 'pm_card_visa', name: 'Rose' })
  const gone = await first.stripe.customers.create({})
  await first.stripe.customers.del(gone.id)
  const paid = await first.stripe.paymentIntents.create(paidBouquet, { idempotencyKey: 'order-1' })
  await first.stripe.refunds.create({ payment_intent: paid.id, amount: 950 })
  await first.sandbox.events.settled()
  const [books, events] = [first.sandbox.books(), first.sandbox.events.list()]
  await first.sandbox.close()

  const { stripe, sandbox } = await openSandbox(t, { stateFile, seed: 's' })
  assert.deepEqual(sandbox.books(), books)
  assert.deepEqual(sandbox.events.list(), events)
  assert.equal((await stripe.paymentIntents.create(paidBouquet, { idempotencyKey: 'order-1' })).id, paid.id)
  assert.equal((await stripe.customers.retrieve(gone.id)).deleted, true)
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data
  const again = { ...paidBouquet, customer: customer.id, payment_method: method!.id }
  assert.equal((await stripe.paymentIntents.create(again)).status, 'succeeded')
  assert.equal((await refusal(stripe.refunds.create({ payment_intent: paid.id, amount: 8001 }))).param, 'amount')
})

test('what was answered is in the file at that moment, so a process that dies loses nothing', async (t) => {
  const stateFile = freshFile(t)
  const { stripe } = await openSandbox(t, { stateFile })
  const paid = await stripe.paymentIntents.create(paidBouquet)
  // A copy of the file now is what a new start would find after a crash now; half a line is what a crash may leave.
  const copy = freshFile(t)
  writeFileSync(copy, readFileSync(stateFile))
  appendFileSync(copy, '{"keep":"intents","row":{"id":"pi_half')
  const after = await openSandbox(t, { stateFile: copy })
  assert.equal((await after.stripe.paymentIntents.retrieve(paid.id)).status, 'succeeded')
})

test('a broken file is refused with its place, not silently forgotten', async (t) => {
  const stateFile = freshFile(t)
  writeFileSync(stateFile, 'not json\n{"keep":"intents","row":{"id":"pi_1"}}\n')
  await assert.rejects(openSandbox(t, { stateFile }), /cannot read line 1/)
})

test('events that were not delivered, and what the bank had not decided, go on after a start', async (t) => {
  const stateFile = freshFile(t)
  const first = await openSandbox(t, { stateFile })
  first.sandbox.faults.holdEvents()
  const paid = await first.stripe.paymentIntents.create({ ...paidBouquet, payment_method: 'pm_card_pendingRefund' })
  const refund = await first.stripe.refunds.create({ payment_intent: paid.id })
  await first.sandbox.close()

  const { stripe, sandbox, scheduler, receiver } = await openSandbox(t, { stateFile })
  await sandbox.events.settled()
  assert.ok(receiver.types().includes('payment_intent.succeeded'))
  scheduler.advance(3_000)
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
})

test('a new endpoint gets what waits for delivery, once', async (t) => {
  const { stripe, sandbox, receiver, scheduler } = await openSandbox(t)
  sandbox.deliverTo({ url: 'http://127.0.0.1:1/gone', secret: WEBHOOK_SECRET })
  await stripe.customers.create({})
  await sandbox.events.settled()
  sandbox.deliverTo({ url: receiver.url, secret: WEBHOOK_SECRET })
  scheduler.advance(1_000)
  await sandbox.events.settled()
  assert.deepEqual(receiver.types(), ['customer.created'])
})

test('a change costs as much after a long history as at its beginning, and a start drops the history', async (t) => {
  const stateFile = freshFile(t)
  const { stripe, sandbox } = await openSandbox(t, { stateFile })
  const { id } = await stripe.customers.create({ name: 'n000' })
  await sandbox.events.settled()
  const growth: number[] = []
  for (let i = 1; i <= 60; i++) {
    const before = statSync(stateFile).size
    await stripe.customers.update(
      id,
      { name: `n${String(i).padStart(3, '0')}` },
      { idempotencyKey: `key-${String(i).padStart(3, '0')}` },
    )
    growth.push(statSync(stateFile).size - before)
    await sandbox.events.settled()
  }
  assert.ok(
    Math.max(...growth) < 2 * Math.min(...growth),
    `between ${Math.min(...growth)} and ${Math.max(...growth)} bytes`,
  )
  await sandbox.close()
  const long = statSync(stateFile).size
  const again = await openSandbox(t, { stateFile })
  assert.ok(statSync(stateFile).size < long)
  assert.equal(((await again.stripe.customers.retrieve(id)) as { name?: string }).name, 'n060')
})

function freshFile(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stripe-sandbox-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'state.ndjson')
}
