import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ProductId, VariantId } from './ids.ts'
import { Money } from './money.ts'
import { Slug, typed } from './text.ts'

export const productKinds = ['bouquet', 'arrangement', 'plant', 'dried', 'add-on'] as const
export const ProductKind = z.enum(productKinds)
export type ProductKind = z.output<typeof ProductKind>

export const tints = ['blush', 'butter', 'sage', 'sky', 'lilac', 'clay'] as const
export const Tint = z.enum(tints)
export type Tint = z.output<typeof Tint>

/**
 * A picture in 4:5. Its files are /pictures/<id>-<width>.<avif|webp> at the widths of `pictureWidths`.
 */
export const Picture = z.strictObject({ id: z.string(), alt: z.string() })
export type Picture = z.output<typeof Picture>
export const pictureWidths = [400, 800, 1200] as const

/** What a shelf shows of a product. */
export const Tile = z.strictObject({
  id: ProductId,
  slug: Slug,
  name: z.string(),
  latinName: z.string(),
  kind: ProductKind,
  tint: Tint,
  picture: Picture,
  from: Money,
  /** False when there is one price only, so that the tile need not say "from". */
  hasSizes: z.boolean(),
  soldOut: z.boolean(),
  /** Given only when few are left. */
  left: z.int().optional(),
})
export type Tile = z.output<typeof Tile>

export const facetNames = ['occasion', 'season', 'mood', 'colour', 'type'] as const
export const FacetName = z.enum(facetNames)
export type FacetName = z.output<typeof FacetName>

/** Each value of a facet with the number of products that would be shown if it were ticked too. */
export const Facet = z.strictObject({
  name: FacetName,
  label: z.string(),
  values: z.array(z.strictObject({ value: Slug, label: z.string(), count: z.int(), chosen: z.boolean() })),
})
export type Facet = z.output<typeof Facet>

export const sorts = ['featured', 'price-up', 'price-down', 'newest', 'name'] as const
export const Sort = z.enum(sorts)
export type Sort = z.output<typeof Sort>

// Several values of one facet are one comma-separated parameter, so that a page has one stable address.
const chosenValues = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/, 'Please give values as they stand in the list, with commas between them.')
  .transform((text) => [...new Set(text.split(','))].toSorted())
  .optional()

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, 'Please give a whole number of at most seven digits.')
    .transform(Number)
    .pipe(z.int().max(max))

export const ProductsQuery = z.strictObject({
  q: typed(80).optional(),
  kind: ProductKind.optional(),
  collection: Slug.optional(),
  occasion: chosenValues,
  season: chosenValues,
  mood: chosenValues,
  colour: chosenValues,
  type: chosenValues,
  /** Whole dollars. */
  'price-from': wholeNumber(100_000).optional(),
  'price-to': wholeNumber(100_000).optional(),
  sort: Sort.optional(),
  page: wholeNumber(10_000).pipe(z.int().min(1)).optional(),
})
export type ProductsQuery = z.output<typeof ProductsQuery>

/** Products on one page of a list. */
export const pageSize = 24

export const ProductList = z.strictObject({
  items: z.array(Tile),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  facets: z.array(Facet),
  priceFrom: Money.optional(),
  priceTo: Money.optional(),
  /** The nearest word the shop knows, when what was typed found little. */
  didYouMean: z.string().optional(),
  collection: z.strictObject({ slug: Slug, name: z.string(), description: z.string() }).optional(),
})
export type ProductList = z.output<typeof ProductList>

export const Variant = z.strictObject({
  id: VariantId,
  sku: z.string(),
  name: z.string(),
  price: Money,
  /** "7 stems", "13 cm pot": what the size is in words. */
  measure: z.string(),
  heightCm: z.int().optional(),
  widthCm: z.int().optional(),
  soldOut: z.boolean(),
  left: z.int().optional(),
  stems: z.array(z.strictObject({ name: z.string(), count: z.int() })),
})
export type Variant = z.output<typeof Variant>

export const Product = z.strictObject({
  id: ProductId,
  slug: Slug,
  name: z.string(),
  latinName: z.string(),
  kind: ProductKind,
  tint: Tint,
  summary: z.string(),
  /** Paragraphs. */
  description: z.array(z.string()),
  /** What to do with it at home, each with its heading. */
  care: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  /** Facts for the label: kinds, where cut, how long it lasts. */
  facts: z.array(z.strictObject({ term: z.string(), text: z.string() })),
  /** Months (1 to 12) in which it is sold; absent when all year. */
  seasonMonths: z.array(z.int().min(1).max(12)).optional(),
  pictures: z.array(Picture),
  variants: z.array(Variant),
  addOns: z.array(
    z.strictObject({
      variantId: VariantId,
      slug: Slug,
      name: z.string(),
      note: z.string(),
      price: Money,
      tint: Tint,
      picture: Picture,
      soldOut: z.boolean(),
    }),
  ),
  similar: z.array(Tile),
  collections: z.array(z.strictObject({ slug: Slug, name: z.string() })),
})
export type Product = z.output<typeof Product>

export const Suggestion = z.strictObject({
  kind: z.enum(['product', 'collection', 'occasion', 'colour', 'type']),
  label: z.string(),
  /** A path in the shop. */
  href: z.string(),
  price: Money.optional(),
})
export type Suggestion = z.output<typeof Suggestion>

/** What the home page shows of the catalogue. */
export const FrontPage = z.strictObject({
  hero: Tile.extend({ facts: Product.shape.facts, summary: z.string(), number: z.int() }),
  bench: z.array(Tile),
  /** Every kind and how many the shop has of it. */
  totals: z.array(z.strictObject({ kind: ProductKind, count: z.int() })),
  seasons: z.array(z.strictObject({ name: z.string(), latinName: z.string(), months: z.array(z.int()) })),
  occasions: z.array(z.strictObject({ value: Slug, label: z.string(), count: z.int() })),
  collections: z.array(z.strictObject({ slug: Slug, name: z.string(), description: z.string(), count: z.int() })),
})
export type FrontPage = z.output<typeof FrontPage>

export const catalog = {
  listProducts: endpoint({
    method: 'GET',
    path: '/products',
    summary: 'Products that match a search and the ticked facets, a page at a time, with the counts of every facet.',
    query: ProductsQuery,
    reply: ProductList,
    who: 'anyone',
    limit: 'reads',
    refusals: ['collection-not-found', 'shelf-is-empty'],
  }),
  showProduct: endpoint({
    method: 'GET',
    path: '/products/:slug',
    summary: 'One product with its sizes, care, add-ons and what is like it.',
    params: z.strictObject({ slug: Slug }),
    reply: Product,
    who: 'anyone',
    limit: 'reads',
    refusals: ['product-not-found', 'shelf-is-empty'],
  }),
  suggest: endpoint({
    method: 'GET',
    path: '/suggestions',
    summary: 'At most eight suggestions for what is being typed into the search field.',
    query: z.strictObject({ q: typed(80) }),
    reply: z.array(Suggestion),
    who: 'anyone',
    limit: 'reads',
    refusals: ['shelf-is-empty'],
  }),
  showFrontPage: endpoint({
    method: 'GET',
    path: '/front-page',
    summary: 'What the home page shows of the catalogue.',
    reply: FrontPage,
    who: 'anyone',
    limit: 'reads',
    refusals: ['shelf-is-empty'],
  }),
}
