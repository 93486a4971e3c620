import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DeskProduct } from '@flora/contract/catalog-desk.ts'
import { aVisitor, openPayingShop, type PayingShop, type Visitor } from '../../../test/open-paying-shop.ts'
import { aManager, refusalOf } from '../../delivery/desk/test/at-the-desk.ts'
import { firstRow, rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

let open: PayingShop
let ada: Visitor
let fern: Visitor
let shopper: Visitor
before(async () => {
  open = await openPayingShop()
  ada = await aManager(open)
  fern = await aManager(open, { name: 'Fern Ito', role: 'florist' })
  shopper = aVisitor(open.app)
})
after(() => open.close())

const withId = (productId: DeskProduct['id']) => ({ params: { productId } })
const look = (id: DeskProduct['id'], by = ada) => by.call('GET /desk/catalog/products/:productId', withId(id))
const publish = ({ id, version }: DeskProduct) =>
  ada.call('POST /desk/catalog/products/:productId/publish', { ...withId(id), body: { version } })
const change = (by: Visitor, { id, version }: Pick<DeskProduct, 'id' | 'version'>, body: object) =>
  by.call('PATCH /desk/catalog/products/:productId', { ...withId(id), body: { version, ...body } })
const find = async (q: string) => (await shopper.call('GET /products', { query: { q } })).items.map(({ slug }) => slug)
const factsName = async () =>
  (await firstRow<{ name: string }>(
    open.shop.db,
    sql`select facets from (select facts_version::text as facets from shop) s`,
  ))!

test('a florist writes a product, a manager publishes it when it is complete, and shoppers find it at once', async () => {
  const draft = await fern.call('POST /desk/catalog/products', {
    body: { name: 'Ranunculus, cloudy', kind: 'bouquet' },
  })
  assert.deepEqual(
    [draft.status, draft.slug, draft.stockBy, draft.can.edit.ok],
    ['draft', 'ranunculus-cloudy', 'stems', true],
  )
  assert.deepEqual(draft.can.publish, { ok: false, because: 'Owners and managers publish.' })
  const refusal = await refusalOf<{ missing: string[] }>(publish(draft))
  assert.equal(refusal.code, 'product-not-complete')
  assert.equal(refusal.missing.length, 3)

  const written = await change(fern, draft, {
    summary: 'A cloud of ranunculus.',
    description: ['Cut this morning.'],
    care: [{ heading: 'Water', text: 'Plenty.' }],
    seasonMonths: [9, 10, 11],
    facets: [{ facet: 'colour', value: 'coral' }],
    collections: ['col_spring-list'],
    addOns: ['prd_beeswax-candle'],
    variants: [
      {
        sku: 'RAN-S',
        name: 'Small',
        priceMinor: 5_500,
        benchMinutes: 8,
        recipe: [{ stemId: 'stm_peony-coral', quantity: 7 }],
      },
      { sku: 'RAN-L', name: 'Large', priceMinor: 9_900, benchMinutes: 14 },
    ],
  })
  assert.equal(written.variants[0]?.pieces, 8)
  assert.deepEqual(written.missing, ['Large needs a recipe, since it is counted by its stems.', 'It needs a picture.'])
  await rows(
    open.shop.db,
    sql`insert into pictures (product_id, position, id, alt, drawing) values (${draft.id}, 0, 'drawn-by-hand', 'Ranunculus', '{}')`,
  )
  const [small] = written.variants
  const complete = await change(fern, written, {
    variants: [
      {
        id: small!.id,
        sku: 'RAN-S',
        name: 'Small',
        priceMinor: 5_500,
        benchMinutes: 8,
        recipe: [{ stemId: 'stm_peony-coral', quantity: 7 }],
      },
    ],
  })
  assert.deepEqual(
    complete.variants.map(({ sku, active }) => [sku, active]),
    [
      ['RAN-S', true],
      ['RAN-L', false],
    ],
  )
  assert.deepEqual(await find('ranunculus'), [])
  const facts = await factsName()
  const live = await publish(complete)
  assert.equal(live.status, 'live')
  assert.notDeepEqual(await factsName(), facts)
  // By its name, its stems, its facets and its collection.
  for (const q of ['ranunculus', 'coral charm', 'spring']) assert.ok((await find(q)).includes('ranunculus-cloudy'), q)
  const page = await shopper.call('GET /products/:slug', { params: { slug: 'ranunculus-cloudy' } })
  assert.deepEqual([page.variants.length, page.addOns.length, page.seasonMonths], [1, 1, [9, 10, 11]])
  const archived = await ada.call('POST /desk/catalog/products/:productId/archive', {
    ...withId(live.id),
    body: { version: live.version },
  })
  assert.deepEqual(await find('ranunculus'), [])
  assert.deepEqual(
    archived.changes.map(({ who, what }) => `${who}: ${what}`),
    [
      'Ada Marsh: Archived it.',
      'Ada Marsh: Published it.',
      'Fern Ito: Changed sizes.',
      'Fern Ito: Changed summary, description, care, season, facets, collections, add-ons, sizes.',
      'Fern Ito: Made it.',
    ],
  )
})

test('what is in the shop stays complete, and is for those to change who may publish', async () => {
  const lily = await look('prd_peace-lily')
  assert.equal((await look('prd_peace-lily', fern)).can.edit.ok, false)
  assert.equal((await refusalOf(change(fern, lily, { summary: 'Mine.' }))).code, 'not-allowed')
  assert.equal((await refusalOf(change(ada, lily, { variants: [] }))).code, 'product-not-complete')
  assert.equal((await refusalOf(change(ada, lily, { pictures: [] }))).code, 'product-not-complete')
  await shopper.call('GET /products/:slug', { params: { slug: 'peace-lily' } })
  const changed = await change(ada, lily, { summary: 'White sails, dark leaves.' })
  assert.equal(changed.version, lily.version + 1)
  const page = await shopper.call('GET /products/:slug', { params: { slug: 'peace-lily' } })
  assert.equal(page.summary, 'White sails, dark leaves.')
  assert.equal((await change(ada, changed, { summary: 'White sails, dark leaves.' })).version, changed.version)
})

test('what a size leaves is known once each of its stems has a cost, and is without GST', async () => {
  const small = async () => (await look('prd_coral-charm')).variants.find(({ id }) => id === 'var_coral-charm-small')!
  assert.equal((await small()).margin, undefined)
  await firstRow(open.shop.db, sql`update stems set cost_minor = 450 where id = 'stm_peony-coral'`)
  assert.equal((await small()).margin, undefined, 'a stem of it has no cost yet')
  await firstRow(open.shop.db, sql`update stems set cost_minor = 60 where id = 'stm_silver-dollar'`)
  // $65.00 has $5.91 GST; four peonies and two branches cost $19.20.
  assert.deepEqual((await small()).margin, {
    stems: { minor: 1_920, currency: 'AUD' },
    left: { minor: 3_989, currency: 'AUD' },
    basisPoints: 6_751,
  })
  await firstRow(open.shop.db, sql`update stems set cost_minor = null`)
})

test('the second of two who edit a product is told what the first one did', async () => {
  const lily = await look('prd_peace-lily')
  await change(ada, lily, { leadDays: 1 })
  const refusal = await refusalOf<{ changes: { who: string; what: string }[]; saved: DeskProduct }>(
    change(ada, lily, { leadDays: 2 }),
  )
  assert.equal(refusal.code, 'changed-meanwhile')
  assert.deepEqual(
    refusal.changes.map(({ who, what }) => [who, what]),
    [['Ada Marsh', 'Changed lead time.']],
  )
  assert.equal(refusal.saved.leadDays, 1)
  // What it carries is what the page would get if it asked, so that the page can go on with it.
  assert.deepEqual(DeskProduct.parse(refusal.saved), await look('prd_peace-lily'))
})

test('what a product points to must be there, and no two sizes share a SKU', async () => {
  const draft = await ada.call('POST /desk/catalog/products', { body: { name: 'Draft', kind: 'plant' } })
  const size = { sku: 'DRAFT-1', name: 'One', priceMinor: 100, benchMinutes: 0 }
  const cases: [object, string][] = [
    [{ facets: [{ facet: 'mood', value: 'furious' }] }, 'facet-unknown'],
    [{ collections: ['col_none'] }, 'collection-not-found'],
    [{ addOns: ['prd_none'] }, 'product-unknown'],
    [{ pictures: [{ photoId: 'pht_none', focus: { x: 1, y: 1 }, alt: 'x' }] }, 'photo-unknown'],
    [{ pictures: [{ id: 'somebody-elses', alt: 'x' }] }, 'picture-unknown'],
    [{ variants: [{ ...size, id: 'var_peace-lily-one' }] }, 'variant-not-found'],
    [{ variants: [{ ...size, recipe: [{ stemId: 'stm_none', quantity: 1 }] }] }, 'stem-unknown'],
    [{ variants: [{ ...size, sku: 'PEACE-LILY-ONE' }] }, 'sku-taken'],
    [{ slug: 'peace-lily' }, 'slug-taken'],
    [{ visibleFrom: '2027-01-02', visibleUntil: '2027-01-01' }, 'days-not-valid'],
  ]
  for (const [body, code] of cases) assert.equal((await refusalOf(change(ada, draft, body))).code, code)
  assert.equal((await look(draft.id)).version, draft.version)
})

test('an address that a product gives up leads to it, in the shop, on its page and in the journal', async () => {
  const lily = await look('prd_peace-lily')
  const moved = await change(ada, lily, { slug: 'white-sails' })
  assert.deepEqual(moved.oldSlugs, ['peace-lily'])
  const old = await shopper.call('GET /products/:slug', { params: { slug: 'peace-lily' } })
  assert.deepEqual([old.id, old.slug], ['prd_peace-lily', 'white-sails'])
  const other = await ada.call('POST /desk/catalog/products', { body: { name: 'Peace lily', kind: 'plant' } })
  assert.equal(other.slug, 'peace-lily-2')
  assert.equal((await refusalOf(change(ada, other, { slug: 'peace-lily' }))).code, 'slug-taken')
  const back = await change(ada, moved, { slug: 'peace-lily' })
  assert.deepEqual([back.slug, back.oldSlugs], ['peace-lily', ['white-sails']])
  const again = await shopper.call('GET /products/:slug', { params: { slug: 'white-sails' } })
  assert.equal(again.slug, 'peace-lily')
})

test('prices stand in a ledger: at once, or when their day has come', async () => {
  const params = { variantId: 'var_peace-lily-one' } as const
  const priceNow = async () =>
    (await shopper.call('GET /products/:slug', { params: { slug: 'peace-lily' } })).variants[0]?.price.minor
  const lily = await look('prd_peace-lily')
  const [one] = lily.variants
  const { id, sku, name, benchMinutes } = one!
  const changed = await change(ada, lily, { variants: [{ id, sku, name, benchMinutes, priceMinor: 5_000 }] })
  assert.equal(await priceNow(), 5_000)
  assert.deepEqual(
    changed.variants[0]?.prices.map(({ price, who, state, fromDay }) => [price.minor, who, state, fromDay]),
    [[5_000, 'Ada Marsh', 'applied', '2026-11-20']],
  )

  const plan = (priceMinor: number, fromDay: `${number}-${number}-${number}`) =>
    ada.call('POST /desk/catalog/variants/:variantId/prices', { params, body: { priceMinor, fromDay } })
  assert.equal((await refusalOf(plan(5_100, '2026-11-19'))).code, 'day-is-past')
  await plan(5_100, '2026-11-20')
  assert.equal(await priceNow(), 5_100)
  await plan(6_000, '2026-11-22')
  assert.equal((await refusalOf(plan(6_100, '2026-11-22'))).code, 'price-planned')
  const planned = await plan(7_000, '2026-11-23')
  const last = planned.variants[0]!.prices.find(({ fromDay }) => fromDay === '2026-11-23')!
  const cancelled = await ada.call('POST /desk/catalog/prices/:priceId/cancellation', { params: { priceId: last.id } })
  assert.equal(cancelled.variants[0]!.prices.find((price) => price.id === last.id)?.state, 'cancelled')
  assert.equal(await priceNow(), 5_100)

  open.shop.clock.set('2026-11-23T00:00:30+11:00')
  const { bringInPrices } = await import('./plan-price.ts')
  assert.deepEqual([await bringInPrices(open.shop), await bringInPrices(open.shop)], [1, 0])
  assert.equal(await priceNow(), 6_000)
  const begun = (await look('prd_peace-lily')).variants[0]!.prices.find(({ fromDay }) => fromDay === '2026-11-22')!
  const late = ada.call('POST /desk/catalog/prices/:priceId/cancellation', { params: { priceId: begun.id } })
  assert.equal((await refusalOf(late)).code, 'price-applied')
})

test('a preview shows what is not in the shop to whoever has its link, for seven days', async () => {
  const draft = await ada.call('POST /desk/catalog/products', { body: { name: 'Secret rose', kind: 'bouquet' } })
  const preview = () => ada.call('POST /desk/catalog/products/:productId/preview', withId(draft.id))
  assert.equal((await refusalOf(preview())).code, 'product-not-complete')
  await change(ada, draft, { variants: [{ sku: 'SECRET', name: 'One', priceMinor: 4_000, benchMinutes: 4 }] })
  const { href, expiresAt } = await preview()
  assert.match(href, /^\/p\/secret-rose\?preview=/)
  const token = href.split('preview=')[1]!
  const show = (key: string) => shopper.call('GET /products/previews/:token', { params: { token: key } })
  assert.equal((await show(token)).name, 'Secret rose')
  const forged = token.replace(draft.id, 'prd_peace-lily')
  for (const wrong of [forged, `${token}x`, token.split('.').slice(0, 2).join('.'), 'nonsense'])
    assert.equal((await refusalOf(show(wrong))).code, 'product-not-found')
  assert.equal(
    (await refusalOf(shopper.call('GET /products/:slug', { params: { slug: 'secret-rose' } }))).code,
    'product-not-found',
  )
  open.shop.clock.set(expiresAt)
  assert.equal((await refusalOf(show(token))).code, 'product-not-found')
})

test('collections keep their order, and their old address', async () => {
  const made = await ada.call('POST /desk/catalog/collections', {
    body: { name: 'For Sunday', products: ['prd_peace-lily', 'prd_coral-charm'] },
  })
  const shelf = async (slug: string) =>
    (await shopper.call('GET /products', { query: { collection: slug } })).items.map(({ id }) => id)
  assert.deepEqual(await shelf('for-sunday'), ['prd_peace-lily', 'prd_coral-charm'])
  const params = { collectionId: made.id }
  const turned = await ada.call('PATCH /desk/catalog/collections/:collectionId', {
    params,
    body: {
      version: made.version,
      name: 'For Monday',
      slug: 'for-monday',
      products: ['prd_coral-charm', 'prd_peace-lily'],
    },
  })
  assert.deepEqual(await shelf('for-monday'), ['prd_coral-charm', 'prd_peace-lily'])
  assert.ok((await find('monday')).includes('coral-charm'))
  const stale = ada.call('PATCH /desk/catalog/collections/:collectionId', {
    params,
    body: { version: made.version, name: 'x' },
  })
  assert.equal((await refusalOf(stale)).code, 'changed-meanwhile')
  const taken = ada.call('POST /desk/catalog/collections', { body: { name: 'Other', slug: 'for-sunday' } })
  assert.equal((await refusalOf(taken)).code, 'slug-taken')
  await ada.call('POST /desk/catalog/collections/:collectionId/removal', { params, body: { version: turned.version } })
  assert.ok(!(await find('monday')).includes('coral-charm'))
})

test('a facet’s value is renamed for all who carry it, and taken away only when nobody does', async () => {
  const coral = { facet: 'colour', value: 'coral' } as const
  await ada.call('PUT /desk/catalog/facets/:facet/:value', { params: coral, body: { label: 'Salmon' } })
  assert.ok((await find('salmon')).includes('coral-charm'))
  const removal = (params: { facet: 'colour'; value: string }) =>
    ada.call('POST /desk/catalog/facets/:facet/:value/removal', { params })
  assert.equal((await refusalOf(removal(coral))).code, 'facet-in-use')
  await ada.call('PUT /desk/catalog/facets/:facet/:value', {
    params: { facet: 'colour', value: 'plum' },
    body: { label: 'Plum' },
  })
  const left = await removal({ facet: 'colour', value: 'plum' })
  assert.ok(!left.some(({ value }) => value === 'plum'))
})

test('a new stem stands in recipes, and is counted from none', async () => {
  const stems = await fern.call('POST /desk/catalog/stems', {
    body: { name: 'Night stock', species: 'stock', colour: 'white' },
  })
  const stock = stems.find(({ name }) => name === 'Night stock')!
  assert.deepEqual([stock.left, stock.recipes], [0, 0])
})
