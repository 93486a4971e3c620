import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { Product, ProductList } from '@flora/contract/catalog.ts'
import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { sql } from '../platform/sql.ts'
import { aProduct, aSmallShop, type ProductParts } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { smallShop } from '../../test/small-shop.ts'
import { fillWithDemo } from '../demo/index.ts'
import { rows } from '../platform/db.ts'
import { bumpCatalogVersion } from './index.ts'
import { catalogRoutes } from './routes.ts'

const now = '2026-11-20T09:00:00+11:00'

async function openWith(t: TestContext, products: readonly ProductParts[]): Promise<TestShop> {
  const shop = await openShop({ now, routes: catalogRoutes })
  t.after(shop.close)
  await fillWithDemo(shop, { ...smallShop, products: [], collections: [], facets: [] })
  for (const [position, product] of products.entries()) await aProduct(shop, { position, ...product })
  return shop
}

async function get<T>(shop: TestShop, path: string, status = 200): Promise<T> {
  const reply = await shop.app.inject(`/api${path}`)
  assert.equal(reply.statusCode, status, reply.body)
  return reply.json() as T
}

const list = async (shop: TestShop, query: string): Promise<ProductList> =>
  ProductList.parse(await get(shop, `/products${query}`))
const slugs = async (shop: TestShop, query: string): Promise<string[]> =>
  (await list(shop, query)).items.map(({ slug }) => slug)
const counts = ({ facets }: ProductList, name: string): Record<string, number> =>
  Object.fromEntries(
    facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  )

