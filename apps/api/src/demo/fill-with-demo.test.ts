import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { drawBouquet, type BouquetOrder } from '@flora/illustration'
import { sql } from '../platform/sql.ts'
import { openShop } from '../../test/open-shop.ts'
import { smallShop } from '../../test/small-shop.ts'
import { type Db, rows } from '../platform/db.ts'
import { fillWithDemo } from './index.ts'
import { giftCardHash } from './shop-rows.ts'

const now = '2026-11-20T09:00:00+11:00'

const countOf = async (db: Db, table: string): Promise<number> =>
  (await rows<{ count: number }>(db, sql.raw(`select count(*)::int as count from ${table}`)))[0]!.count

test('loads the whole demo shop, and every one of its pictures can be drawn', async (t) => {
  const shop = await openShop({ now })
  t.after(shop.close)
  const filled = await fillWithDemo(shop, demoShop)

  assert.equal(await countOf(shop.db, 'products'), demoShop.products.length)
  assert.equal(await countOf(shop.db, 'pictures'), filled.pictures)
  assert.equal(await countOf(shop.db, 'windows'), demoShop.zones.flatMap(({ windows }) => windows).length)
  assert.equal(await countOf(shop.db, 'content'), demoShop.content.length)
  const unpriced = await rows(shop.db, sql`select slug from products where from_minor is null`)
  assert.deepEqual(unpriced, [], 'every product has a price on its tile')
  // An operator fills a shop of production with it too.
  for (const table of ['accounts', 'orders', 'subscriptions'])
    assert.equal(await countOf(shop.db, table), 0, `it makes no ${table}`)

  const drawings = await rows<{ drawing: BouquetOrder }>(
    shop.db,
    sql`select drawing from pictures union all select drawing from content where drawing is not null`,
  )
  for (const { drawing } of drawings) assert.match(drawBouquet(drawing), /^<svg /, drawing.seed)
})

test('gives the same ids each time and keeps gift cards by their hash', async (t) => {
  const shop = await openShop({ now })
  t.after(shop.close)
  await fillWithDemo(shop, smallShop)

  const variants = await rows<{ id: string }>(shop.db, sql`select id from variants order by id`)
  assert.deepEqual(
    variants.map(({ id }) => id),
    ['var_beeswax-candle-one', 'var_coral-charm-large', 'var_coral-charm-small', 'var_peace-lily-one'],
  )
  const [card] = await rows<{ code_hash: string; ending: string; ledger: number }>(
    shop.db,
    sql`
    select code_hash, ending, (select sum(amount_minor)::int from gift_card_entries where gift_card_id = gift_cards.id) as ledger from gift_cards`,
  )
  assert.deepEqual(card, { code_hash: giftCardHash('flora gift test 0001'), ending: '0001', ledger: 5_000 })
  const [bouquet] = await rows<{ search_words: string }>(
    shop.db,
    sql`select search_words from products where slug = 'coral-charm'`,
  )
  for (const word of ['Birthday', 'Coral', 'Silver dollar gum', 'The spring list'])
    assert.ok(bouquet!.search_words.includes(word), word)
})

test('refuses a database that already holds a shop, and leaves it as it was', async (t) => {
  const shop = await openShop({ now })
  t.after(shop.close)
  await fillWithDemo(shop, smallShop)
  await assert.rejects(fillWithDemo(shop, demoShop), { code: 'shop-is-there', status: 409 })
  assert.equal(await countOf(shop.db, 'products'), smallShop.products.length)
})

test('refuses a demo whose bouquet is tied with a stem it does not stock, and writes nothing', async (t) => {
  const shop = await openShop({ now })
  t.after(shop.close)
  await assert.rejects(fillWithDemo(shop, { ...smallShop, stems: [] }), { code: 'demo-is-wrong' })
  assert.equal(await countOf(shop.db, 'shop'), 0)
})
