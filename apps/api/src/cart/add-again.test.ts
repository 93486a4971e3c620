import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cartLimits } from '@flora/contract/cart.ts'
import type { LineId } from '@flora/contract/ids.ts'
import { addAgain, type DeliveryAgain } from './add-again.ts'
import { addLine, changeDelivery, type CartDocument, emptyCart } from './cart.ts'

const seen = { minor: 4_800, currency: 'AUD' } as const
const june: DeliveryAgain = {
  postcode: '3067',
  suburb: 'Abbotsford',
  recipient: { name: 'June', phone: '', line1: '12 Nicholson Street', line2: '' },
  instructions: 'Side lane',
  anonymous: false,
  substitution: 'ask-me',
  lines: [
    { id: 'lin_old', variantId: 'var_lily', quantity: 2, seen },
    { id: 'lin_old2', goesWith: 'lin_old', variantId: 'var_candle', quantity: 1, seen },
  ],
}

test('a past delivery comes into the cart as one of its own, with new ids, no day and an empty card', () => {
  const { document, full } = addAgain(emptyCart, [june])
  const [delivery] = document.deliveries
  const [main, addOn] = document.lines
  assert.deepEqual(
    [delivery?.recipient, delivery?.day, delivery?.windowId, delivery?.cardMessage],
    [june.recipient, undefined, undefined, ''],
  )
  assert.deepEqual([main?.deliveryId, addOn?.goesWith, full], [delivery!.id, main!.id, []])
  assert.ok(!['lin_old', 'lin_old2'].includes(main!.id))
})

test('pressed twice it is there once; once she has changed it, again', () => {
  const once = addAgain(emptyCart, [june]).document
  assert.equal(addAgain(once, [june]).document, once)
  const changed = changeDelivery(once, once.deliveries[0]!.id, { day: '2026-11-21' })
  assert.equal(changed.kind, 'changed')
  const again = addAgain((changed as { document: CartDocument }).document, [june]).document
  assert.equal(again.deliveries.length, 2)
})

test('a full cart takes as much as it holds and says what it did not take', () => {
  let cart = emptyCart
  for (let postcode = 3001; postcode < 3000 + cartLimits.deliveries; postcode += 1) {
    const change = addLine(cart, { variantId: 'var_lily', quantity: 1, seen, addOns: [], postcode: String(postcode) })
    assert.equal(change.kind, 'changed')
    cart = (change as { document: CartDocument }).document
  }
  const other: DeliveryAgain = { ...june, postcode: '3065', lines: [{ ...june.lines[0]!, id: 'lin_other' }] }
  const { document, full } = addAgain(cart, [june, other])
  assert.deepEqual([document.deliveries.length, full], [cartLimits.deliveries, ['lin_other']])
})

test('lines beyond the limit are told with what goes with them', () => {
  const many = Array.from({ length: cartLimits.lines - 1 }, (_, index) => ({
    id: `lin_${index}` as LineId,
    variantId: 'var_lily' as const,
    quantity: 1,
    seen,
  }))
  const { document, full } = addAgain(emptyCart, [{ ...june, lines: [...many, ...june.lines] }])
  assert.deepEqual([document.lines.length, full], [cartLimits.lines, ['lin_old2']])
})
