import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  aFilledCart,
  aVisitor,
  openPayingShop,
  type PayingShop,
  place,
  placedOrder,
} from '../../test/open-paying-shop.ts'
import { password, registered } from '../identity/test/open-identity.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

test('a guest who joins keeps her cart and finds what she has ordered', async () => {
  const email = 'mercy@example.com'
  const visitor = aVisitor(open.app)
  const { order } = await placedOrder(visitor, { email })
  await visitor.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 2, postcode: '3067' } })
  const asGuest = visitor.cookies.get('cart')

  await registered({ shop: open.shop, work: open.work }, visitor, { email })
  const cart = await visitor.call('GET /cart', {})
  assert.deepEqual([cart.count, cart.buyer.name, cart.buyer.email], [2, 'Mercy Okafor', email])
  assert.notEqual(visitor.cookies.get('cart'), asGuest)
  await open.work()
  const { items } = await visitor.call('GET /account/orders', { query: {} })
  assert.deepEqual(
    items.map(({ number }) => number),
    [order.number],
  )

  // Another device of hers has a cart of its own, until she signs in there.
  const telephone = aVisitor(open.app)
  await telephone.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1, postcode: '3067' } })
  await telephone.call('POST /auth/login', { body: { email, password } })
  for (const device of [telephone, visitor]) assert.equal((await device.call('GET /cart', {})).count, 3)

  // What she orders on one is in the history of the other, and the cart is empty on both.
  const { toPay } = await aFilledCart(telephone, { email })
  const placed = await place(telephone, toPay)
  const history = await visitor.call('GET /account/orders', { query: {} })
  assert.equal(history.items.length, 2)
  assert.ok(history.items.some(({ number }) => number === placed.order.number))
  assert.equal((await visitor.call('GET /cart', {})).count, 0)
})

test('signing out leaves nothing of her in the browser, and her cart waits', async () => {
  const email = 'ada@example.com'
  const visitor = aVisitor(open.app)
  await registered({ shop: open.shop, work: open.work }, visitor, { email, name: 'Ada' })
  await visitor.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1 } })
  await visitor.call('POST /auth/logout', {})
  const after = await visitor.call('GET /cart', {})
  assert.deepEqual([after.count, after.buyer], [0, { name: '', email: '', phone: '' }])
  await visitor.call('POST /auth/login', { body: { email, password } })
  assert.equal((await visitor.call('GET /cart', {})).count, 1)
})

test('an order placed as a guest while she has an account is hers from the next sign-in on', async () => {
  const email = 'esi@example.com'
  const visitor = aVisitor(open.app)
  await registered({ shop: open.shop, work: open.work }, visitor, { email, name: 'Esi' })
  await open.work()
  const { order } = await placedOrder(aVisitor(open.app), { email })
  await open.work()
  assert.deepEqual((await visitor.call('GET /account/orders', { query: {} })).items, [])
  await aVisitor(open.app).call('POST /auth/login', { body: { email, password } })
  await open.work()
  const { items } = await visitor.call('GET /account/orders', { query: {} })
  assert.equal(items[0]?.number, order.number)
})
