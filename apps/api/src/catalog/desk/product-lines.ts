import { facetNames } from '@flora/contract/catalog.ts'
import type { CollectionId, ProductId, StemId } from '@flora/contract/ids.ts'
import type { SavedProduct, VariantParts } from './product-parts.ts'

/** Columns that say something of a product; a product's later lines may leave them empty. */
export const productColumns = [
  'product',
  'name',
  'latin name',
  'kind',
  'tint',
  'status',
  'summary',
  'description',
  'care',
  'facts',
  'months',
  'lead days',
  'stock by',
  'shown from',
  'shown until',
  'position',
  ...facetNames,
  'collections',
  'add-ons',
] as const
export type ProductColumn = (typeof productColumns)[number]

/** Columns that say something of a size: one line a size. */
export const variantColumns = [
  'sku',
  'size',
  'measure',
  'price',
  'bench minutes',
  'height cm',
  'width cm',
  'sold',
  'recipe',
] as const
export type VariantColumn = (typeof variantColumns)[number]

export type Line = Record<ProductColumn | VariantColumn, string>

/** What files call things by, which the catalogue knows by their ids. */
export interface Names {
  readonly collections: ReadonlyMap<CollectionId, string>
  readonly products: ReadonlyMap<ProductId, string>
  /** A stem's name, where no other has it; else its id. */
  readonly stems: ReadonlyMap<StemId, string>
}

/** Several values of one cell, one of two parts, and several paragraphs. */
export const between = { values: ' | ', parts: ' :: ', paragraphs: '\n\n', lines: '\n' } as const

/** A product as lines of a file: one for each of its sizes, or one when it has none. */
export function linesOf(product: SavedProduct, names: Names): Line[] {
  const own = wordsOf(product, names)
  const sizes = product.variants.map((variant) => sizeOf(variant, names))
  const first = { ...own, ...(sizes[0] ?? noSize) }
  return [first, ...sizes.slice(1).map((size) => ({ ...noWords, product: product.slug, ...size }))]
}

/** The names that files use. A name with a sign that cuts cells, or that two stems have, is no name for a file. */
export function stemNames(stems: readonly { id: StemId; name: string }[]): Map<StemId, string> {
  const count = new Map<string, number>()
  for (const { name } of stems) count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1)
  return new Map(
    stems.map(({ id, name }) => [
      id,
      count.get(name.toLowerCase()) === 1 &&
      !name.includes('|') &&
      !name.startsWith('stm_') &&
      name === name.trim() &&
      name !== ''
        ? name
        : id,
    ]),
  )
}

function wordsOf(product: SavedProduct, names: Names): Record<ProductColumn, string> {
  const facet = (name: string) =>
    product.facets
      .filter((one) => one.facet === name)
      .map(({ value }) => value)
      .join(between.values)
  return {
    product: product.slug,
    name: product.name,
    'latin name': product.latinName,
    kind: product.kind,
    tint: product.tint,
    status: product.status,
    summary: product.summary,
    description: product.description.join(between.paragraphs),
    care: product.care.map(({ heading, text }) => heading + between.parts + text).join(between.lines),
    facts: product.facts.map(({ term, text }) => term + between.parts + text).join(between.lines),
    months: (product.seasonMonths ?? []).join(' '),
    'lead days': String(product.leadDays),
    'stock by': product.stockBy,
    'shown from': product.visibleFrom ?? '',
    'shown until': product.visibleUntil ?? '',
    position: String(product.position),
    occasion: facet('occasion'),
    season: facet('season'),
    mood: facet('mood'),
    colour: facet('colour'),
    type: facet('type'),
    collections: product.collections
      .map((id) => names.collections.get(id) ?? id)
      .toSorted()
      .join(between.values),
    'add-ons': product.addOns.map((id) => names.products.get(id) ?? id).join(between.values),
  }
}

function sizeOf(variant: VariantParts, names: Names): Record<VariantColumn, string> {
  return {
    sku: variant.sku,
    size: variant.name,
    measure: variant.measure,
    price: dollars(variant.priceMinor),
    'bench minutes': String(variant.benchMinutes),
    'height cm': variant.heightCm === null ? '' : String(variant.heightCm),
    'width cm': variant.widthCm === null ? '' : String(variant.widthCm),
    sold: variant.active ? 'yes' : 'no',
    recipe: variant.recipe
      .map(({ stemId, quantity }) => `${quantity} ${names.stems.get(stemId) ?? stemId}`)
      .join(between.values),
  }
}

function dollars(minor: number): string {
  const cents = String(minor).padStart(3, '0')
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`
}

const noSize = Object.fromEntries(variantColumns.map((column) => [column, ''])) as Record<VariantColumn, string>
const noWords = Object.fromEntries(productColumns.map((column) => [column, ''])) as Record<ProductColumn, string>
