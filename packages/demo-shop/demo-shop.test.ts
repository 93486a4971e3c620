import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawBouquet, isStemName, species, type BouquetOrder } from '@flora/illustration/src/index.ts'
import { demoShop } from './demo-shop.ts'

const { products, stems, zones, content, collections } = demoShop
const stemsByKey = new Map(stems.map((stem) => [stem.key, stem]))
const productSlugs = new Set(products.map((product) => product.slug))
// Names of stems that the lists vets use call poisonous or upsetting to cats or dogs.
const harmful = new RegExp(
  [
    'lily|peony|poppy|tulip|daffodil|iris|hydrangea|delphinium|chrysanthemum|carnation|sweet pea|gum\\b|baby|lavender',
    'ranunculus|anemone|hypericum|hellebore|monstera|aloe|pearls|ivy|fig|ZZ|rubber|snake|cyclamen|dahlia|ruscus',
  ].join('|'),
  'i',
)
const addOnSlugs = new Set(products.filter((product) => product.kind === 'add-on').map((product) => product.slug))

test('slugs, keys and codes are unique and fit an address', () => {
  for (const [what, names] of Object.entries({
    products: products.map((product) => product.slug),
    names: products.map((product) => product.name),
    stems: stems.map((stem) => stem.key),
    collections: collections.map((collection) => collection.slug),
    content: content.map((entry) => entry.slug),
    zones: zones.map((zone) => zone.key),
    promotions: demoShop.promotions.map((promotion) => promotion.code),
    giftCards: demoShop.giftCards.map((card) => card.code),
    facets: demoShop.facets.map((facet) => `${facet.facet}/${facet.value}`),
  }))
    assert.deepEqual(repeated(names), [], what)
  for (const slug of [...productSlugs, ...collections.map((c) => c.slug), ...content.map((c) => c.slug)])
    assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
  for (const product of products)
    assert.deepEqual(repeated(product.variants.map((variant) => variant.key)), [], product.slug)
})

test('the shop has enough of every kind', () => {
  const count = (kind: string) => products.filter((product) => product.kind === kind).length
  assert.ok(count('bouquet') >= 34 && count('arrangement') >= 10 && count('plant') >= 12)
  assert.ok(count('dried') >= 8 && count('add-on') >= 10)
})

test('every recipe uses stems the bench knows, and every stem is one the illustrator can draw in that colour', () => {
  for (const product of products)
    for (const variant of product.variants)
      for (const line of variant.recipe) {
        assert.ok(stemsByKey.has(line.stem), `${product.slug}: ${line.stem}`)
        assert.ok(Number.isInteger(line.count) && line.count > 0, `${product.slug}: ${line.stem}`)
      }
  for (const stem of stems) {
    assert.ok(isStemName(stem.species), `${stem.key}: ${stem.species}`)
    const colours: readonly string[] = species[stem.species].colours
    if (stem.colour !== undefined) assert.ok(colours.includes(stem.colour), `${stem.key}: ${stem.colour}`)
    assert.ok(stem.onHand > 0, stem.key)
  }
})

test('every facet value is one the shop lists, and every listed value is used', () => {
  const known = new Set(demoShop.facets.map((facet) => `${facet.facet}/${facet.value}`))
  const used = new Set(
    products.flatMap((product) =>
      Object.entries(product.facets).flatMap(([facet, values]) => values.map((value) => `${facet}/${value}`)),
    ),
  )
  assert.deepEqual(
    [...used].filter((value) => !known.has(value)),
    [],
  )
  assert.deepEqual(
    [...known].filter((value) => !used.has(value)),
    [],
  )
})

test('every size has a price, bench minutes, and pieces on hand exactly when it is counted by the piece', () => {
  for (const product of products)
    for (const variant of product.variants) {
      const name = `${product.slug}/${variant.key}`
      assert.ok(Number.isInteger(variant.priceMinor) && variant.priceMinor >= 500, name)
      assert.ok(variant.benchMinutes >= 1 && variant.benchMinutes <= 25, name)
      if (product.kind === 'bouquet') assert.ok(variant.benchMinutes >= 6, name)
      assert.equal(variant.onHand !== undefined, product.stockBy === 'variant', name)
    }
})

test('a larger size costs more, takes longer and holds more', () => {
  for (const product of products)
    for (const [index, variant] of product.variants.entries()) {
      const smaller = product.variants[index - 1]
      if (!smaller) continue
      assert.ok(variant.priceMinor > smaller.priceMinor, product.slug)
      assert.ok(variant.benchMinutes >= smaller.benchMinutes, product.slug)
      assert.ok(pieces(variant.recipe) >= pieces(smaller.recipe), product.slug)
    }
})

test('what is counted by the stem can be made several times from the stems on hand', () => {
  const counted = products.filter((product) => product.stockBy === 'stems')
  assert.ok(counted.length >= 6)
  for (const product of counted)
    for (const variant of product.variants)
      for (const line of variant.recipe)
        assert.ok(
          (stemsByKey.get(line.stem)?.onHand ?? 0) >= line.count * 3,
          `${product.slug}/${variant.key}: ${line.stem}`,
        )
})

