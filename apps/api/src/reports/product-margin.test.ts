import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { marginOf } from './product-margin.ts'

const aud = (minor: number) => money(minor, 'AUD')
const sold = { total: aud(11_000), gst: aud(1_000) }
const tied = { productId: 'prd_coral-charm', cost: 2_500, withoutRecipe: 0, sizes: 2, uncosted: [] }

test('what is left of a sale is without its GST and its stems', () => {
  assert.deepEqual(marginOf(sold, tied), { ok: true, stems: aud(2_500), left: aud(7_500), basisPoints: 7_500 })
  assert.deepEqual(marginOf(sold, { ...tied, cost: 12_000 }), {
    ok: true,
    stems: aud(12_000),
    left: aud(-2_000),
    basisPoints: -2_000,
  })
  // Given away: there is no part of nothing.
  assert.deepEqual(marginOf({ total: aud(0), gst: aud(0) }, tied), { ok: true, stems: aud(2_500), left: aud(-2_500) })
})

test('where a stem has no cost there is no number, and the stem is named', () => {
  const because = (uncosted: string[][], parts: Partial<typeof tied> = {}) => {
    const margin = marginOf(sold, { ...tied, ...parts, uncosted: uncosted as never[] })
    return margin.ok ? undefined : margin.because
  }
  assert.equal(because([['Rose']]), 'No cost is written down for Rose.')
  assert.equal(because([['Rose', 'Tulip'], ['Rose']]), 'No cost is written down for Rose and Tulip.')
  assert.equal(
    because([['Rose', 'Tulip', 'Iris', 'Lily']]),
    'No cost is written down for Rose, Tulip and 2 other stems.',
  )
  assert.equal(because([], { withoutRecipe: 1 }), 'A size of it has no recipe.')
  assert.equal(because([], { withoutRecipe: 2 }), 'It is not tied from stems.')
})

test('what was only paid ahead has no stems yet', () => {
  assert.deepEqual(marginOf(sold, undefined), { ok: false, because: 'None of it was tied in these days.' })
})
