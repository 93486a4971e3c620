import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import type { ImportReport } from '@flora/contract/catalog-desk.ts'
import { openShop, type TestShop } from '../../../test/open-shop.ts'
import { fillWithDemo } from '../../demo/index.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { exportProducts } from './export-products.ts'
import { importProducts } from './import-products.ts'
import { listAllParts } from './parts-queries.ts'

let shop: TestShop
before(async () => {
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00' })
  await fillWithDemo(shop, demoShop)
})
after(() => shop.close())

const ada = { accountId: 'acc_ada', name: 'Ada Marsh', role: 'manager' } as const
const take = (csv: string, dryRun = false): Promise<ImportReport> => importProducts(shop, ada, { csv, dryRun })

/** Everything an import could touch. */
async function everything(): Promise<unknown> {
  return {
    products: await listAllParts(shop.db),
    rest: await rows(
      shop.db,
      sql`select (select json_agg(p order by p.id) from (select id, search_words, facet_numbers, from_minor, changed_at from products) p) as products,
            (select json_agg(c order by c.collection_id, c.product_id) from collection_products c) as shelves,
            (select json_agg(r order by r.variant_id, r.stem_id) from recipe_stems r) as recipes,
            (select json_agg(s order by s.item_id) from stock_items s) as stock,
            (select count(*) from price_changes) as prices, (select count(*) from product_changes) as changes,
            (select facts_version::text || catalog_version from shop) as versions`,
    ),
  }
}

test('the whole demo shop, exported and imported, changes nothing at all', async () => {
  const before = await everything()
  const csv = await exportProducts(shop.db)
  const report = await take(csv)
  assert.deepEqual(report.bad, [])
  assert.deepEqual([report.done, report.changes, report.unchanged], [true, [], demoShop.products.length])
  assert.deepEqual(await everything(), before)
  assert.equal(await exportProducts(shop.db), csv)
})

test('a dry run says what would change and changes nothing; the import does it, once', async () => {
  const [first] = await listAllParts(shop.db)
  const [variant] = first!.variants
  const csv = [
    'product,name,kind,summary,sku,size,price,bench minutes,recipe',
    `${first!.slug},,,,${variant!.sku},${variant!.name},123.45,${variant!.benchMinutes},`,
  ]
  // An empty name is a name that is missing, and said to be.
  assert.deepEqual(
    (await take(csv.join('\r\n'))).bad.map(({ line, column }) => [line, column]),
    [
      [2, 'name'],
      [2, undefined],
    ],
  )
  const good = ['product,sku,price', `${first!.slug},${variant!.sku},$123.45`, 'wild-carrot,WILD-1,9.9'].join('\n')
  const report = await take(good, true)
  assert.equal(report.done, false)
  assert.deepEqual(
    report.bad.map(({ line, column }) => [line, column]),
    [
      [3, 'name'],
      [3, 'kind'],
      [3, 'size'],
    ],
  )
  const complete = [
    'product,name,kind,sku,size,price,colour,collections',
    `${first!.slug},${first!.name},${first!.kind},${variant!.sku},${variant!.name},123.45,${first!.facets
      .filter(({ facet }) => facet === 'colour')
      .map(({ value }) => value)
      .join('|')},${await shelvesOf(first!.slug)}`,
    'wild-carrot,Wild carrot,bouquet,WILD-1,One,9.90,white,',
  ].join('\n')
  const before = await everything()
  const dry = await take(complete, true)
  assert.deepEqual(dry.changes, [
    { slug: first!.slug, what: 'changed', parts: ['sizes'] },
    { slug: 'wild-carrot', what: 'new', parts: ['all'] },
  ])
  assert.deepEqual(await everything(), before)

  assert.equal((await take(complete)).done, true)
  const after = await everything()
  const again = await take(complete)
  assert.deepEqual([again.changes, again.unchanged], [[], 2])
  assert.deepEqual(await everything(), after)
  const products = await listAllParts(shop.db)
  const wild = products.find(({ slug }) => slug === 'wild-carrot')!
  assert.deepEqual([wild.status, wild.variants[0]?.priceMinor], ['draft', 990])
  // Facets that the file has no column for are as they were.
  const same = products.find(({ id }) => id === first!.id)!
  assert.deepEqual([same.facets, same.variants[0]?.priceMinor], [first!.facets, 12_345])
  const [price] = await rows<{ price: number; who: string }>(
    shop.db,
    sql`select price_minor as price, who from price_changes where variant_id = ${variant!.id}`,
  )
  assert.deepEqual(price, { price: 12_345, who: 'Ada Marsh' })
})

test('one bad line, and nothing of the file is taken; each bad line is named with its column', async () => {
  const [a, b] = await listAllParts(shop.db)
  const lines = [
    'product,name,kind,tint,months,lead days,shown from,shown until,collections,add-ons,colour,care,sku,size,price,sold,recipe',
    `${a!.slug},New name,bouquet,purple,13,soon,2026-02-30,,nowhere,nothing,beige,Water,${a!.variants[0]!.sku},One,cheap,perhaps,7 unobtainium|7`,
    `${a!.slug},Other name,,,,,,,,,,,${a!.variants[0]!.sku},One,5.00,yes,`,
    `no such address!,Name,bouquet,,,,,,,,,,NEW-1,One,5.00,yes,`,
    `,,,,,,,,,,,,NEW-2,One,5.00,yes,`,
    `${b!.slug},${b!.name},${b!.kind},${b!.tint},,0,2026-12-02,2026-12-01,,,,,${a!.variants[1]?.sku ?? 'X'},One,5.00,yes,`,
  ]
  const before = await everything()
  const { done, bad } = await take(lines.join('\r\n'))
  assert.equal(done, false)
  const said = bad.map(({ line, column }) => `${line} ${column}`)
  for (const one of [
    '2 tint',
    '2 months',
    '2 lead days',
    '2 shown from',
    '2 collections',
    '2 add-ons',
    '2 colour',
    '2 care',
    '2 price',
    '2 sold',
    '2 recipe',
    '3 name',
    '3 sku',
    '4 product',
    '5 product',
    '6 shown until',
    '6 sku',
  ])
    assert.ok(said.includes(one), `${one} is not among ${said.join(', ')}`)
  for (const { message } of bad) assert.match(message, /[.?]$/)
  assert.deepEqual(await everything(), before)
})

test('a file that is no table, or has columns nobody knows, is refused as a whole', async () => {
  assert.deepEqual(
    (await take('"product')).bad.map(({ line }) => line),
    [1],
  )
  assert.deepEqual(
    (await take('produkt,name\r\na,b')).bad.map(({ column }) => column),
    ['produkt', 'product'],
  )
  assert.deepEqual(
    (await take('product,price\r\na,1')).bad.map(({ column }) => column),
    ['sku'],
  )
})

async function shelvesOf(slug: string): Promise<string> {
  const found = await rows<{ slug: string }>(
    shop.db,
    sql`select c.slug from collections c join collection_products cp on cp.collection_id = c.id join products p on p.id = cp.product_id where p.slug = ${slug}`,
  )
  return found.map((one) => one.slug).join('|')
}