test('forgives typing errors and says what it read', async (t) => {
  const shop = await openWith(t, [
    { slug: 'coral-charm', name: 'Coral Charm', searchWords: 'Peonies Peony' },
    { slug: 'buttercups', name: 'Buttercups', searchWords: 'Ranunculus' },
    { slug: 'gum', name: 'Silver Gum', latinName: 'Eucalyptus' },
    { slug: 'dragons', name: 'Snapdragons' },
  ])
  // What the shop calls its flowers is in its labels and stems.
  await rows(
    shop.db,
    sql`insert into facet_values (facet, value, label) values ('type', 'peonies', 'Peonies'), ('type', 'ranunculus', 'Ranunculus')`,
  )
  await rows(shop.db, sql`insert into stems (id, name, species) values ('stm_peony', 'Peony', 'peony')`)
  for (const [typed, slug, didYouMean] of [
    ['peony', 'coral-charm', undefined],
    ['peon', 'coral-charm', 'peony'],
    ['pioney', 'coral-charm', 'peony'],
    ['ranunclus', 'buttercups', 'ranunculus'],
    ['eucaliptus', 'gum', 'eucalyptus'],
    ['coral chram', 'coral-charm', 'coral charm'],
    ['dragon', 'dragons', undefined],
    ['snap dragons', 'dragons', 'snapdragons'],
  ] as const) {
    const found = await list(shop, `?q=${encodeURIComponent(typed)}`)
    assert.deepEqual(
      found.items.map((item) => item.slug),
      [slug],
      typed,
    )
    assert.equal(found.didYouMean, didYouMean, typed)
  }
  assert.deepEqual(await slugs(shop, '?q=tractor'), [])
  assert.deepEqual(await slugs(shop, `?q=${encodeURIComponent(`'); drop table products; -- %_\\ & | ! (`)}`), [])
})

test('a facet counts what ticking a value too would show: its own ticks do not thin it out, other facets do', async (t) => {
  const shop = await openWith(t, [
    { slug: 'a', facets: ['colour/pink', 'type/roses'], priceMinor: 4_000 },
    { slug: 'b', facets: ['colour/pink', 'type/peonies'], priceMinor: 6_000 },
    { slug: 'c', facets: ['colour/white', 'type/roses'], priceMinor: 8_000 },
    { slug: 'd', facets: ['colour/pink', 'colour/white', 'type/roses'], priceMinor: 10_000 },
  ])
  const all = await list(shop, '')
  assert.deepEqual(
    [counts(all, 'colour'), counts(all, 'type')],
    [
      { pink: 3, white: 2 },
      { roses: 3, peonies: 1 },
    ],
  )

  const pink = await list(shop, '?colour=pink')
  assert.deepEqual(
    pink.items.map(({ slug }) => slug),
    ['a', 'b', 'd'],
  )
  assert.deepEqual(
    [counts(pink, 'colour'), counts(pink, 'type')],
    [
      { pink: 3, white: 2 },
      { roses: 2, peonies: 1 },
    ],
  )

  const both = await list(shop, '?colour=pink,white&type=peonies')
  assert.deepEqual(
    both.items.map(({ slug }) => slug),
    ['b'],
  )
  assert.deepEqual(
    [counts(both, 'colour'), counts(both, 'type')],
    [
      { pink: 1, white: 0 },
      { peonies: 1, roses: 3 },
    ],
  )
  assert.deepEqual(
    both.facets.find(({ name }) => name === 'colour')?.values.map(({ chosen }) => chosen),
    [true, true],
  )

  const cheap = await list(shop, '?price-to=80&type=roses')
  assert.deepEqual(
    cheap.items.map(({ slug }) => slug),
    ['a', 'c'],
  )
  assert.deepEqual(
    [counts(cheap, 'colour'), counts(cheap, 'type')],
    [
      { pink: 1, white: 1 },
      { roses: 2, peonies: 1 },
    ],
  )
  assert.deepEqual(
    [cheap.priceFrom?.minor, cheap.priceTo?.minor],
    [4_000, 10_000],
    'the range ignores the price filter itself',
  )
})

test('shows no draft, nothing out of its time, nothing without a size that is sold', async (t) => {
  const shop = await openWith(t, [
    { slug: 'live' },
    { slug: 'draft', status: 'draft' },
    { slug: 'today-only', visibleFrom: '2026-11-20', visibleUntil: '2026-11-20' },
    { slug: 'tomorrow', visibleFrom: '2026-11-21' },
    { slug: 'yesterday', visibleUntil: '2026-11-19' },
    { slug: 'no-size' },
  ])
  await rows(shop.db, sql`update variants set active = false where product_id = 'prd_no-size'`)
  assert.deepEqual(await slugs(shop, ''), ['live', 'today-only'])
  for (const slug of ['draft', 'tomorrow', 'yesterday', 'no-size', 'unknown']) {
    assert.equal((await get<{ code: string }>(shop, `/products/${slug}`, 404)).code, 'product-not-found')
  }
  // Midnight at the shop is 13:00 the day before in UTC.
  shop.clock.set('2026-11-20T13:00:00Z')
  shop.hotReads.forget()
  assert.deepEqual(await slugs(shop, ''), ['live', 'tomorrow'])
})

test('sorts, and gives every product on exactly one page', async (t) => {
  const shop = await openWith(
    t,
    Array.from({ length: 30 }, (_, n) => ({ slug: `p-${n}`, position: n % 3, priceMinor: 1_000 * (n % 4) + 1_000 })),
  )
  for (const sort of ['featured', 'price-up', 'price-down', 'newest', 'name']) {
    const pages = [await list(shop, `?sort=${sort}`), await list(shop, `?sort=${sort}&page=2`)]
    assert.deepEqual(
      pages.map(({ items, total, pages: of }) => [items.length, total, of]),
      [
        [24, 30, 2],
        [6, 30, 2],
      ],
      sort,
    )
    assert.equal(new Set(pages.flatMap(({ items }) => items.map(({ slug }) => slug))).size, 30, sort)
  }
  const prices = (await list(shop, '?sort=price-up')).items.map(({ from }) => from.minor)
  assert.deepEqual(
    prices,
    prices.toSorted((a, b) => a - b),
  )
})

test('knows collections, and refuses one it does not have', async (t) => {
  const shop = await openWith(t, [{ slug: 'in', collection: 'spring' }, { slug: 'out' }])
  const found = await list(shop, '?collection=spring')
  assert.deepEqual([found.items.map(({ slug }) => slug), found.collection?.slug], [['in'], 'spring'])
  assert.equal((await get<{ code: string }>(shop, '/products?collection=none', 404)).code, 'collection-not-found')
  await get(shop, '/products?colour=PINK', 422)
  await get(shop, '/products?unknown=1', 422)
})

test('says what is sold out and what is nearly, by piece and by stem', async (t) => {
  const shop = await openShop({ now, routes: catalogRoutes })
  t.after(shop.close)
  await aSmallShop(shop)
  const tile = async (slug: string, query = '') => {
    shop.hotReads.forget()
    const { soldOut, left } = (await list(shop, query)).items.find((item) => item.slug === slug)!
    return { soldOut, left }
  }
  assert.deepEqual(await tile('peace-lily'), { soldOut: false, left: undefined })
  await rows(shop.db, sql`update stock_items set taken = on_hand - 2 where item_id = 'var_peace-lily-one'`)
  assert.deepEqual(await tile('peace-lily'), { soldOut: false, left: 2 })
  await rows(shop.db, sql`update stock_items set taken = on_hand where item_id = 'var_peace-lily-one'`)
  assert.deepEqual(await tile('peace-lily'), { soldOut: true, left: undefined })
  assert.deepEqual(await tile('beeswax-candle', '?kind=add-on'), { soldOut: false, left: undefined })

  // Eight peonies are left: two small bouquets of four, no large one of nine.
  await rows(shop.db, sql`update stock_items set taken = on_hand - 8 where item_id = 'stm_peony-coral'`)
  assert.deepEqual(await tile('coral-charm'), { soldOut: false, left: 2 })
  const { variants, addOns } = Product.parse(await get(shop, '/products/coral-charm'))
  assert.deepEqual(
    variants.map(({ soldOut, left }) => ({ soldOut, left })),
    [
      { soldOut: false, left: 2 },
      { soldOut: true, left: undefined },
    ],
  )
  assert.deepEqual(variants[0]?.stems, [
    { name: 'Peony ‘Coral Charm’', count: 4 },
    { name: 'Silver dollar gum', count: 2 },
  ])
  assert.deepEqual(
    addOns.map(({ slug }) => slug),
    ['beeswax-candle'],
    'the usual add-ons, when the product names none',
  )
})

test('finds what is alike: the same kind first, the most in common first, nothing sold out', async (t) => {
  const shop = await openWith(t, [
    { slug: 'mine', facets: ['type/roses', 'colour/pink', 'occasion/birthday'] },
    { slug: 'twin', facets: ['type/roses', 'colour/pink'] },
    { slug: 'gone', facets: ['type/roses', 'colour/pink', 'occasion/birthday'], onHand: 0 },
    { slug: 'cousin', facets: ['colour/pink'] },
    { slug: 'plant', kind: 'plant', facets: ['type/roses', 'colour/pink', 'occasion/birthday'] },
    { slug: 'stranger', facets: ['type/natives'] },
  ])
  const { similar } = Product.parse(await get(shop, '/products/mine'))
  assert.deepEqual(
    similar.map(({ slug }) => slug),
    ['twin', 'cousin', 'plant'],
  )
})

test('a change of the catalogue is seen at once by every answer made before', async (t) => {
  const shop = await openWith(t, [{ slug: 'first' }])
  assert.deepEqual(await slugs(shop, ''), ['first'])
  await rows(shop.db, sql`update products set status = 'draft'`)
  assert.deepEqual(await slugs(shop, ''), ['first'], 'kept')
  await shop.inTransaction(bumpCatalogVersion)
  assert.deepEqual(await slugs(shop, ''), [])
})

test('serves the whole demo shop: front page, suggestions, every product page', async (t) => {
  const shop = await openShop({ now, routes: catalogRoutes })
  t.after(shop.close)
  await fillWithDemo(shop, demoShop)
  for (const { slug } of demoShop.products) {
    const product = Product.parse(await get(shop, `/products/${slug}`))
    assert.ok(product.similar.length <= 4 && product.similar.every((tile) => tile.slug !== slug), slug)
  }
  const front = await get<{ hero: { slug: string }; bench: unknown[]; seasons: unknown[]; occasions: unknown[] }>(
    shop,
    '/front-page',
  )
  assert.equal(front.bench.length, 5)
  assert.ok(front.occasions.length > 3 && front.seasons.length > 1)

  const suggested = await get<{ kind: string; href: string }[]>(shop, '/suggestions?q=peon')
  assert.ok(suggested.length > 2 && suggested.length <= 8)
  assert.ok(
    suggested.some(({ kind }) => kind === 'product') && suggested.some(({ href }) => href === '/search?type=peonies'),
  )
  assert.ok((await get<unknown[]>(shop, '/suggestions?q=pioney')).length > 0)
  assert.deepEqual(await get(shop, '/suggestions?q='), [])
})

test('keeps add-ons off the shelf of flowers and plants, and finds them when somebody asks', async (t) => {
  const shop = await openShop({ now, routes: catalogRoutes })
  t.after(shop.close)
  await aSmallShop(shop)
  assert.deepEqual(await slugs(shop, ''), ['coral-charm', 'peace-lily'])
  assert.deepEqual(await slugs(shop, '?kind=add-on'), ['beeswax-candle'])
  assert.deepEqual(await slugs(shop, '?q=candle'), ['beeswax-candle'])
})
