import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import { facetNames } from '@flora/contract/catalog.ts'
import type { DemoProduct, DemoShop, DemoStem, DemoVariant } from '@flora/demo-shop/shape.ts'
import { demoCollectionId, demoProductId, demoStemId, demoVariantId, pictureId } from './demo-ids.ts'
import { demoIsWrong } from './errors.ts'

/** The catalogue's tables as records, named like their columns. */
export interface ShelfRows {
  readonly products: readonly object[]
  readonly variants: readonly object[]
  readonly stems: readonly object[]
  readonly recipes: readonly object[]
  readonly facetValues: readonly object[]
  readonly productFacets: readonly object[]
  readonly collections: readonly object[]
  readonly collectionProducts: readonly object[]
  readonly addOnOffers: readonly object[]
  readonly pictures: readonly object[]
  readonly stock: readonly object[]
  readonly lots: readonly object[]
}

/** The demo's products, stems, facets and collections as rows. Refuses a demo that names what it does not have. */
export function shelfRows(demo: DemoShop, now: Temporal.Instant): ShelfRows {
  const stemsByKey = new Map(demo.stems.map((stem) => [stem.key, stem]))
  const words = searchWordsFor(demo, stemsByKey)
  return {
    products: demo.products.map((product, position) => ({
      ...productRow(product, position),
      search_words: words(product),
      // The order in which they came is not the order on the shelf, so that "newest" shows something of its own.
      created_at: now.subtract({ hours: 24 * ((position * 37) % 97) + 1 }).toString(),
    })),
    variants: demo.products.flatMap((product) =>
      product.variants.map((variant, position) => variantRow(product, variant, position)),
    ),
    stems: demo.stems.map(({ key, name, species, colour, cut }) => ({
      id: demoStemId(key),
      name,
      species,
      colour,
      bunch: cut?.bunch ?? 10,
      grower: cut?.grower ?? '',
      vase_days: cut?.vaseDays,
      cost_minor: cut?.costMinor,
    })),
    recipes: demo.products.flatMap((product) =>
      product.variants.flatMap((variant) => recipeRows(product, variant, stemsByKey)),
    ),
    facetValues: demo.facets.map((value, position) => ({ ...value, position })),
    productFacets: demo.products.flatMap(({ slug, facets }) =>
      facetNames.flatMap((facet) =>
        [...new Set(facets[facet])].map((value) => ({ product_id: demoProductId(slug), facet, value })),
      ),
    ),
    collections: demo.collections.map(({ slug, name, description }, position) => ({
      id: demoCollectionId(slug),
      slug,
      name,
      description,
      position,
    })),
    collectionProducts: demo.collections.flatMap(({ slug, products }) =>
      products.map((product, position) => ({
        collection_id: demoCollectionId(slug),
        product_id: demoProductId(product),
        position,
      })),
    ),
    addOnOffers: demo.products.flatMap(({ slug, addOns = [] }) =>
      addOns.map((addOn, position) => ({ product_id: demoProductId(slug), add_on_id: demoProductId(addOn), position })),
    ),
    pictures: demo.products.flatMap((product) => pictureRows(product, stemsByKey)),
    lots: lotRows(demo, now),
    stock: [
      ...demo.stems.map(({ key, onHand }) => ({ item_id: demoStemId(key), on_hand: onHand })),
      ...demo.products
        .filter(({ stockBy }) => stockBy === 'variant')
        .flatMap(({ slug, variants }) =>
          variants.map(({ key, onHand = 0 }) => ({ item_id: demoVariantId(slug, key), on_hand: onHand })),
        ),
    ],
  }
}

// A third of what is cut came this morning; the rest keeps, so that a demo which nobody waters for a month still sells flowers.
function lotRows({ stems, shop }: DemoShop, now: Temporal.Instant): object[] {
  const today = shopDayAt(now, shop.timeZone)
  return stems.flatMap(({ key, onHand, cut }) => {
    const pieces = Math.floor(onHand / 3)
    if (!cut || pieces === 0) return []
    const usable_until = daysAfter(today, cut.vaseDays)
    return [
      { id: `lot_demo-${key}`, item_id: demoStemId(key), arrived_day: today, usable_until, pieces, at: now.toString() },
    ]
  })
}

