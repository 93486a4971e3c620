import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cartLimits } from '@flora/contract/cart.ts'
import { daysAfter } from '@flora/calendar/shop-day.ts'
import { money } from '@flora/money/money.ts'
import {
  addLine,
  type CartChange,
  type CartDocument,
  changeDelivery,
  changeLine,
  emptyCart,
  removeLine,
} from './cart.ts'

const seen = money(9500, 'AUD')
const peonies = { variantId: 'var_peonies', quantity: 1, seen, addOns: [] } as const
const vase = { variantId: 'var_vase', quantity: 1, seen } as const

function changed(change: CartChange): CartDocument {
  assert.equal(change.kind, 'changed')
  return (change as CartChange & { kind: 'changed' }).document
}

const withPeonies = changed(addLine(emptyCart, { ...peonies, addOns: [vase], postcode: '3067', day: '2026-11-21' }))

test('puts an add-on beside what it goes with', () => {
  const [main, addOn] = withPeonies.lines
  assert.equal(addOn?.goesWith, main?.id)
  assert.equal(addOn?.deliveryId, main?.deliveryId)
})

test('the same product for the same trip is more of it, not another line', () => {
  const cart = changed(
    addLine(withPeonies, { ...peonies, quantity: 2, addOns: [vase], postcode: '3067', day: '2026-11-21' }),
  )
  assert.deepEqual(
    cart.lines.map(({ quantity }) => quantity),
    [3, 2],
  )
  assert.equal(cart.deliveries.length, 1)
})

test('another day is another delivery', () => {
  const cart = changed(addLine(withPeonies, { ...peonies, postcode: '3067', day: '2026-11-26' }))
  assert.deepEqual(
    cart.deliveries.map(({ day }) => day),
    ['2026-11-21', '2026-11-26'],
  )
})

test('a product without a day joins the delivery that is there', () => {
  const cart = changed(addLine(withPeonies, { ...peonies, variantId: 'var_waratah' }))
  assert.equal(cart.deliveries.length, 1)
})

test('never holds more of one thing than the limit', () => {
  const cart = changed(addLine(withPeonies, { ...peonies, quantity: cartLimits.quantity }))
  assert.equal(cart.lines[0]?.quantity, cartLimits.quantity)
})

test('moving a line takes its add-ons along and leaves no empty delivery', () => {
  const line = withPeonies.lines[0]!
  const cart = changed(changeLine(withPeonies, line.id, { deliveryId: 'new' }))
  assert.equal(cart.deliveries.length, 1)
  assert.notEqual(cart.deliveries[0]?.id, line.deliveryId)
  assert.equal(cart.deliveries[0]?.day, '2026-11-21')
  assert.ok(cart.lines.every(({ deliveryId }) => deliveryId === cart.deliveries[0]?.id))
})

test('a new recipient’s delivery begins without the first one’s words', () => {
  const spoken = changed(
    changeDelivery(withPeonies, withPeonies.deliveries[0]!.id, {
      cardMessage: 'Dear June',
      recipient: { name: 'June' },
    }),
  )
  const cart = changed(changeLine(spoken, spoken.lines[0]!.id, { deliveryId: 'new' }))
  assert.deepEqual([cart.deliveries[0]?.cardMessage, cart.deliveries[0]?.recipient.name], ['', ''])
})

test('removing a line removes its add-ons, and removing it twice is no mistake', () => {
  const once = changed(removeLine(withPeonies, withPeonies.lines[0]!.id))
  assert.deepEqual([once.lines, once.deliveries], [[], []])
  assert.deepEqual(changed(removeLine(once, withPeonies.lines[0]!.id)), once)
})

test('remembers what was typed, keeps the rest, and takes back what is null', () => {
  const { id } = withPeonies.deliveries[0]!
  const typed = changed(
    changeDelivery(withPeonies, id, {
      recipient: { name: 'June', postcode: '3011', suburb: 'Footscray' },
      windowId: 'win_a',
      anonymous: true,
    }),
  )
  const later = changed(
    changeDelivery(typed, id, { day: null, windowId: null, recipient: { line1: '12 Nicholson Street' } }),
  )
  const [delivery] = later.deliveries
  assert.deepEqual(
    [
      delivery?.postcode,
      delivery?.suburb,
      delivery?.day,
      delivery?.windowId,
      delivery?.recipient.name,
      delivery?.recipient.line1,
      delivery?.anonymous,
    ],
    ['3011', 'Footscray', undefined, undefined, 'June', '12 Nicholson Street', true],
  )
})

test('refuses what is not there', () => {
  assert.deepEqual(changeLine(withPeonies, 'lin_none', { quantity: 2 }), { kind: 'refused', because: 'line-not-found' })
  assert.deepEqual(changeDelivery(withPeonies, 'dlv_none', {}), { kind: 'refused', because: 'delivery-not-found' })
  assert.deepEqual(addLine(emptyCart, { ...peonies, deliveryId: 'dlv_none' }), {
    kind: 'refused',
    because: 'delivery-not-found',
  })
})

test('refuses one delivery too many', () => {
  let cart = emptyCart
  for (let day = 1; day <= cartLimits.deliveries; day += 1)
    cart = changed(addLine(cart, { ...peonies, day: daysAfter('2026-12-01', day) }))
  assert.deepEqual(addLine(cart, { ...peonies, day: '2026-12-20' }), { kind: 'refused', because: 'cart-full' })
})
