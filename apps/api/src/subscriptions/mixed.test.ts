import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aFilledCart, aud, aVisitor, openPayingShop, pay, type PayingShop } from '../../test/open-paying-shop.ts'
import { aCustomer, type Customer } from '../customers/test/a-customer.ts'
import { takeCartToAccount } from '../cart/index.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { reconcile } from '../payments/reconcile.ts'
import { beginSubscriptions } from './begin-subscriptions.ts'
import { chargeDue } from './charge-due.ts'
import { placeAll, putIn } from './test/a-mixed-cart.ts'
import { ledgerOf, sellByChoice } from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'

let open: PayingShop
let mercy: Customer
before(async () => {
  open = await openPayingShop()
  await sellByChoice(open)
})
beforeEach(async () => {
  open.shop.clock.set(opening)
  mercy = await aCustomer(open)
})
after(() => open.close())

async function ended(): Promise<void> {
  await open.work()
  await rows(open.shop.db, sql`update occurrences set next_attempt_at = null where state = 'planned'`)
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

const begunBy = (orderId: string) =>
  rows<{ id: string }>(open.shop.db, sql`select id from subscriptions where begun_by = ${orderId} order by id`)

const refused = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('a bouquet and a subscription are paid at once; it begins with the paid order, and its card pays the next delivery', async () => {
  const { visitor, email } = mercy
  const once = await aFilledCart(visitor, { email })
  const cart = await putIn(visitor)
  assert.deepEqual(
    cart.subscriptions!.map(({ perDelivery, dueNow }) => [perDelivery, dueNow]),
    [[aud(6_600), aud(6_600)]],
  )
  assert.equal(cart.toPay.minor, once.toPay.minor + 6_600)
  assert.equal(
    cart.sum.reduce((sum, { amount }) => sum + amount.minor, 0),
    cart.toPay.minor,
  )
  assert.equal(cart.keepsCard, true)
  const [paidNow, charged] = cart.subscriptions![0]!.next!
  assert.deepEqual(
    [paidNow, charged],
    [
      { day: '2026-12-03' },
      { day: '2026-12-10', lastChangeAt: '2026-12-07T05:00:00Z', chargeAt: '2026-12-07T05:00:00Z' },
    ],
  )

  const placed = await placeAll(visitor, { email })
  assert.deepEqual(
    placed.order.begins!.map(({ isGift }) => isGift),
    [false],
  )
  assert.deepEqual(await visitor.call('GET /account/subscriptions', {}), [], 'nothing begins before it is paid')
  await pay(open.stripe, placed)
  await open.work()

  const [begun] = await visitor.call('GET /account/subscriptions', {})
  assert.equal(begun!.id, placed.order.begins![0]!.subscriptionId)
  const [first, second] = begun!.occurrences
  assert.deepEqual([first!.state, first!.day, first!.orderLink], ['paid', '2026-12-03', placed.order.link])
  assert.deepEqual([second!.state, second!.day], ['planned', '2026-12-10'])
  open.shop.clock.set('2026-12-07T16:00:00+11:00')
  await chargeDue(open.shop)
  await open.work()
  assert.deepEqual(
    (await ledgerOf(open, begun!.id)).slice(0, 2).map(({ state, status }) => [state, status]),
    [
      ['paid', 'CONFIRMED'],
      ['paid', 'CONFIRMED'],
    ],
  )
  const paid = open.stripe.books().intents.map(({ amountSucceeded }) => amountSucceeded)
  assert.deepEqual(paid.slice(-2), [cart.toPay.minor, 6_600])
  assert.ok(open.shop.letters.some(({ to, subject }) => to === email && subject.startsWith('Your subscription begins')))
  await ended()
})

test('a guest fills a cart with a subscription and is told to sign in; nothing is placed, and it comes along', async () => {
  const guest = aVisitor(open.app)
  await putIn(guest)
  const cart = await guest.call('PUT /cart/buyer', { body: { name: 'A Guest', email: 'guest@example.com', phone: '' } })
  assert.equal(cart.can.place.ok, false)
  await assert.rejects(placeAll(guest, { email: 'guest@example.com' }), refused('sign-in-for-subscription'))
  const { sealingKey } = open.shop.config
  const [row] = await rows<{ hash: string }>(
    open.shop.db,
    sql`select token_hash as hash from carts where document ->> 'subscriptions' is not null and account_id is null`,
  )
  await open.shop.inTransaction((tx) =>
    takeCartToAccount(tx, {
      accountId: mercy.accountId,
      generation: 1,
      sealingKey,
      anonymousHash: row!.hash,
      now: open.shop.clock.now(),
    }),
  )
  const merged = await mercy.visitor.call('GET /cart', {})
  assert.equal(merged.subscriptions!.length, 1)
  await mercy.visitor.call('DELETE /cart/subscriptions/:subscriptionId', {
    params: { subscriptionId: merged.subscriptions![0]!.id },
  })
  assert.equal((await mercy.visitor.call('GET /cart', {})).subscriptions, undefined)
})

test('without her yes to later charges nothing is placed', async () => {
  const { visitor, email } = mercy
  await putIn(visitor)
  const cart = await visitor.call('PUT /cart/buyer', { body: { name: 'Mercy Okafor', email, phone: '' } })
  await assert.rejects(
    visitor.call('POST /checkout/orders', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { toPay: cart.toPay },
    }),
    refused('consent-needed'),
  )
})

