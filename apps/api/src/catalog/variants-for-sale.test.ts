import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { sql } from '../platform/sql.ts'
import { aProduct, aSmallShop } from '../../test/builders.ts'
import { openShop } from '../../test/open-shop.ts'
import { rows } from '../platform/db.ts'
import { listVariantsForSale } from './index.ts'

test('gives what pricing and placing need to know of a size, and leaves out what never was', async (t) => {
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00' })
  t.after(shop.close)
  await aSmallShop(shop)
  const found = await listVariantsForSale(
    shop.db,
    ['var_coral-charm-small', 'var_peace-lily-one', 'var_never'],
    '2026-11-20',
  )
  assert.deepEqual([...found.keys()].toSorted(), ['var_coral-charm-small', 'var_peace-lily-one'])
  const { picture, ...small } = found.get('var_coral-charm-small')!
  assert.deepEqual(small, {
    variantId: 'var_coral-charm-small',
    productId: 'prd_coral-charm',
    slug: 'coral-charm',
    productName: 'Coral Charm',
    variantName: 'Small',
    kind: 'bouquet',
    tint: 'blush',
    price: money(6_500, 'AUD'),
    benchMinutes: 10,
    leadDays: 0,
    seasonMonths: [10, 11, 12],
    stockBy: 'stems',
    recipe: [
      { itemId: 'stm_peony-coral', quantity: 4 },
      { itemId: 'stm_silver-dollar', quantity: 2 },
    ],
    isForSale: true,
    soldOut: false,
    pieces: 15,
  })
  assert.equal(picture.alt, 'Coral peonies in kraft paper.')
})

test('what is withdrawn, not yet visible or sold out is still known, and said to be so', async (t) => {
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00' })
  t.after(shop.close)
  await aSmallShop(shop)
  await aProduct(shop, { slug: 'draft', status: 'draft' })
  await aProduct(shop, { slug: 'later', visibleFrom: '2026-12-01' })
  await aProduct(shop, { slug: 'empty', onHand: 0 })
  await aProduct(shop, { slug: 'half', sizes: { small: 1_000, large: 2_000 } })
  await rows(shop.db, sql`update variants set active = false where id = 'var_half-large'`)
  const found = await listVariantsForSale(
    shop.db,
    ['var_draft-one', 'var_later-one', 'var_empty-one', 'var_half-small', 'var_half-large'],
    '2026-11-20',
  )
  const said = Object.fromEntries([...found].map(([id, { isForSale, soldOut }]) => [id, [isForSale, soldOut]]))
  assert.deepEqual(said, {
    'var_draft-one': [false, false],
    'var_later-one': [false, false],
    'var_empty-one': [true, true],
    'var_half-small': [true, false],
    'var_half-large': [false, false],
  })
  assert.equal(
    (await listVariantsForSale(shop.db, ['var_later-one'], '2026-12-01')).get('var_later-one')?.isForSale,
    true,
  )
})
