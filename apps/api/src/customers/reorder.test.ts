import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { aVisitor, openPayingShop, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aCustomer } from './test/a-customer.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
  await rows(open.shop.db, sql`update stock_items set on_hand = 1000`)
})
after(() => open.close())

test('an order comes into the cart again: same things, same person, no day and a card to be written anew', async () => {
  const { visitor } = await aCustomer(open)
  const { order } = await placedOrder(visitor, { quantity: 3 })
  const { cart, leftOut } = await visitor.call('POST /account/orders/:link/reorder', {
    params: { link: order.link },
    body: {},
  })
  const [delivery] = cart.deliveries
  assert.deepEqual([leftOut, cart.count, cart.lines[0]?.variantId], [[], 3, 'var_peace-lily-one'])
  assert.deepEqual(
    [delivery?.recipient, delivery?.day, delivery?.window, delivery?.cardMessage, delivery?.missing],
    [order.deliveries[0]!.recipient, undefined, undefined, '', ['day', 'windowId']],
  )
  assert.notEqual(delivery?.id, order.deliveries[0]!.id)
  assert.deepEqual(await visitor.call('GET /cart', {}), cart)
})

test('an order that came again can be placed again', async () => {
  const { visitor } = await aCustomer(open)
  const { order } = await placedOrder(visitor)
  const { cart } = await visitor.call('POST /account/orders/:link/reorder', { params: { link: order.link }, body: {} })
  const deliveryId = cart.deliveries[0]!.id
  const { toPay, can } = await visitor.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId },
    body: { day: '2026-11-23', windowId: 'win_inner-morning' },
  })
  assert.deepEqual(can.place, { ok: true })
  const again = await visitor.call('POST /checkout/orders', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { toPay },
  })
  assert.equal((await visitor.call('GET /account/orders', { query: {} })).items.length, 2)
  assert.notEqual(again.order.id, order.id)
})

test('what the browser had in its cart stays in it, and pressing twice is once', async () => {
  const { visitor } = await aCustomer(open)
  const { order } = await placedOrder(visitor)
  await visitor.call('POST /cart/lines', {
    body: { variantId: 'var_coral-charm-small', quantity: 2, postcode: '3065' },
  })
  const ask = () => visitor.call('POST /account/orders/:link/reorder', { params: { link: order.link }, body: {} })
  const { cart } = await ask()
  assert.deepEqual([cart.count, cart.deliveries.length, (await ask()).cart.count], [3, 2, 3])
})

test('a browser whose cart was not her own brings it along, and has her own from then on', async () => {
  const { visitor } = await aCustomer(open)
  const { order } = await placedOrder(visitor)
  const own = visitor.cookies.get('cart')!
  visitor.cookies.delete('cart')
  await visitor.call('POST /cart/lines', { body: { variantId: 'var_coral-charm-small', quantity: 1 } })
  assert.notEqual(visitor.cookies.get('cart'), own)
  const { cart } = await visitor.call('POST /account/orders/:link/reorder', { params: { link: order.link }, body: {} })
  assert.deepEqual([cart.count, visitor.cookies.get('cart')], [2, own])
})

test('what is gone from the shelf is told, and nothing of it is in the cart', async () => {
  const { visitor } = await aCustomer(open)
  const { order } = await placedOrder(visitor)
  await rows(open.shop.db, sql`update products set status = 'archived' where slug = 'peace-lily'`)
  try {
    const { cart, leftOut } = await visitor.call('POST /account/orders/:link/reorder', {
      params: { link: order.link },
      body: {},
    })
    assert.deepEqual([cart.count, cart.deliveries], [0, []])
    assert.deepEqual(leftOut, [
      { name: 'Peace lily', variantName: 'One size', quantity: 1, because: 'Peace lily has left the shelf.' },
    ])
  } finally {
    await rows(open.shop.db, sql`update products set status = 'live' where slug = 'peace-lily'`)
  }
})

test('a guest’s order is not re-ordered by whoever holds its link', async () => {
  const { visitor } = await aCustomer(open)
  const { order } = await placedOrder(aVisitor(open.app))
  await assert.rejects(
    visitor.call('POST /account/orders/:link/reorder', { params: { link: order.link }, body: {} }),
    (error) => error instanceof ApiProblem && error.problem.code === 'order-not-found',
  )
  assert.equal((await visitor.call('GET /cart', {})).count, 0)
})