test('what cannot begin is told in the cart, and refused', async () => {
  const { visitor, email } = mercy
  const cart = await putIn(visitor, { firstDay: '2026-12-06' })
  assert.equal(cart.subscriptions![0]!.problem!.code, 'no-run')
  await assert.rejects(placeAll(visitor, { email }), refused('no-run'))
  const { id } = cart.subscriptions![0]!
  await visitor.call('DELETE /cart/subscriptions/:subscriptionId', { params: { subscriptionId: id } })
  await putIn(visitor, { kind: 'surprise', firstDay: '2026-11-30' })
  await assert.rejects(placeAll(visitor, { email }), refused('card-needed'))
})

test('a surprise beside a bouquet costs nothing today, and begins when the bouquet is paid', async () => {
  const { visitor, email } = mercy
  const once = await aFilledCart(visitor, { email })
  const cart = await putIn(visitor, { kind: 'surprise', firstDay: '2026-11-30' })
  assert.deepEqual(cart.toPay, once.toPay)
  const placed = await placeAll(visitor, { email })
  await pay(open.stripe, placed)
  await open.work()
  const [begun] = await visitor.call('GET /account/subscriptions', {})
  assert.deepEqual([begun!.kind, begun!.occurrences[0]!.state], ['surprise', 'planned'])
  await ended()
})

test('an event that comes twice, a job that runs twice and a second look begin it once', async () => {
  const { visitor, email } = mercy
  await putIn(visitor)
  const placed = await placeAll(visitor, { email })
  open.stripe.faults.holdEvents()
  await pay(open.stripe, placed)
  open.stripe.faults.releaseEvents({ doubled: true })
  await open.work()
  await reconcile(open.shop)
  await beginSubscriptions(open.shop, placed.order.id)
  await open.work()
  assert.equal((await begunBy(placed.order.id)).length, 1)
  assert.equal(
    open.shop.letters.filter(({ to, subject }) => to === email && subject.startsWith('Your subscription begins'))
      .length,
    1,
  )
  await ended()
})

test('a card that is refused and a hold that is over begin nothing; money that comes after it begins it all the same', async () => {
  const { visitor, email } = mercy
  await putIn(visitor, { firstDay: '2026-12-10' })
  const placed = await placeAll(visitor, { email })
  assert.equal((await pay(open.stripe, placed, 'pm_card_visa_chargeDeclined')).status, 402)
  await open.work()
  assert.equal((await begunBy(placed.order.id)).length, 0)
  open.stripe.faults.holdEvents()
  await pay(open.stripe, placed)
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  open.stripe.faults.dropHeldEvents()
  assert.equal((await begunBy(placed.order.id)).length, 0)
  open.shop.clock.advance({ minutes: 10 })
  await reconcile(open.shop)
  await open.work()
  assert.equal((await begunBy(placed.order.id)).length, 1)
  await ended()
})

test('who cancels the order before its cut-off takes the subscription back, and gets all of it back', async () => {
  const { visitor, email } = mercy
  await putIn(visitor)
  const placed = await placeAll(visitor, { email })
  await pay(open.stripe, placed)
  await open.work()
  const { link } = placed.order
  await visitor.call('POST /orders/:link/cancellation', { params: { link }, body: {} })
  await open.work()
  const [begun] = await visitor.call('GET /account/subscriptions', {})
  assert.equal(begun!.state, 'cancelled')
  assert.equal((await visitor.call('GET /orders/:link', { params: { link } })).payment.state, 'refunded')
  assert.deepEqual(
    (await ledgerOf(open, begun!.id)).filter(({ state }) => state === 'planned'),
    [],
  )
  await ended()
})

test('an order that was cancelled before its subscription began never begins it', async () => {
  const { visitor, email } = mercy
  await putIn(visitor)
  const placed = await placeAll(visitor, { email })
  const { link } = placed.order
  await visitor.call('POST /orders/:link/cancellation', { params: { link }, body: {} })
  await beginSubscriptions(open.shop, placed.order.id)
  assert.equal((await begunBy(placed.order.id)).length, 0)
  await ended()
})

test('a trial is the first delivery of somebody’s first subscription, and no other', async () => {
  await rows(open.shop.db, sql`update shop set trial_discount_basis_points = 5000`)
  const { visitor, email } = mercy
  const cart = await putIn(visitor)
  assert.deepEqual([cart.subscriptions![0]!.dueNow, cart.subscriptions![0]!.perDelivery], [aud(4_200), aud(6_600)])
  const placed = await placeAll(visitor, { email })
  await pay(open.stripe, placed)
  await open.work()
  const [begun] = await visitor.call('GET /account/subscriptions', {})
  assert.deepEqual(
    begun!.occurrences.slice(0, 2).map(({ price }) => price),
    [aud(4_200), aud(6_600)],
  )
  assert.deepEqual((await putIn(visitor)).toPay, aud(6_600))
  const offers = await visitor.call('GET /subscriptions/offers', {})
  assert.deepEqual([offers.discountBasisPoints, offers.trialDiscountBasisPoints], [1_000, 5_000])
  assert.deepEqual(offers.products[0]!.isFloristsChoice, true)
  assert.deepEqual(offers.products[0]!.variants[0]!.subscriberPrice, aud(5_400))
  await rows(open.shop.db, sql`update shop set trial_discount_basis_points = 0`)
  await ended()
})
