import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCart, aLine, aTrip, cartShop } from '../../../test/fixture-checkout.ts'
import { putBack } from './put-back.ts'

const named = aTrip({
  recipient: { name: 'June Okafor', phone: '', line1: '12 Nicholson Street', line2: '', suburb: '', postcode: '3067' },
  cardMessage: 'Dear June',
})
const chocolates = aLine({ id: 'lin_choc', variantId: 'var_chocolates', goesWith: 'lin_peonies', quantity: 2 })

test('undoing the removal of a delivery’s last line makes the delivery again as it was typed', async () => {
  const before = aCart({ deliveries: [named], lines: [aLine(), chocolates] })
  const shop = cartShop(before)
  await shop.client.call('DELETE /cart/lines/:lineId', { params: { lineId: 'lin_peonies' } })
  assert.equal(shop.cart().deliveries.length, 0)
  const back = await putBack(shop.client, before.lines[0]!, before)
  assert.deepEqual(
    back.lines.map(({ variantId, quantity }) => [variantId, quantity]),
    [
      ['var_peonies-medium', 1],
      ['var_chocolates', 2],
    ],
  )
  assert.deepEqual(
    back.deliveries.map(({ recipient, cardMessage, day }) => [recipient.name, cardMessage, day]),
    [['June Okafor', 'Dear June', '2026-11-21']],
  )
})

test('undoing the removal of one of several lines puts it back into its delivery', async () => {
  const before = aCart({ deliveries: [named], lines: [aLine(), aLine({ id: 'lin_two', variantId: 'var_waratah' })] })
  const shop = cartShop(before)
  await shop.client.call('DELETE /cart/lines/:lineId', { params: { lineId: 'lin_peonies' } })
  const back = await putBack(shop.client, before.lines[0]!, before)
  assert.equal(back.deliveries.length, 1)
  assert.equal(back.deliveries[0]!.recipient.name, 'June Okafor')
  assert.deepEqual(
    back.lines.map(({ variantId }) => variantId),
    ['var_waratah', 'var_peonies-medium'],
  )
})
