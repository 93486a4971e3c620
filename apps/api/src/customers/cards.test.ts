import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { customerLimits } from '@flora/contract/customers.ts'
import {
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  placedOrder,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { findStripeCustomer } from './queries.ts'
import { aCustomer } from './test/a-customer.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
  await rows(open.shop.db, sql`update stock_items set on_hand = 1000`)
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

/** Gives a card to Stripe as the browser does. */
async function keepCard(visitor: Visitor, card = 'pm_card_visa'): Promise<void> {
  const { clientSecret } = await visitor.call('POST /account/cards/setup', { body: {} })
  const [intentId] = clientSecret.split('_secret_')
  const reply = await fetch(`${open.stripe.url}/v1/setup_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${open.stripe.publishableKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }),
  })
  assert.equal(reply.status, 200, await reply.text())
}

test('somebody without cards is no customer at Stripe, until she wants to keep one', async () => {
  const { visitor, accountId } = await aCustomer(open)
  assert.deepEqual(await visitor.call('GET /account/cards', {}), [])
  assert.equal(await findStripeCustomer(open.shop.db, accountId), undefined)
  const { payments } = await visitor.call('POST /account/cards/setup', { body: {} })
  assert.deepEqual(payments, (await visitor.call('GET /shop', {})).payments)
  const customerId = (await findStripeCustomer(open.shop.db, accountId))!
  const customer = await open.shop.stripe.customers.retrieve(customerId)
  assert.ok(!customer.deleted)
  assert.deepEqual(
    [customer.metadata, customer.email, customer.name],
    [{ account: accountId }, null, null],
    'Stripe is told no more than it needs',
  )
})

test('cards are kept, one is chosen, one is let go', async () => {
  const { visitor } = await aCustomer(open)
  await keepCard(visitor)
  open.shop.clock.advance({ minutes: 1 })
  await keepCard(visitor, 'pm_card_mastercard')
  const [newest, first] = await visitor.call('GET /account/cards', {})
  assert.deepEqual(
    [newest, first].map((card) => [card?.brand, card?.last4, card?.isDefault]),
    [
      ['Mastercard', '4444', true],
      ['Visa', '4242', false],
    ],
  )
  assert.deepEqual(newest?.expiry, { month: 12, year: 2027 })
  const chosen = await visitor.call('PUT /account/cards/:cardId/default', { params: { cardId: first!.id } })
  assert.deepEqual(
    chosen.map(({ brand, isDefault }) => [brand, isDefault]),
    [
      ['Visa', true],
      ['Mastercard', false],
    ],
  )
  const left = await visitor.call('DELETE /account/cards/:cardId', { params: { cardId: first!.id } })
  assert.deepEqual(
    left.map(({ brand, isDefault }) => [brand, isDefault]),
    [['Mastercard', true]],
  )
  await assert.rejects(
    visitor.call('DELETE /account/cards/:cardId', { params: { cardId: first!.id } }),
    isProblem('card-not-found'),
  )
})

test('two requests at once make one customer', async () => {
  const { visitor } = await aCustomer(open)
  const made = () => open.shop.stripe.customers.list({ limit: 100 }).then(({ data }) => data.length)
  const before = await made()
  await Promise.all([1, 2, 3].map(() => visitor.call('POST /account/cards/setup', { body: {} })))
  assert.equal(await made(), before + 1)
})

test('a process that died before its note finds the same customer', async () => {
  const { visitor, accountId } = await aCustomer(open)
  await keepCard(visitor)
  await rows(open.shop.db, sql`update customers set stripe_customer_id = null where account_id = ${accountId}`)
  assert.deepEqual(await visitor.call('GET /account/cards', {}), [])
  await visitor.call('POST /account/cards/setup', { body: {} })
  assert.equal((await visitor.call('GET /account/cards', {})).length, 1)
})

test('a customer who was deleted at Stripe has no cards, and is made anew', async () => {
  const { visitor, accountId } = await aCustomer(open)
  await keepCard(visitor)
  await open.shop.stripe.customers.del((await findStripeCustomer(open.shop.db, accountId))!)
  assert.deepEqual(await visitor.call('GET /account/cards', {}), [])
  await keepCard(visitor)
  assert.equal((await visitor.call('GET /account/cards', {})).length, 1)
})

test('an account keeps so many cards and no more', async () => {
  const { visitor, accountId } = await aCustomer(open)
  await visitor.call('POST /account/cards/setup', { body: {} })
  const customer = (await findStripeCustomer(open.shop.db, accountId))!
  for (let kept = 0; kept < customerLimits.cards; kept += 1)
    await open.shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
  await assert.rejects(visitor.call('POST /account/cards/setup', { body: {} }), isProblem('too-many-cards'))
})

test('a silent Stripe is told as such, and nothing is taken for gone', async () => {
  const { visitor, accountId } = await aCustomer(open)
  await keepCard(visitor)
  const known = await findStripeCustomer(open.shop.db, accountId)
  open.stripe.faults.failNext('GET /v1/customers/:id', { times: 3, with: 500 })
  await assert.rejects(visitor.call('POST /account/cards/setup', { body: {} }), isProblem('payment-service-silent'))
  assert.equal(await findStripeCustomer(open.shop.db, accountId), known)
  open.stripe.faults.clear()
  assert.equal((await visitor.call('GET /account/cards', {})).length, 1)
})

test('an order is paid with a kept card, which only its owner is offered', async () => {
  const { visitor } = await aCustomer(open)
  await keepCard(visitor)
  const placed = await placedOrder(visitor)
  const params = { link: placed.order.link }
  const stranger = (await aCustomer(open)).visitor
  await assert.rejects(
    stranger.call('POST /account/orders/:link/cards', { params, body: {} }),
    isProblem('order-not-found'),
  )
  const before = await pay(open.stripe, placed, (await visitor.call('GET /account/cards', {}))[0]!.id)
  assert.equal(before.status, 400, 'Stripe takes no kept card for an intent that is nobody’s')

  const [card] = await visitor.call('POST /account/orders/:link/cards', { params, body: {} })
  assert.deepEqual(await visitor.call('POST /account/orders/:link/cards', { params, body: {} }), [card])
  assert.equal((await pay(open.stripe, placed, card!.id)).status, 200)
  await open.work()
  const paid = await visitor.call('GET /orders/:link', { params })
  assert.deepEqual([paid.status, paid.payment.method], ['CONFIRMED', 'Visa ending 4242'])
  await assert.rejects(
    visitor.call('POST /account/orders/:link/cards', { params, body: {} }),
    isProblem('order-not-payable'),
  )
})

test('whoever has no cards is offered none, and her order’s intent stays nobody’s', async () => {
  const { visitor } = await aCustomer(open)
  const placed = await placedOrder(visitor)
  assert.deepEqual(
    await visitor.call('POST /account/orders/:link/cards', { params: { link: placed.order.link }, body: {} }),
    [],
  )
  const intent = await open.shop.stripe.paymentIntents.retrieve(placed.payment!.clientSecret.split('_secret_')[0]!)
  assert.equal(intent.customer, null)
})

test('a guest’s order is offered no cards, though she holds its link', async () => {
  const { visitor } = await aCustomer(open)
  await keepCard(visitor)
  const { order } = await placedOrder(aVisitor(open.app))
  await assert.rejects(
    visitor.call('POST /account/orders/:link/cards', { params: { link: order.link }, body: {} }),
    isProblem('order-not-found'),
  )
})
