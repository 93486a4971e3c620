import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { openSandbox, refusal } from './test/open-sandbox.ts'

const paid = (stripe: Stripe, card = 'visa', amount = 10_000) =>
  stripe.paymentIntents.create({
    amount,
    currency: 'aud',
    payment_method: `pm_card_${card}`,
    confirm: true,
    return_url: 'https://shop.test',
  })

test('a payment is refunded in parts until nothing is left', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const intent = await paid(stripe)
  const part = await stripe.refunds.create({
    payment_intent: intent.id,
    amount: 2500,
    reason: 'requested_by_customer',
    metadata: { line: '1' },
  })
  assert.deepEqual(
    [part.status, part.amount, part.reason, part.metadata?.line],
    ['succeeded', 2500, 'requested_by_customer', '1'],
  )
  const tooMuch = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 7501 }))
  assert.deepEqual(
    [tooMuch.param, tooMuch.message],
    ['amount', 'Refund amount ($75.01) is greater than unrefunded amount on charge ($75.00)'],
  )

  const rest = await stripe.refunds.create({ charge: String(intent.latest_charge) })
  assert.equal(rest.amount, 7500)
  const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] })
  assert.deepEqual([charge.amount_refunded, charge.refunded, charge.refunds?.data.length], [10_000, true, 2])
  const again = await refusal(stripe.refunds.create({ payment_intent: intent.id }))
  assert.equal(again.code, 'charge_already_refunded')

  const listed = await stripe.refunds.list({ payment_intent: intent.id })
  assert.deepEqual(
    listed.data.map(({ id }) => id),
    [rest.id, part.id],
  )
  assert.equal((await stripe.refunds.list({ charge: charge.id })).data.length, 2)
  assert.equal((await stripe.refunds.update(part.id, { metadata: { line: '2' } })).metadata?.line, '2')
  await sandbox.events.settled()
  const refunded = receiver.received.filter(({ type }) => type === 'charge.refunded') as Stripe.ChargeRefundedEvent[]
  assert.deepEqual(refunded.map(({ data }) => data.object.amount_refunded).toSorted(), [10_000, 2500])
  assert.equal(receiver.types().filter((type) => type === 'refund.created').length, 2)
})

test('what was not paid cannot be refunded', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.paymentIntents.create({ amount: 100, currency: 'aud' })
  assert.match(
    (await refusal(stripe.refunds.create({ payment_intent: id }))).message,
    /does not have a successful charge/,
  )
  assert.equal((await refusal(stripe.refunds.create({}))).code, 'parameter_missing')
})

test('a slow refund is pending first and succeeds when the bank has decided', async (t) => {
  const { stripe, sandbox, scheduler, receiver } = await openSandbox(t)
  const intent = await paid(stripe, 'pendingRefund')
  const refund = await stripe.refunds.create({ payment_intent: intent.id })
  assert.equal(refund.status, 'pending')
  scheduler.advance(2_999)
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'pending')
  scheduler.advance(1)
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
  await sandbox.events.settled()
  assert.ok(receiver.types().includes('refund.updated'))
})

test('a refund that the bank sends back fails, and the money can be refunded again', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const intent = await paid(stripe, 'refundFail')
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 4000 })
  assert.equal(refund.status, 'succeeded')
  assert.equal(sandbox.settleNow(), 1)
  const failed = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual([failed.status, failed.failure_reason], ['failed', 'expired_or_canceled_card'])
  assert.equal((await stripe.charges.retrieve(String(intent.latest_charge))).amount_refunded, 0)
  await sandbox.events.settled()
  assert.ok(receiver.types().includes('refund.failed'))
  assert.equal((await stripe.refunds.create({ payment_intent: intent.id })).amount, 10_000)
})

test('the books add up to the cent: payments, parts given back, refunds that failed, cards declined', async (t) => {
  const { stripe, sandbox } = await openSandbox(t)
  const first = await paid(stripe, 'visa', 12_345)
  await stripe.refunds.create({ payment_intent: first.id, amount: 345 })
  const second = await paid(stripe, 'refundFail', 5_001)
  await stripe.refunds.create({ payment_intent: second.id })
  sandbox.settleNow()
  const third = await paid(stripe, 'pendingRefund', 700)
  await stripe.refunds.create({ payment_intent: third.id })
  await refusal(paid(stripe, 'visa_chargeDeclined'))

  const { intents, totals } = sandbox.books()
  assert.deepEqual(totals, { aud: { intentsSucceeded: 3, succeeded: 18_046, refunded: 1_045, kept: 17_001 } })
  const row = intents.find(({ id }) => id === third.id)
  assert.deepEqual([row?.amountSucceeded, row?.amountRefunded, row?.amountRefundPending], [700, 700, 700])
  const overHttp = await (await fetch(`${sandbox.url}/sandbox/books`)).json()
  assert.deepEqual(overHttp, { intents, totals })
})

test('a disputed payment cannot be refunded; the dispute can be won or given up', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const [fought, given] = [await paid(stripe, 'createDispute'), await paid(stripe, 'createDisputeProductNotReceived')]
  assert.equal((await refusal(stripe.refunds.create({ payment_intent: fought.id }))).code, 'charge_disputed')
  const [first] = (await stripe.disputes.list({ payment_intent: fought.id })).data
  assert.deepEqual([first?.reason, first?.status, first?.amount], ['fraudulent', 'needs_response', 10_000])
  const won = await stripe.disputes.update(first!.id, {
    evidence: { uncategorized_text: 'winning_evidence' },
    submit: true,
  })
  assert.equal(won.status, 'won')
  const [second] = (await stripe.disputes.list({ charge: String(given.latest_charge) })).data
  assert.equal((await stripe.disputes.close(second!.id)).status, 'lost')
  assert.match((await refusal(stripe.disputes.close(second!.id))).message, /already closed/)
  assert.equal((await stripe.disputes.retrieve(second!.id)).reason, 'product_not_received')
  await sandbox.events.settled()
  assert.equal(receiver.types().filter((type) => type === 'charge.dispute.created').length, 2)
  assert.equal(receiver.types().filter((type) => type === 'charge.dispute.closed').length, 2)
})

test('the account shows each movement of money', async (t) => {
  const { stripe } = await openSandbox(t)
  const intent = await paid(stripe)
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 1000 })
  const { data } = await stripe.balanceTransactions.list()
  assert.deepEqual(
    data.map(({ type, amount, fee, net }) => [type, amount, fee, net]),
    [
      ['refund', -1000, 0, -1000],
      ['charge', 10_000, 200, 9_800],
    ],
  )
  assert.equal((await stripe.balanceTransactions.retrieve(String(refund.balance_transaction))).source, refund.id)
})
