import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { sql } from '../platform/sql.ts'
import {
  aFilledCart,
  aud,
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  place,
  placedOrder,
  theBooks,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { reconcile } from './reconcile.ts'

let open: PayingShop
let guest: Visitor
beforeEach(async () => {
  open = await openPayingShop()
  guest = aVisitor(open.app)
})
afterEach(() => open.close())

const shown = (link: string): Promise<OrderView> => guest.call('GET /orders/:link', { params: { link } })
const subjects = () => open.shop.letters.map(({ subject }) => subject)

async function booksAgree(): Promise<void> {
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
}

const refusedCards = [
  { card: 'pm_card_visa_chargeDeclined', says: /Your bank said no/ },
  { card: 'pm_card_visa_chargeDeclinedInsufficientFunds', says: /isn’t enough/ },
  { card: 'pm_card_chargeDeclinedExpiredCard', says: /has expired/ },
]
for (const { card, says } of refusedCards) {
  test(`a refused card (${card}) is told, nothing is charged, and another one pays the same order`, async () => {
    const placed = await placedOrder(guest)
    assert.equal((await pay(open.stripe, placed, card)).status, 402)
    await open.stripe.events.settled()
    const failed = await shown(placed.order.link)
    assert.deepEqual([failed.status, failed.payment.state, failed.can.pay], ['PENDING', 'failed', { ok: true }])
    assert.match(failed.payment.because ?? '', says)

    const payment = await guest.call('POST /orders/:link/payment', { params: { link: placed.order.link }, body: {} })
    assert.equal(payment.clientSecret, placed.payment?.clientSecret)
    await pay(open.stripe, { ...placed, payment })
    await open.work()
    assert.equal((await shown(placed.order.link)).status, 'CONFIRMED')
    assert.equal(open.shop.letters.length, 1, 'the confirmation, and no letter about the card that was refused')
  })
}

test('a refused card that nobody follows up brings one letter', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed, 'pm_card_visa_chargeDeclined')
  await open.work()
  await pay(open.stripe, placed, 'pm_card_visa_chargeDeclined')
  await open.work()
  assert.equal(open.shop.letters.length, 1)
  assert.match(open.shop.letters[0]!.text, new RegExp(placed.order.link))
})

test('3-D Secure: the order waits, and is confirmed when the bank says yes', async () => {
  const placed = await placedOrder(guest)
  const { body } = await pay(open.stripe, placed, 'pm_card_authenticationRequired')
  assert.equal(body['status'], 'requires_action')
  assert.equal((await shown(placed.order.link)).payment.state, 'needs-action')
  open.stripe.approveChallenge(String(body['id']))
  await open.work()
  assert.equal((await shown(placed.order.link)).status, 'CONFIRMED')
})

test('3-D Secure: a bank that says no leaves the order payable', async () => {
  const placed = await placedOrder(guest)
  const { body } = await pay(open.stripe, placed, 'pm_card_authenticationRequired')
  open.stripe.failChallenge(String(body['id']))
  await open.stripe.events.settled()
  const order = await shown(placed.order.link)
  assert.deepEqual([order.payment.state, order.can.pay.ok], ['failed', true])
})

test('an order nobody pays gives its places back, and its intent is taken back', async () => {
  const placed = await placedOrder(guest)
  open.shop.clock.advance({ minutes: 19, seconds: 59 })
  assert.equal(await releaseExpiredHolds(open.shop), 0)
  open.shop.clock.advance({ seconds: 1 })
  assert.equal(await releaseExpiredHolds(open.shop), 1)
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual([order.status, order.payment.state, order.can.pay.ok], ['CANCELLED', 'expired', false])
  assert.equal(open.stripe.books().intents[0]?.status, 'canceled')
  await booksAgree()
})

test('money after the hold gets its order when the places are still free', async () => {
  const placed = await placedOrder(guest)
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  await pay(open.stripe, placed)
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual([order.status, order.payment.state], ['CONFIRMED', 'paid'])
  await booksAgree()
})

test('money after the hold goes back when she has cancelled meanwhile, on a page that did not know of the hold', async () => {
  const placed = await placedOrder(guest)
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  const { status } = await guest.call('POST /orders/:link/cancellation', {
    params: { link: placed.order.link },
    body: { reason: 'changed my mind' },
  })
  assert.equal(status, 'CANCELLED')
  await pay(open.stripe, placed)
  await open.work()
  assert.equal((await shown(placed.order.link)).status, 'REFUNDED')
  assert.equal(open.stripe.books().totals['aud']?.kept, 0)
  await booksAgree()
})