test('some things are nearly gone and some are', () => {
  const counts = products.flatMap((product) => product.variants.map((variant) => variant.onHand))
  assert.ok(counts.includes(0) && counts.includes(3))
})

test('every product draws in every size, on no ground of its own', () => {
  for (const product of products)
    for (const variant of product.variants) {
      const recipe = variant.recipe.map((line) => {
        const stem = stemsByKey.get(line.stem)
        return { stem: stem?.species, ...(stem?.colour ? { colour: stem.colour } : {}), count: line.count }
      })
      const order = { seed: product.slug, recipe, ...product.drawing } as unknown as BouquetOrder
      assert.match(drawBouquet(order), /^<svg/, `${product.slug}/${variant.key}`)
      assert.equal(order.background, 'none', product.slug)
    }
})

test('every picture of an article draws and is described', () => {
  for (const entry of content) {
    assert.equal(entry.drawing !== undefined, entry.alt !== undefined, entry.slug)
    if (entry.drawing)
      assert.match(drawBouquet({ seed: entry.slug, ...entry.drawing } as unknown as BouquetOrder), /^<svg/)
  }
})

test('no two neighbours on the shelf share a tint', () => {
  const clashes = products.filter((product, index) => index > 0 && products[index - 1]?.tint === product.tint)
  assert.deepEqual(
    clashes.map((product) => product.slug),
    [],
  )
})

test('no two products are dressed and filled alike', () => {
  const looks = products.map((product) => JSON.stringify([product.drawing, product.variants.at(-1)?.recipe]))
  assert.deepEqual(repeated(looks), [])
})

test('words are whole: unwrapped, without exclamation marks, and different from one product to the next', () => {
  for (const product of products) {
    const texts = [product.summary, ...product.description, ...product.care.map((care) => care.text), product.alt]
    for (const text of texts) assert.ok(text.length > 8 && !/\s\s|\n|!/.test(text), `${product.slug}: ${text}`)
    assert.ok(product.description.length >= 2 && product.description.length <= 3, product.slug)
    assert.ok(product.facts.length >= 2, product.slug)
  }
  assert.deepEqual(repeated(products.map((product) => product.summary)), [])
  assert.deepEqual(repeated(products.flatMap((product) => product.description)), [])
  assert.deepEqual(repeated(products.map((product) => product.alt)), [])
})

test('whatever grows says what it does to cats and dogs', () => {
  for (const product of products.filter((each) => each.kind !== 'add-on'))
    assert.ok(
      product.care.some((care) => care.heading === 'Pets'),
      product.slug,
    )
})

test('nothing on the shelf for pets contains a stem that harms them', () => {
  const shelf = collections.find((collection) => collection.slug === 'safe-for-pets')
  assert.ok(shelf && shelf.products.length >= 8)
  for (const slug of shelf.products)
    for (const variant of products.find((product) => product.slug === slug)?.variants ?? [])
      for (const line of variant.recipe) assert.doesNotMatch(stemsByKey.get(line.stem)?.name ?? '', harmful, slug)
})

test('collections, articles and add-ons refer to products that exist', () => {
  for (const collection of collections) {
    assert.deepEqual(repeated(collection.products), [], collection.slug)
    for (const slug of collection.products) assert.ok(productSlugs.has(slug), `${collection.slug}: ${slug}`)
  }
  for (const entry of content)
    for (const slug of entry.products ?? []) assert.ok(productSlugs.has(slug), `${entry.slug}: ${slug}`)
  for (const product of products)
    for (const slug of product.addOns ?? []) assert.ok(addOnSlugs.has(slug), `${product.slug}: ${slug}`)
})

test('what is under seventy dollars is', () => {
  for (const slug of collections.find((collection) => collection.slug === 'under-70')?.products ?? []) {
    const product = products.find((each) => each.slug === slug)
    assert.ok(Math.min(...(product?.variants.map((variant) => variant.priceMinor) ?? [])) < 7000, slug)
  }
})

test('every product can be brought to some door within a year, in its season', () => {
  const shut = new Set(demoShop.closures.filter((closure) => closure.zone === undefined).map((closure) => closure.day))
  const running = new Set(
    zones
      .filter((zone) => !zone.pickUp && zone.places.length > 0)
      .flatMap((zone) => zone.windows.flatMap((w) => w.weekdays)),
  )
  const today = Temporal.PlainDate.from('2026-11-20')
  const openDays = Array.from({ length: 365 }, (_, days) => today.add({ days })).filter(
    (day) => running.has(day.dayOfWeek) && !shut.has(day.toString()),
  )
  for (const product of products) {
    const first = today.add({ days: product.leadDays ?? 0 })
    const deliverable = openDays.some(
      (day) =>
        Temporal.PlainDate.compare(day, first) >= 0 &&
        (product.seasonMonths?.includes(day.month) ?? true) &&
        product.variants.some(
          (variant) => variant.benchMinutes <= (demoShop.shop.benchMinutes[day.dayOfWeek - 1] ?? 0),
        ),
    )
    assert.ok(deliverable, product.slug)
  }
})

