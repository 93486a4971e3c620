import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
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
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'

let open: PayingShop
beforeEach(async () => {
  open = await openPayingShop()
})
afterEach(() => open.close())

const refusedWith = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('a guest buys flowers: cart, order, payment, confirmation, letter', async () => {
  const guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  assert.deepEqual([cart.total, cart.can.place], [aud(6000), { ok: true }])

  const placed = await place(guest, cart.toPay)
  assert.equal(placed.order.status, 'PENDING')
  assert.equal(placed.payment?.amount.minor, 6000)
  assert.equal((await guest.call('GET /cart', {})).count, 0)

  assert.equal((await pay(open.stripe, placed)).status, 200)
  await open.work()
  const order = await guest.call('GET /orders/:link', { params: { link: placed.order.link } })
  assert.deepEqual(
    [order.status, order.payment.state, order.payment.paid, order.payment.method],
    ['CONFIRMED', 'paid', aud(6000), 'Visa ending 4242'],
  )
  assert.deepEqual(
    order.events.map(({ kind }) => kind),
    ['placed', 'confirmed'],
  )
  assert.equal(open.shop.letters.length, 1)
  assert.match(open.shop.letters[0]!.to, /mercy@example\.com/)
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
})

test('the page tells the truth before the event comes, because it asks', async () => {
  const silent = await openPayingShop({ events: 'held-back' })
  try {
    const guest = aVisitor(silent.app)
    const placed = await placedOrder(guest)
    await pay(silent.stripe, placed)
    const order = await guest.call('GET /orders/:link', { params: { link: placed.order.link } })
    assert.deepEqual(
      [order.status, order.payment.state, order.payment.method],
      ['CONFIRMED', 'paid', 'Visa ending 4242'],
    )
  } finally {
    await silent.close()
  }
})

test('the same key gives the same order, whatever is in the cart by then', async () => {
  const guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  const first = await place(guest, cart.toPay, 'a-key-of-sixteen')
  const again = await place(guest, cart.toPay, 'a-key-of-sixteen')
  assert.deepEqual([again.order.id, again.payment?.clientSecret], [first.order.id, first.payment?.clientSecret])

  await aFilledCart(guest)
  assert.equal((await place(guest, cart.toPay, 'a-key-of-sixteen')).order.id, first.order.id)
  assert.equal(open.stripe.books().intents.length, 1)
})

test('somebody else’s key opens nobody’s order', async () => {
  const first = aVisitor(open.app)
  await place(first, (await aFilledCart(first)).toPay, 'a-key-of-sixteen')
  const second = aVisitor(open.app)
  await assert.rejects(
    place(second, (await aFilledCart(second)).toPay, 'a-key-of-sixteen'),
    refusedWith('placement-key-used'),
  )
})

test('a price that changed is told and not charged, and the cart is kept', async () => {
  const guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  await rows(open.shop.db, sql`update variants set price_minor = 5100 where id = 'var_peace-lily-one'`)
  await assert.rejects(place(guest, cart.toPay), (error) => {
    assert.ok(refusedWith('price-changed')(error))
    assert.equal(
      ((error as ApiProblem).problem as unknown as { cart: { toPay: { minor: number } } }).cart.toPay.minor,
      6300,
    )
    return true
  })
  assert.equal((await guest.call('GET /cart', {})).lines.length, 1)
  assert.deepEqual(await rows(open.shop.db, sql`select 1 from orders`), [])
})

test('a tampered sum buys nothing', async () => {
  const guest = aVisitor(open.app)
  await aFilledCart(guest)
  await assert.rejects(place(guest, aud(1)), refusedWith('price-changed'))
})

test('a cart that lacks something is told what, and nothing is taken', async () => {
  const guest = aVisitor(open.app)
  const cart = await guest.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1 } })
  assert.deepEqual(cart.deliveries[0]?.missing, [
    'postcode',
    'day',
    'windowId',
    'recipient.name',
    'recipient.line1',
    'recipient.suburb',
  ])
  await assert.rejects(place(guest, cart.toPay), refusedWith('cart-incomplete'))
  await assert.rejects(place(aVisitor(open.app), aud(0)), refusedWith('cart-empty'))
})

test('a day that closed while the page was open is refused by the server', async () => {
  const guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  open.shop.clock.set('2026-11-20T17:00:00+11:00')
  await assert.rejects(place(guest, cart.toPay), refusedWith('past-cut-off'))
})

test('a silent payment service loses nothing: the order is held and paid later', async () => {
  const guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  open.stripe.faults.failNext('POST /v1/payment_intents', { times: 9, with: 500 })
  const placed = await place(guest, cart.toPay)
  assert.equal(placed.payment, undefined)
  open.stripe.faults.clear()
  const payment = await guest.call('POST /orders/:link/payment', { params: { link: placed.order.link }, body: {} })
  await pay(open.stripe, { ...placed, payment })
  await open.work()
  assert.equal((await guest.call('GET /orders/:link', { params: { link: placed.order.link } })).status, 'CONFIRMED')
})

test('a gift card that covers everything confirms at once, and its ledger says so', async () => {
  const guest = aVisitor(open.app)
  await aFilledCart(guest, { variantId: 'var_beeswax-candle-one' })
  const cart = await guest.call('PUT /cart/code', { body: { code: 'flora gift test 0001' } })
  assert.deepEqual([cart.total, cart.toPay], [aud(3400), aud(0)])
  const { order, payment } = await place(guest, cart.toPay)
  assert.deepEqual([order.status, payment], ['CONFIRMED', undefined])
  assert.deepEqual(await rows(open.shop.db, sql`select balance_minor::int as balance from gift_cards`), [
    { balance: 1600 },
  ])
  assert.deepEqual(
    await rows(open.shop.db, sql`select amount_minor::int as amount, reason from gift_card_entries order by id`),
    [
      { amount: 5000, reason: 'issued' },
      { amount: -3400, reason: 'spent' },
    ],
  )
  await open.work()
  assert.equal(open.shop.letters.length, 1)
})