function productRow(product: DemoProduct, position: number): object {
  const {
    slug,
    name,
    latinName,
    kind,
    tint,
    summary,
    description,
    care,
    facts,
    seasonMonths,
    leadDays = 0,
    stockBy,
    drawing,
  } = product
  return {
    id: demoProductId(slug),
    slug,
    name,
    latin_name: latinName,
    kind,
    tint,
    summary,
    description,
    care,
    facts,
    drawing,
    position,
    season_months: seasonMonths,
    lead_days: leadDays,
    stock_by: stockBy,
  }
}

function variantRow({ slug }: DemoProduct, variant: DemoVariant, position: number): object {
  const { key, name, measure, priceMinor, benchMinutes, heightCm, widthCm } = variant
  return {
    id: demoVariantId(slug, key),
    product_id: demoProductId(slug),
    sku: `${slug}-${key}`.toUpperCase(),
    name,
    measure,
    position,
    price_minor: priceMinor,
    bench_minutes: benchMinutes,
    height_cm: heightCm,
    width_cm: widthCm,
  }
}

function recipeRows(
  { slug }: DemoProduct,
  { key, recipe }: DemoVariant,
  stems: ReadonlyMap<string, DemoStem>,
): object[] {
  return recipe.map(({ stem, count }, position) => {
    if (!stems.has(stem)) throw demoIsWrong(`${slug} is tied with ${stem}, which the demo shop does not stock.`)
    return { variant_id: demoVariantId(slug, key), stem_id: demoStemId(stem), position, quantity: count }
  })
}

// The first picture stands on the tile: the middle size, which is neither the thin one nor the loud one. Sizes that are tied
// from the same stems share theirs.
function pictureRows(product: DemoProduct, stems: ReadonlyMap<string, DemoStem>): object[] {
  const { slug, name, variants, alt } = product
  const middle = variants[Math.floor((variants.length - 1) / 2)]
  const inOrder = [
    ...variants.filter((variant) => variant === middle),
    ...variants.filter((variant) => variant !== middle),
  ]
  const seen = new Set<string>()
  const fresh = inOrder.filter(({ recipe }) => !seen.has(JSON.stringify(recipe)) && seen.add(JSON.stringify(recipe)))
  return fresh.map((variant, position) => {
    const recipe = variant.recipe.map(({ stem, count }) => {
      const { species, colour } = stems.get(stem)!
      return { stem: species, ...(colour && { colour }), count }
    })
    const drawing = { ...product.drawing, seed: `${slug}/${variant.key}`, recipe }
    return {
      product_id: demoProductId(slug),
      position,
      id: pictureId(drawing),
      drawing,
      alt: position === 0 ? alt : `${name}, size ${variant.name.toLowerCase()}: ${variant.measure}`,
    }
  })
}

const kindWords = {
  bouquet: 'Bouquets Flowers',
  arrangement: 'Arrangements Flowers Vase',
  plant: 'Plants Pot',
  dried: 'Dried flowers',
  'add-on': 'Add-ons Gifts',
} as const

/** What a product is found by besides its name: the words of its facets, stems, collections and kind, each once. */
function searchWordsFor(demo: DemoShop, stems: ReadonlyMap<string, DemoStem>): (product: DemoProduct) => string {
  const labels = new Map(demo.facets.map(({ facet, value, label }) => [`${facet}/${value}`, label]))
  const collectionsOf = Map.groupBy(
    demo.collections.flatMap(({ name, products }) => products.map((slug) => ({ slug, name }))),
    ({ slug }) => slug,
  )
  return ({ slug, kind, facets, variants }) => {
    const facetLabels = facetNames.flatMap((facet) =>
      (facets[facet] ?? []).map((value) => labels.get(`${facet}/${value}`) ?? value),
    )
    const stemNames = variants.flatMap(({ recipe }) => recipe.map(({ stem }) => stems.get(stem)?.name ?? ''))
    const names = (collectionsOf.get(slug) ?? []).map(({ name }) => name)
    return [...new Set([kindWords[kind], ...facetLabels, ...stemNames, ...names])].join(' ')
  }
}
