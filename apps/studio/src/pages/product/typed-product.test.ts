import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import { bodyOf, changedParts, laidOn, typedOf, whyNotSave } from './typed-product.ts'

const product: DeskProduct = {
  id: 'prd_saturday-peonies',
  slug: 'saturday-peonies',
  name: 'Saturday Peonies',
  kind: 'bouquet',
  tint: 'blush',
  status: 'live',
  changedAt: '2026-11-20T00:00:00Z',
  version: 3,
  latinName: 'Paeonia',
  summary: 'Eleven peonies.',
  description: ['First.', 'Second.'],
  care: [],
  facts: [],
  seasonMonths: [10, 11, 12],
  leadDays: 0,
  stockBy: 'stems',
  position: 4,
  facets: [
    { facet: 'occasion', value: 'thank-you' },
    { facet: 'colour', value: 'coral' },
  ],
  collections: [],
  addOns: [],
  pictures: [
    { id: '10444c044961e8afea1116ae', alt: 'Drawn' },
    { id: '3c8ea724411f4de97670e825', photoId: 'pht_1', focus: { x: 40, y: 60 }, alt: 'Taken' },
  ],
  variants: [
    {
      id: 'var_small',
      sku: 'PEONY-S',
      name: 'Small',
      measure: '7 stems',
      price: { minor: 9_500, currency: 'AUD' },
      benchMinutes: 8,
      active: true,
      recipe: [{ stemId: 'stm_peony', name: 'Peony', quantity: 7, left: 60 }],
      prices: [],
    },
  ],
  oldSlugs: [],
  missing: [],
  changes: [],
  can: { edit: { ok: true }, publish: { ok: true }, archive: { ok: true } },
}
const saved = typedOf(product)

test('what nobody touched is not sent', () => {
  assert.deepEqual(changedParts(typedOf(product), saved), [])
  assert.deepEqual(bodyOf(typedOf(product), saved), {})
})

test('paragraphs are cut at empty lines, and a broken line is one', () => {
  const typed = { ...saved, description: 'One\nline.\n\n \n\nTwo.\n' }
  assert.deepEqual(bodyOf(typed, saved), { description: ['One line.', 'Two.'] })
})

test('a season without months is all year', () => {
  assert.deepEqual(bodyOf({ ...saved, seasonMonths: [] }, saved), { seasonMonths: null })
})

test('a photo is sent with its focus only when it is new or cropped otherwise', () => {
  const [drawn, taken] = saved.pictures
  const again = { ...taken!, focus: { x: 10, y: 10 } }
  assert.deepEqual(bodyOf({ ...saved, pictures: [taken!, drawn!] }, saved).pictures, [
    { id: taken!.id, alt: 'Taken' },
    { id: drawn!.id, alt: 'Drawn' },
  ])
  assert.deepEqual(bodyOf({ ...saved, pictures: [again] }, saved).pictures, [
    { photoId: 'pht_1', focus: { x: 10, y: 10 }, alt: 'Taken' },
  ])
})

test('sizes are sent whole, with their ids and their prices in cents', () => {
  const [small] = saved.variants
  const { variants } = bodyOf({ ...saved, variants: [{ ...small!, price: { minor: 9_900, currency: 'AUD' } }] }, saved)
  assert.deepEqual(variants, [
    {
      id: 'var_small',
      sku: 'PEONY-S',
      name: 'Small',
      measure: '7 stems',
      priceMinor: 9_900,
      benchMinutes: 8,
      heightCm: null,
      widthCm: null,
      active: true,
      recipe: [{ stemId: 'stm_peony', quantity: 7 }],
    },
  ])
  assert.equal(whyNotSave({ ...saved, variants: [{ ...small!, price: undefined }] }), 'Give Small a price.')
})

test('what a colleague saved meanwhile stays, but for the parts she changed herself', () => {
  const mine = { ...saved, summary: 'Mine.' }
  const theirs = { ...saved, summary: 'Theirs.', latinName: 'Paeonia lactiflora' }
  assert.deepEqual(laidOn(mine, saved, theirs), { ...theirs, summary: 'Mine.' })
})
