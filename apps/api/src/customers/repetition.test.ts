import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineId, VariantId } from '@flora/contract/ids.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { RepeatableOrder } from './order-queries.ts'
import { repeatOrder, withoutRoom } from './repetition.ts'

const june: RepeatableOrder['deliveries'][number] = {
  id: 'dlv_june',
  name: 'June Okafor',
  phone: '',
  line1: '12 Nicholson Street',
  line2: '',
  suburb: 'Abbotsford',
  postcode: '3067',
  instructions: 'Side lane',
  anonymous: true,
  substitution: 'refund',
}

function aPastLine(
  key: string,
  parts: Partial<RepeatableOrder['lines'][number]> = {},
): RepeatableOrder['lines'][number] {
  return {
    id: `lin_${key}`,
    deliveryId: 'dlv_june',
    goesWith: null,
    variantId: `var_${key}`,
    name: key,
    variantName: 'Small',
    quantity: 2,
    ...parts,
  }
}

function forSale(parts: Partial<VariantForSale> = {}): VariantForSale {
  return { isForSale: true, soldOut: false, price: { minor: 6_900, currency: 'AUD' }, ...parts } as VariantForSale
}

const order: RepeatableOrder = {
  deliveries: [june],
  lines: [aPastLine('peony'), aPastLine('candle', { goesWith: 'lin_peony', quantity: 1 })],
}

test('what is for sale is had again at today’s price, for the same person, with no day', () => {
  const { deliveries, leftOut } = repeatOrder(
    order,
    new Map<VariantId, VariantForSale>([
      ['var_peony', forSale()],
      ['var_candle', forSale()],
    ]),
  )
  const price = { minor: 6_900, currency: 'AUD' }
  assert.deepEqual(deliveries, [
    {
      postcode: '3067',
      suburb: 'Abbotsford',
      recipient: { name: 'June Okafor', phone: '', line1: '12 Nicholson Street', line2: '' },
      instructions: 'Side lane',
      anonymous: true,
      substitution: 'refund',
      lines: [
        { id: 'lin_peony', variantId: 'var_peony', quantity: 2, seen: price },
        { id: 'lin_candle', goesWith: 'lin_peony', variantId: 'var_candle', quantity: 1, seen: price },
      ],
    },
  ])
  assert.deepEqual(leftOut, [])
})

const reasons: [what: string, peony: VariantForSale | undefined, because: RegExp[]][] = [
  ['a size the shop no longer has', undefined, [/left the shelf/, /went with peony/]],
  ['one that is off the shelf', forSale({ isForSale: false }), [/left the shelf/, /went with peony/]],
  ['one that has sold out', forSale({ soldOut: true, pieces: 0 }), [/sold out/, /went with peony/]],
  ['one of which fewer are left', forSale({ pieces: 1 }), [/Only 1 of peony/]],
]
for (const [what, peony, because] of reasons) {
  test(`${what} is told with its reason, and what went with it`, () => {
    const variants = new Map<VariantId, VariantForSale>([['var_candle', forSale()]])
    if (peony) variants.set('var_peony', peony)
    const { leftOut } = repeatOrder(order, variants)
    assert.equal(leftOut.length, because.length)
    for (const [index, words] of because.entries()) assert.match(leftOut[index]!.because, words)
  })
}

test('lines for which the cart had no room are told as they were sold', () => {
  const told = withoutRoom(order, ['lin_candle' as LineId])
  assert.deepEqual(
    told.map(({ name, quantity }) => [name, quantity]),
    [['candle', 1]],
  )
  assert.match(told[0]!.because, /yours is full/)
})
