import type { FacetName, ProductKind, Tint } from '@flora/contract/catalog.ts'
import type { ProductStatus } from '@flora/contract/catalog-desk.ts'
import type { CollectionId, PhotoId, ProductId, StemId, VariantId } from '@flora/contract/ids.ts'
import type { Permission } from '@flora/contract/text.ts'
import { roleMay } from '@flora/contract/permissions.ts'
import type { Caller } from '../../platform/caller.ts'

export interface PictureParts {
  readonly id: string
  readonly alt: string
  readonly photoId: PhotoId | null
  readonly focusX: number | null
  readonly focusY: number | null
  /** What the illustrator draws it from. */
  readonly drawing: object | null
}

export interface VariantParts {
  readonly id: VariantId
  readonly sku: string
  readonly name: string
  readonly measure: string
  readonly priceMinor: number
  readonly benchMinutes: number
  readonly heightCm: number | null
  readonly widthCm: number | null
  readonly active: boolean
  readonly recipe: readonly { readonly stemId: StemId; readonly quantity: number }[]
}

/** Everything about a product that people decide. */
export interface ProductParts {
  readonly name: string
  readonly slug: string
  readonly latinName: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly summary: string
  readonly description: readonly string[]
  readonly care: readonly { heading: string; text: string }[]
  readonly facts: readonly { term: string; text: string }[]
  readonly seasonMonths: readonly number[] | null
  readonly leadDays: number
  readonly stockBy: 'variant' | 'stems' | 'nothing'
  readonly visibleFrom: string | null
  readonly visibleUntil: string | null
  readonly position: number
  readonly facets: readonly { facet: FacetName; value: string }[]
  readonly collections: readonly CollectionId[]
  readonly addOns: readonly ProductId[]
  readonly pictures: readonly PictureParts[]
  readonly variants: readonly VariantParts[]
}

/** A product as it is kept. */
export interface SavedProduct extends ProductParts {
  readonly id: ProductId
  readonly status: ProductStatus
  readonly version: number
}

/** A product that nobody has said anything about but what it is called. */
export function emptyProduct(parts: Pick<ProductParts, 'name' | 'slug' | 'kind' | 'position'>): ProductParts {
  return {
    latinName: '',
    tint: 'sage',
    summary: '',
    description: [],
    care: [],
    facts: [],
    seasonMonths: null,
    leadDays: 0,
    stockBy: parts.kind === 'bouquet' || parts.kind === 'arrangement' ? 'stems' : 'variant',
    visibleFrom: null,
    visibleUntil: null,
    facets: [],
    collections: [],
    addOns: [],
    pictures: [],
    variants: [],
    ...parts,
  }
}

/** What keeps it from standing on the shelf, each a sentence; nothing when it is complete. */
export function missingFrom(product: ProductParts): string[] {
  const sold = product.variants.filter(({ active }) => active)
  const bare = product.stockBy === 'stems' ? sold.filter(({ recipe }) => recipe.length === 0) : []
  return [
    ...(product.summary === '' ? ['It needs a summary: the shelf and search show it.'] : []),
    ...(sold.length === 0 ? ['It needs a size that is sold.'] : []),
    ...bare.map(({ name }) => `${name} needs a recipe, since it is counted by its stems.`),
    ...(product.pictures.length === 0 ? ['It needs a picture.'] : []),
    ...(product.pictures.some(({ alt }) => alt === '')
      ? ['A picture needs a description for those who cannot see it.']
      : []),
  ]
}

const words: Record<keyof ProductParts, string> = {
  name: 'name',
  slug: 'address',
  latinName: 'Latin name',
  kind: 'kind',
  tint: 'tint',
  summary: 'summary',
  description: 'description',
  care: 'care',
  facts: 'facts',
  seasonMonths: 'season',
  leadDays: 'lead time',
  stockBy: 'how it is counted',
  visibleFrom: 'first day',
  visibleUntil: 'last day',
  position: 'place on the shelf',
  facets: 'facets',
  collections: 'collections',
  addOns: 'add-ons',
  pictures: 'pictures',
  variants: 'sizes',
}

/** The names of what is different, in plain words. */
export function differences(before: ProductParts, after: ProductParts): string[] {
  return (Object.keys(words) as (keyof ProductParts)[])
    .filter((part) => JSON.stringify(inOrder(part, before)) !== JSON.stringify(inOrder(part, after)))
    .map((part) => words[part])
}

// Some lists are sets: their order says nothing.
function inOrder(part: keyof ProductParts, product: ProductParts): unknown {
  switch (part) {
    case 'facets':
      return product.facets.map(({ facet, value }) => `${facet}/${value}`).toSorted()
    case 'collections':
      return product.collections.toSorted()
    case 'care':
      return product.care.map(({ heading, text }) => [heading, text])
    case 'facts':
      return product.facts.map(({ term, text }) => [term, text])
    case 'pictures':
      return product.pictures.map(({ id, alt }) => [id, alt])
    case 'variants':
      return product.variants.map(comparable)
    default:
      return product[part]
  }
}

function comparable(variant: VariantParts): unknown[] {
  const { id, sku, name, measure, priceMinor, benchMinutes, heightCm, widthCm, active, recipe } = variant
  const stems = recipe.map(({ stemId, quantity }) => [stemId, quantity])
  return [id, sku, name, measure, priceMinor, benchMinutes, heightCm, widthCm, active, stems]
}

/** Who writes at the catalogue's desk. */
export type Writer = Pick<Caller, 'accountId' | 'name' | 'role'>

/** What a live product's shoppers would see is for those to change who may publish. */
export function mayEdit(product: { readonly status: ProductStatus }, { role }: Pick<Writer, 'role'>): Permission {
  if (product.status !== 'live' || roleMay(role, 'catalog/publish')) return { ok: true }
  return { ok: false, because: 'It is in the shop. Somebody who may publish changes it.' }
}

export function mayPublish(
  product: { readonly status: ProductStatus },
  missing: readonly string[],
  { role }: Pick<Writer, 'role'>,
): Permission {
  if (!roleMay(role, 'catalog/publish')) return { ok: false, because: 'Owners and managers publish.' }
  if (product.status === 'live') return { ok: false, because: 'It is in the shop already.' }
  return missing[0] === undefined ? { ok: true } : { ok: false, because: missing[0] }
}

export function mayArchive(product: { readonly status: ProductStatus }, { role }: Pick<Writer, 'role'>): Permission {
  if (!roleMay(role, 'catalog/publish')) return { ok: false, because: 'Owners and managers archive.' }
  return product.status === 'archived' ? { ok: false, because: 'It is archived already.' } : { ok: true }
}
