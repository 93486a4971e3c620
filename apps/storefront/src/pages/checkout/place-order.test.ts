import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCart, aGift, aLine, aTrip, cartShop } from '../../../test/fixture-checkout.ts'
import { keptCart, restoreCart } from './kept-cart.ts'
import { giveUpOrder, placeOrder, unfinishedOrder } from './place-order.ts'
import { type Memory, placementIn } from './placement.ts'

function aMemory(): Memory {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const june = aTrip({
  suburb: 'Abbotsford',
  recipient: {
    name: 'June Okafor',
    phone: '0491 570 156',
    line1: '12 Nicholson Street',
    line2: '',
    suburb: 'Abbotsford',
    postcode: '3067',
  },
  cardMessage: 'Dear June',
  anonymous: true,
})
const upstairs = {
  ...june,
  id: 'dlv_upstairs',
  recipient: { ...june.recipient, name: 'Ada Wren' },
  cardMessage: '',
  anonymous: false,
} as const
const twoAtOneAddress = aCart({
  deliveries: [june, upstairs],
  lines: [
    aLine(),
    aLine({ id: 'lin_choc', variantId: 'var_chocolates', goesWith: 'lin_peonies', quantity: 2 }),
    aLine({ id: 'lin_ada', deliveryId: 'dlv_upstairs', variantId: 'var_waratah' }),
  ],
  promotion: { code: 'SPRING10', label: 'Ten per cent off' },
})
const agreed = twoAtOneAddress.toPay

test('a lost answer is asked for again with the same key and gives the same order', async () => {
  const shop = cartShop(twoAtOneAddress)
  const memory = aMemory()
  shop.failNext('POST /checkout/orders', 0, 'no-answer')
  await assert.rejects(placeOrder(shop.client, memory, { cart: twoAtOneAddress, agreed }))
  const placed = await placeOrder(shop.client, memory, { cart: twoAtOneAddress, agreed })
  assert.equal(shop.keys.length, 2)
  assert.equal(shop.keys[0], shop.keys[1])
  assert.equal(placementIn(memory)?.link, placed.order.link)
})

test('a reload after a lost answer finds the order by its key, and its cart is still known', async () => {
  const shop = cartShop(twoAtOneAddress)
  const memory = aMemory()
  shop.failNext('POST /checkout/orders', 0, 'no-answer')
  await assert.rejects(placeOrder(shop.client, memory, { cart: twoAtOneAddress, agreed }))
  const order = await unfinishedOrder(shop.client, memory, true)
  assert.equal(shop.keys[0], shop.keys[1])
  assert.deepEqual(keptCart(memory, order!.link)?.lines.length, 3)
})

test('a reload with the cart still full places nothing by itself', async () => {
  const shop = cartShop(twoAtOneAddress)
  const memory = aMemory()
  shop.failNext('POST /checkout/orders', 503, 'busy')
  await assert.rejects(placeOrder(shop.client, memory, { cart: twoAtOneAddress, agreed }))
  assert.equal(await unfinishedOrder(shop.client, memory, false), undefined)
  assert.equal(shop.keys.length, 0)
})

test('a key that the shop has seen with another cart is replaced once, and only then', async () => {
  const shop = cartShop(twoAtOneAddress)
  const memory = aMemory()
  shop.failNext('POST /checkout/orders', 409, 'placement-key-used')
  await placeOrder(shop.client, memory, { cart: twoAtOneAddress, agreed })
  assert.equal(shop.asked.filter((line) => line === 'POST /checkout/orders').length, 2)
  shop.failNext('POST /checkout/orders', 409, 'price-changed')
  await assert.rejects(placeOrder(shop.client, aMemory(), { cart: twoAtOneAddress, agreed }), /price-changed/)
  assert.equal(shop.asked.filter((line) => line === 'POST /checkout/orders').length, 3)
})

test('an order given up puts everything back as it was: lines, add-ons, people, words and the code', async () => {
  const shop = cartShop(twoAtOneAddress)
  const memory = aMemory()
  const { order } = await placeOrder(shop.client, memory, { cart: twoAtOneAddress, agreed })
  assert.equal(shop.cart().lines.length, 0)
  const cart = await giveUpOrder(shop.client, memory, order)
  assert.deepEqual(
    cart.lines.map(({ variantId, quantity }) => [variantId, quantity]),
    [
      ['var_peonies-medium', 1],
      ['var_chocolates', 2],
      ['var_waratah', 1],
    ],
  )
  assert.equal(cart.lines[1]!.goesWith, cart.lines[0]!.id)
  assert.deepEqual(
    cart.deliveries.map(({ recipient, cardMessage, anonymous, day }) => [recipient.name, cardMessage, anonymous, day]),
    [
      ['June Okafor', 'Dear June', true, '2026-11-21'],
      ['Ada Wren', '', false, '2026-11-21'],
    ],
  )
  assert.equal(cart.promotion?.code, 'SPRING10')
  assert.equal(placementIn(memory), undefined)
})

test('two people at one address on one morning stay two deliveries', async () => {
  const shop = cartShop(aCart({ lines: [], deliveries: [] }))
  const cart = await restoreCart(shop.client, twoAtOneAddress)
  assert.equal(cart.deliveries.length, 2)
  assert.equal(
    cart.lines.find(({ variantId }) => variantId === 'var_waratah')?.deliveryId,
    cart.deliveries.find(({ recipient }) => recipient.name === 'Ada Wren')?.id,
  )
})

test('a code that has run out meanwhile does not stop the rest from coming back', async () => {
  const shop = cartShop(aCart({ lines: [], deliveries: [] }))
  shop.failNext('PUT /cart/code', 409, 'promotion-not-valid')
  assert.equal((await restoreCart(shop.client, twoAtOneAddress)).lines.length, 3)
})

test('subscriptions of an order given up come back too, as they were said', async () => {
  const shop = cartShop(aCart({ lines: [], deliveries: [], subscriptions: [aGift] }))
  const memory = aMemory()
  const { order } = await placeOrder(shop.client, memory, { cart: shop.cart(), agreed })
  assert.equal(shop.cart().subscriptions?.length, 0)
  const [again] = (await giveUpOrder(shop.client, memory, order)).subscriptions ?? []
  const { firstDay, gift, plan, variantId, quantity } = again!
  assert.deepEqual(
    { firstDay, gift, plan, variantId, quantity },
    { firstDay: '2026-12-03', gift: { deliveries: 3 }, plan: aGift.plan, variantId: aGift.variantId, quantity: 1 },
  )
})

test('her yes to later charges goes along, a retry included, and never where nobody asked for it', async () => {
  const keeps = aCart({ keepsCard: true })
  const shop = cartShop(keeps)
  const memory = aMemory()
  shop.failNext('POST /checkout/orders', 0, 'no-answer')
  await assert.rejects(placeOrder(shop.client, memory, { cart: keeps, agreed, mayCharge: true }))
  await unfinishedOrder(shop.client, memory, true)
  assert.deepEqual(shop.consents, [true, true])
  const plain = cartShop(aCart())
  await placeOrder(plain.client, aMemory(), { cart: plain.cart(), agreed, mayCharge: true })
  assert.deepEqual(plain.consents, [undefined])
})