test('every month has something of its own', () => {
  for (let month = 1; month <= 12; month += 1)
    assert.ok(products.filter((product) => product.seasonMonths?.includes(month)).length >= 3, `month ${month}`)
})

test('closures and surges are real days in order, and no surge ends before it starts', () => {
  for (const closure of demoShop.closures) {
    assert.equal(Temporal.PlainDate.from(closure.day, { overflow: 'reject' }).toString(), closure.day)
    if (closure.zone !== undefined)
      assert.ok(
        zones.some((zone) => zone.key === closure.zone),
        closure.zone,
      )
  }
  for (const surge of demoShop.surges) assert.ok(surge.from <= surge.until && surge.feeMinor > 0, surge.name)
  for (const surge of demoShop.surges.filter((each) => each.name.startsWith('Mother'))) {
    const sunday = Temporal.PlainDate.from(surge.until)
    assert.deepEqual([sunday.dayOfWeek, sunday.month, Math.ceil(sunday.day / 7)], [7, 5, 2])
  }
})

test('promotions say how much they take off in the one way that is theirs', () => {
  for (const promotion of demoShop.promotions) {
    assert.equal(promotion.basisPoints !== undefined, promotion.kind === 'percent', promotion.code)
    assert.equal(promotion.amountMinor !== undefined, promotion.kind === 'fixed', promotion.code)
    if (promotion.fromDay && promotion.untilDay) assert.ok(promotion.fromDay <= promotion.untilDay, promotion.code)
  }
})

test('articles are long enough to be worth opening, pages as short as they can be, and headings start at the second level', () => {
  const words = (text: string) => text.split(/\s+/).length
  for (const entry of content) {
    const most = entry.kind === 'page' ? 900 : 700
    assert.ok(words(entry.markdown) >= 250 && words(entry.markdown) <= most, `${entry.slug}: ${words(entry.markdown)}`)
    assert.doesNotMatch(entry.markdown, /^# /m, entry.slug)
    assert.doesNotMatch(entry.markdown, /!/, entry.slug)
  }
  assert.ok(content.filter((entry) => entry.kind !== 'page').length >= 12)
  for (const slug of ['about', 'delivery-and-fees', 'something-not-right', 'privacy', 'terms'])
    assert.equal(content.find((entry) => entry.slug === slug)?.kind, 'page', slug)
})

test('every entry and guide says who wrote it, and leads to others and to something on the shelf', () => {
  const journal = content.filter(({ kind }) => kind !== 'page')
  const uses = new Map<string, number>()
  for (const { slug } of journal.flatMap(({ tags }) => tags ?? [])) uses.set(slug, (uses.get(slug) ?? 0) + 1)
  for (const { slug, author, tags = [], products = [], summary } of journal) {
    assert.ok(author && tags.length > 0 && products.length > 0, slug)
    assert.ok(summary.length <= 140, `${slug}: a summary stands on a card`)
  }
  assert.ok([...uses.values()].filter((count) => count > 1).length >= 5)
})

test('the bunch that an entry takes apart to the cent costs what its parts add up to', () => {
  const { markdown } = content.find(({ slug }) => slug === 'where-ninety-two-dollars-goes')!
  const parts = [...markdown.matchAll(/\| \$(\d+)\.(\d\d) \|/g)].map(([, dollars, cents]) =>
    Number(`${dollars}${cents}`),
  )
  const bunch = products.find(({ slug }) => slug === 'rose-street-bunch')?.variants.find(({ key }) => key === 'medium')
  assert.equal(
    parts.reduce((sum, part) => sum + part, 0),
    bunch?.priceMinor,
  )
  assert.equal(parts[4], Math.round(bunch!.priceMinor / 11), 'GST')
  assert.equal(pieces(bunch!.recipe), 15)
})

test('what a text links to within the shop is there', () => {
  const known = new Set([
    ...content.map(({ kind, slug }) => `/${kind === 'page' ? 'pages' : 'journal'}/${slug}`),
    ...collections.map(({ slug }) => `/collections/${slug}`),
    ...[...productSlugs].map((slug) => `/p/${slug}`),
  ])
  const links = content.flatMap(({ slug, markdown }) =>
    [...markdown.matchAll(/\]\((\/[^)]*)\)/g)].map(([, to]) => [slug, to!] as const),
  )
  assert.ok(links.length >= 5)
  for (const [slug, to] of links) assert.ok(known.has(to), `${slug}: ${to}`)
})

function pieces(recipe: readonly { count: number }[]): number {
  return recipe.reduce((sum, line) => sum + line.count, 0)
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
