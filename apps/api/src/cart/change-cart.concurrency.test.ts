import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Cart } from '@flora/contract/cart.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import {
  aFilledCart,
  aVisitor,
  openPayingShop,
  type PayingShop,
  place,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
before(async () => {
  if (!skip) open = await openPayingShop({ on: 'server' })
})
after(() => open?.close())

/** Another tab of the same browser. */
function tabOf(visitor: Visitor): Visitor {
  const tab = aVisitor(open.app)
  for (const [name, value] of visitor.cookies) tab.cookies.set(name, value)
  return tab
}

const addOne = (visitor: Visitor): Promise<Cart> =>
  visitor.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1 } })

test('twenty changes of one cart at once are all kept, and counted', { skip }, async () => {
  const visitor = aVisitor(open.app)
  const first = await addOne(visitor)
  const answers = await Promise.all(Array.from({ length: 20 }, () => addOne(tabOf(visitor))))
  const cart = await visitor.call('GET /cart', {})
  assert.deepEqual([first.version, cart.version, cart.count], [1, 21, 21])
  assert.deepEqual(
    answers.map(({ version }) => version).toSorted((a, b) => a - b),
    Array.from({ length: 20 }, (_, index) => index + 2),
  )
})

test('changes of different parts at once do not undo each other', { skip }, async () => {
  const visitor = aVisitor(open.app)
  const { deliveries, lines } = await aFilledCart(visitor)
  const deliveryId = deliveries[0]!.id
  await Promise.all([
    tabOf(visitor).call('PATCH /cart/deliveries/:deliveryId', {
      params: { deliveryId },
      body: { cardMessage: 'From one tab' },
    }),
    tabOf(visitor).call('PATCH /cart/deliveries/:deliveryId', {
      params: { deliveryId },
      body: { instructions: 'From another' },
    }),
    tabOf(visitor).call('PUT /cart/buyer', { body: { name: 'Mercy', email: 'third@example.com', phone: '' } }),
    tabOf(visitor).call('PATCH /cart/lines/:lineId', { params: { lineId: lines[0]!.id }, body: { quantity: 3 } }),
    tabOf(visitor).call('PUT /cart/code', { body: { code: 'SPRING10' } }),
    tabOf(visitor).call('PUT /cart/code', { body: { code: 'FLORA-GIFT-TEST-0001' } }),
  ])
  const cart = await visitor.call('GET /cart', {})
  const [delivery] = cart.deliveries
  assert.deepEqual(
    [
      delivery?.cardMessage,
      delivery?.instructions,
      cart.buyer.email,
      cart.count,
      cart.promotion?.code,
      cart.giftCard?.ending,
    ],
    ['From one tab', 'From another', 'third@example.com', 3, 'SPRING10', '0001'],
  )
})

test('two tabs that begin the same cart at once begin one, with what both put in', { skip }, async () => {
  for (let times = 0; times < 5; times += 1) {
    const visitor = aVisitor(open.app)
    // A cookie that outlived its cart: the shop knows nothing of it any more.
    visitor.cookies.set('cart', crypto.randomUUID().replaceAll('-', ''))
    await Promise.all(Array.from({ length: 8 }, () => addOne(tabOf(visitor))))
    const cart = await visitor.call('GET /cart', {})
    assert.deepEqual([cart.count, cart.version], [8, 8])
  }
})

test('a change that comes while the cart is placed is either in the order or still in the cart', { skip }, async () => {
  await rows(open.shop.db, sql`update stock_items set on_hand = taken + 1000`)
  await rows(open.shop.db, sql`update delivery_places set capacity = taken + 1000`)
  for (let times = 0; times < 6; times += 1) {
    const visitor = aVisitor(open.app)
    const { toPay } = await aFilledCart(visitor)
    const [placed, changed] = await Promise.allSettled([place(tabOf(visitor), toPay), addOne(tabOf(visitor))])
    assert.equal(changed.status, 'fulfilled')
    const left = (await visitor.call('GET /cart', {})).count
    if (placed.status === 'fulfilled') assert.deepEqual([placed.value.order.lines[0]?.quantity, left], [1, 1])
    else assert.equal(left, 2, 'the price changed under the buyer, who is told')
  }
})
