import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VariantId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import type { VariantForSale } from '../catalog/index.ts'
import { type Line, needsOf } from './needs.ts'

const rose: VariantForSale = {
  variantId: 'var_rose',
  productId: 'prd_rose',
  slug: 'rose',
  productName: 'Rose',
  variantName: 'Small',
  kind: 'bouquet',
  tint: 'blush',
  picture: { id: 'rose-one', alt: '' },
  price: money(6_500, 'AUD'),
  benchMinutes: 10,
  leadDays: 1,
  seasonMonths: [10, 11],
  stockBy: 'stems',
  recipe: [
    { itemId: 'stm_rose', quantity: 6 },
    { itemId: 'stm_gum', quantity: 2 },
  ],
  isForSale: true,
  soldOut: false,
}
const { seasonMonths: _, ...allYear } = rose
const variants = new Map<VariantId, VariantForSale>([
  ['var_rose', rose],
  [
    'var_gum',
    { ...allYear, variantId: 'var_gum', leadDays: 3, benchMinutes: 4, recipe: [{ itemId: 'stm_gum', quantity: 10 }] },
  ],
  ['var_vase', { ...allYear, variantId: 'var_vase', stockBy: 'variant', benchMinutes: 0, leadDays: 0 }],
  ['var_card', { ...allYear, variantId: 'var_card', stockBy: 'nothing', benchMinutes: 0, leadDays: 0 }],
  ['var_gone', { ...rose, variantId: 'var_gone', isForSale: false }],
])
const left = new Map([
  ['stm_rose', 12],
  ['stm_gum', 12],
  ['var_vase', 1],
])
const line = (variantId: VariantId, quantity: number): Line => ({ variantId, quantity })

test('a cart needs the longest lead, the shared season, and every minute', () => {
  assert.deepEqual(needsOf([line('var_rose', 1), line('var_gum', 1), line('var_vase', 1)], variants, left), {
    leadDays: 3,
    season: [10, 11],
    benchMinutes: 14,
    soldOut: undefined,
  })
})

const shelves: [Line[], code: string | undefined, why: string][] = [
  [[line('var_rose', 2)], undefined, 'twelve roses are twelve roses'],
  [[line('var_rose', 3)], 'sold-out', 'eighteen roses are too many'],
  [[line('var_rose', 2), line('var_gum', 1)], 'sold-out', 'both want the same gum'],
  [[line('var_vase', 1), line('var_card', 24)], undefined, 'cards are not counted'],
  [[line('var_vase', 2)], 'sold-out', 'there is one vase'],
  [[line('var_vase', 1), line('var_vase', 1)], 'sold-out', 'there is one vase, whatever the lines'],
  [[line('var_gone', 1)], 'sold-out', 'it is not sold any more'],
  [[line('var_rose', 1), line('var_unheard-of', 1)], 'sold-out', 'nobody knows it'],
]
for (const [lines, code, why] of shelves) {
  test(`${lines.map(({ variantId, quantity }) => `${quantity} × ${variantId}`).join(' and ')} ${code ? 'cannot' : 'can'} be had: ${why}`, () => {
    assert.equal(needsOf(lines, variants, left).soldOut?.code, code)
  })
}

test('something nobody has counted is not there', () =>
  assert.equal(needsOf([line('var_vase', 1)], variants, new Map()).soldOut?.code, 'sold-out'))

test('without products a day still needs a minute at the bench', () => {
  assert.deepEqual(needsOf([], variants, left), { leadDays: 0, season: undefined, benchMinutes: 1, soldOut: undefined })
})