test('money after the hold goes back in full when the places are gone, and the customer is told', async () => {
  const placed = await placedOrder(guest)
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  await rows(open.shop.db, sql`update delivery_places set capacity = taken`)
  await pay(open.stripe, placed)
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual(
    [order.status, order.payment.state, order.payment.paid, order.payment.refunded],
    ['REFUNDED', 'refunded', aud(6000), aud(6000)],
  )
  assert.deepEqual(open.stripe.books().totals['aud']?.kept, 0)
  assert.equal(subjects().length, 2, 'one that the places were gone, one that the money is on its way')
  await booksAgree()
})

test('a guest cancels before the cut-off and gets all of it back', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed)
  await open.work()
  const cancelled = await guest.call('POST /orders/:link/cancellation', {
    params: { link: placed.order.link },
    body: { reason: 'Wrong Saturday' },
  })
  assert.deepEqual([cancelled.status, cancelled.can.cancel.ok], ['CANCELLED', false])
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual([order.status, order.payment.refunded], ['REFUNDED', aud(6000)])
  assert.equal(open.stripe.books().totals['aud']?.kept, 0)
  await booksAgree()
})

test('cancelling twice, or after the cut-off, is refused and changes nothing', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed)
  await open.work()
  open.shop.clock.set('2026-11-20T17:00:00+11:00')
  const cancel = () => guest.call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
  await assert.rejects(
    cancel(),
    (error) => error instanceof ApiProblem && error.problem.code === 'order-not-cancellable',
  )
  open.shop.clock.set('2026-11-20T16:59:00+11:00')
  await cancel()
  await assert.rejects(
    cancel(),
    (error) => error instanceof ApiProblem && error.problem.code === 'order-not-cancellable',
  )
  await open.work()
  assert.equal(open.stripe.books().intents[0]?.refunds, 1)
})

test('money for an order that was cancelled while the bank was thinking goes back', async () => {
  const placed = await placedOrder(guest)
  open.stripe.faults.failNext('POST /v1/payment_intents/:id/cancel', { times: 50, with: 500 })
  await guest.call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
  await pay(open.stripe, placed)
  open.stripe.faults.clear()
  await open.work()
  assert.deepEqual(open.stripe.books().totals['aud']?.kept, 0)
  assert.equal((await shown(placed.order.link)).status, 'REFUNDED')
})

test('an event that never comes is found by reconciliation, which says so', async () => {
  const placed = await placedOrder(guest)
  open.stripe.faults.dropNextEvents(10)
  await pay(open.stripe, placed)
  await open.work()
  const status = async () => (await rows<{ status: string }>(open.shop.db, sql`select status from orders`))[0]?.status
  assert.equal(await status(), 'PENDING')
  open.shop.clock.advance({ minutes: 10 })
  const findings = await reconcile(open.shop)
  assert.equal(await status(), 'CONFIRMED')
  assert.ok(
    findings.some(({ found }) => found.includes('never arrived')),
    JSON.stringify(findings),
  )
  assert.deepEqual(await reconcile(open.shop), [], 'a second run finds nothing')
})

test('a refund made in Stripe’s dashboard is in our books too', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed)
  await open.work()
  await open.shop.stripe.refunds.create({
    payment_intent: placed.payment!.clientSecret.split('_secret_')[0]!,
    amount: 1500,
  })
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual(
    [order.status, order.payment.state, order.payment.refunded],
    ['CONFIRMED', 'partly-refunded', aud(1500)],
  )
})

test('a dispute is written down', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed, 'pm_card_createDispute')
  await open.work()
  assert.deepEqual(await rows(open.shop.db, sql`select amount_minor::int as amount from disputes`), [{ amount: 6000 }])
})

test('events that are not signed, or signed by another, change nothing', async () => {
  const placed = await placedOrder(guest)
  const intent = placed.payment!.clientSecret.split('_secret_')[0]!
  const forged = JSON.stringify({
    id: 'evt_forged',
    object: 'event',
    type: 'payment_intent.succeeded',
    created: 1,
    data: {
      object: {
        id: intent,
        status: 'succeeded',
        amount: 6000,
        amount_received: 6000,
        currency: 'aud',
        metadata: { order: placed.order.id },
      },
    },
  })
  const send = (signature?: string) =>
    open.app.inject({
      method: 'POST',
      url: '/api/stripe/webhook',
      payload: forged,
      headers: { 'content-type': 'application/json', ...(signature && { 'stripe-signature': signature }) },
    })
  const signedByAnother = open.shop.stripe.webhooks.generateTestHeaderString({
    payload: forged,
    secret: 'whsec_somebody_else',
  })
  for (const reply of [await send(), await send('t=1,v1=abc'), await send(signedByAnother)]) {
    assert.deepEqual([reply.statusCode, reply.json().code], [400, 'bad-signature'])
  }
  assert.equal((await rows(open.shop.db, sql`select 1 from payment_events where id = 'evt_forged'`)).length, 0)
})

test('an event of another shop on the same account is kept and left alone', async () => {
  await open.shop.stripe.paymentIntents.create({
    amount: 4200,
    currency: 'aud',
    confirm: true,
    payment_method: 'pm_card_visa',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
  await open.work()
  const outcomes = await rows<{ outcome: string }>(
    open.shop.db,
    sql`select outcome from payment_events where type = 'payment_intent.succeeded'`,
  )
  assert.deepEqual(outcomes, [{ outcome: 'ignored: not an order of ours' }])
})

test('money after the hold, for a day whose cut-off is over, goes back even when a place is free', async () => {
  const placed = await placedOrder(guest)
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  open.shop.clock.set('2026-11-20T17:00:00+11:00')
  await pay(open.stripe, placed)
  await open.work()
  assert.equal((await shown(placed.order.link)).status, 'REFUNDED')
  assert.equal(open.stripe.books().totals['aud']?.kept, 0)
  await booksAgree()
})

test('a customer’s own words never bring a cancelled order back', async () => {
  const placed = await placedOrder(guest)
  open.stripe.faults.failNext('POST /v1/payment_intents/:id/cancel', { times: 50, with: 500 })
  await guest.call('POST /orders/:link/cancellation', {
    params: { link: placed.order.link },
    body: { reason: 'hold-expired' },
  })
  await pay(open.stripe, placed)
  open.stripe.faults.clear()
  await open.work()
  assert.equal((await shown(placed.order.link)).status, 'REFUNDED')
})

test('money after the hold brings an order back together with the gift card it was part-paid by', async () => {
  await aFilledCart(guest)
  const cart = await guest.call('PUT /cart/code', { body: { code: 'FLORA-GIFT-TEST-0001' } })
  const placed = await place(guest, cart.toPay)
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  const balance = async () =>
    (await rows<{ balance: number }>(open.shop.db, sql`select balance_minor::int as balance from gift_cards`))[0]
      ?.balance
  assert.equal(await balance(), 5000)
  await pay(open.stripe, placed)
  await open.work()
  assert.equal((await shown(placed.order.link)).status, 'CONFIRMED')
  assert.equal(await balance(), 0)
  await booksAgree()
})

test('a part refunded in Stripe’s dashboard just before a cancellation is part of what goes back, not on top of it', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed)
  await open.work()
  open.stripe.faults.holdEvents()
  await open.shop.stripe.refunds.create({
    payment_intent: placed.payment!.clientSecret.split('_secret_')[0]!,
    amount: 500,
  })
  await guest.call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
  await open.work()
  open.stripe.faults.releaseEvents({ order: 'in-order', doubled: false })
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual([order.payment.refunded, open.stripe.books().totals['aud']?.kept], [aud(6000), 0])
  assert.equal(order.status, 'REFUNDED')
})

test('a refund that the customer’s bank sends back is owed again', async () => {
  const placed = await placedOrder(guest)
  await pay(open.stripe, placed, 'pm_card_refundFail')
  await open.work()
  await guest.call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
  await open.work()
  open.stripe.settleNow()
  await open.work()
  const order = await shown(placed.order.link)
  assert.deepEqual([order.status, order.payment.refunded], ['CANCELLED', aud(0)])
})

test('an order that was never paid is cancelled without a letter: anybody could have typed the address', async () => {
  const placed = await placedOrder(guest)
  await guest.call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
  await open.work()
  assert.deepEqual(subjects(), [])
})
