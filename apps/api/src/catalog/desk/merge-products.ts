import type { BadLine } from '@flora/contract/catalog-desk.ts'
import type { CollectionId, ProductId, StemId, VariantId } from '@flora/contract/ids.ts'
import { Slug } from '@flora/contract/text.ts'
import {
  differences,
  emptyProduct,
  missingFrom,
  type ProductParts,
  type SavedProduct,
  type VariantParts,
} from './product-parts.ts'
import type { ReadProduct, ReadSize } from './read-lines.ts'

/** What a file's names stand for. Stems by name in small letters, and by id. */
export interface FileNames {
  readonly collections: ReadonlyMap<string, CollectionId>
  readonly stems: ReadonlyMap<string, StemId>
  /** 'colour/coral' */
  readonly facets: ReadonlySet<string>
  /** Addresses that lead to a product which has another one now. */
  readonly oldSlugs: ReadonlySet<string>
}

export interface Merged {
  readonly id: ProductId
  readonly before: SavedProduct | undefined
  readonly after: ProductParts
  /** What is different, in words; nothing when nothing is. */
  readonly parts: string[]
}

interface Shelf {
  readonly saved: readonly SavedProduct[]
  readonly names: FileNames
  readonly firstPosition: number
  readonly newProductId: () => ProductId
  readonly newVariantId: () => VariantId
}

/** Products as they would be after a file, beside what is wrong in it. Pure: ids are given to it. */
export function mergeProducts(
  products: readonly ReadProduct[],
  shelf: Shelf,
): { merged: readonly Merged[]; bad: readonly BadLine[] } {
  const bad: BadLine[] = []
  const bySlug = new Map(shelf.saved.map((product) => [product.slug, product]))
  const ids = new Map(products.map(({ slug }) => [slug, bySlug.get(slug)?.id ?? shelf.newProductId()]))
  const owners = new Map(shelf.saved.flatMap(({ slug, variants }) => variants.map(({ sku }) => [sku, slug] as const)))
  const merged = products.map((read, nth) => {
    const complain = (line: number, column: string | undefined, message: string) =>
      void bad.push({ line, ...(column !== undefined && { column }), message })
    const before = bySlug.get(read.slug)
    const id = ids.get(read.slug) ?? shelf.newProductId()
    if (!before) complainOfNew(read, shelf.names, complain)
    else if (read.status && read.status !== before.status)
      complain(read.line, 'status', `It is ${before.status}; publish and archive it on its own page.`)
    const base =
      before ??
      emptyProduct({
        name: read.slug,
        slug: read.slug,
        kind: (read.words['kind'] as ProductParts['kind'] | undefined) ?? 'bouquet',
        position: shelf.firstPosition + nth,
      })
    const after = {
      ...partsOnly(base),
      ...(read.words as Partial<ProductParts>),
      ...facetsAfter(base, read, shelf.names, complain),
      ...listsAfter(base, read, { shelf, ids, bySlug, id }, complain),
      variants: variantsAfter(base, read, { shelf, owners }, complain),
    }
    if (after.visibleFrom && after.visibleUntil && after.visibleUntil < after.visibleFrom)
      complain(read.line, 'shown until', 'It is shown until its first day or later.')
    if (before?.status === 'live')
      for (const message of missingFrom(after)) complain(read.line, undefined, `It is in the shop. ${message}`)
    return { id, before, after, parts: before ? differences(before, after) : ['all'] }
  })
  return { merged, bad }
}

type Complain = (line: number, column: string | undefined, message: string) => void

function complainOfNew({ slug, line, words, status }: ReadProduct, { oldSlugs }: FileNames, complain: Complain): void {
  if (!Slug.min(2).safeParse(slug).success)
    complain(line, 'product', 'An address is of small letters and digits, with dashes between them.')
  if (oldSlugs.has(slug)) complain(line, 'product', 'That address leads to another product, whose address it was.')
  if (!words['name']) complain(line, 'name', 'A new product needs a name.')
  if (!words['kind']) complain(line, 'kind', 'A new product needs its kind.')
  if (status && status !== 'draft') complain(line, 'status', 'A new product is a draft; publish it on its own page.')
}

function partsOnly(product: ProductParts): ProductParts {
  const { id: _, status: __, version: ___, ...parts } = product as SavedProduct
  return parts
}

// Facets that the file has no column for stay: it says nothing of them.
function facetsAfter(
  before: ProductParts,
  { line, facets: given, facetColumns }: ReadProduct,
  { facets: known }: FileNames,
  complain: Complain,
): Pick<ProductParts, 'facets'> {
  for (const { facet, value } of given)
    if (!known.has(`${facet}/${value}`)) complain(line, facet, `There is no ${facet} “${value}”.`)
  const kept = before.facets.filter(({ facet }) => !facetColumns.includes(facet))
  return { facets: [...kept, ...new Map(given.map((one) => [`${one.facet}/${one.value}`, one])).values()] }
}

function listsAfter(
  before: ProductParts,
  { collections, addOns, line }: ReadProduct,
  {
    shelf: { names },
    ids,
    bySlug,
    id,
  }: {
    shelf: Shelf
    ids: ReadonlyMap<string, ProductId>
    bySlug: ReadonlyMap<string, SavedProduct>
    id: ProductId
  },
  complain: Complain,
): Pick<ProductParts, 'collections' | 'addOns'> {
  const shelves = collections?.flatMap((slug) => {
    const found = names.collections.get(slug)
    if (!found) complain(line, 'collections', `There is no collection “${slug}”.`)
    return found ?? []
  })
  const offered = addOns?.flatMap((slug) => {
    const found = bySlug.get(slug)?.id ?? ids.get(slug)
    if (!found) complain(line, 'add-ons', `There is no product “${slug}”.`)
    return found ?? []
  })
  return {
    collections: shelves ? [...new Set(shelves)].toSorted() : before.collections,
    addOns: offered ? [...new Set(offered)].filter((one) => one !== id) : before.addOns,
  }
}

function variantsAfter(
  before: ProductParts,
  { slug, sizes }: ReadProduct,
  { shelf, owners }: { shelf: Shelf; owners: ReadonlyMap<string, string> },
  complain: Complain,
): VariantParts[] {
  const given = new Map(sizes.map((size) => [size.sku, size]))
  const kept = before.variants.map((variant) => {
    const size = given.get(variant.sku)
    if (!size) return variant
    return { ...variant, ...(size.parts as Partial<VariantParts>), ...recipeOf(size, shelf.names, complain) }
  })
  const there = new Set(before.variants.map(({ sku }) => sku))
  const fresh = sizes
    .filter(({ sku }) => !there.has(sku))
    .map((size) => {
      const owner = owners.get(size.sku)
      if (owner !== undefined && owner !== slug) complain(size.line, 'sku', `“${size.sku}” is a size of ${owner}.`)
      if (size.parts['name'] === undefined) complain(size.line, 'size', 'A new size needs a name.')
      if (size.parts['priceMinor'] === undefined) complain(size.line, 'price', 'A new size needs a price.')
      return {
        ...emptySize,
        id: shelf.newVariantId(),
        ...(size.parts as Pick<VariantParts, 'sku' | 'name' | 'priceMinor'>),
        ...recipeOf(size, shelf.names, complain),
      }
    })
  return [...kept, ...fresh]
}

const emptySize = { measure: '', benchMinutes: 0, heightCm: null, widthCm: null, active: true, recipe: [] } as const

function recipeOf(
  { recipe, line }: ReadSize,
  { stems }: FileNames,
  complain: Complain,
): Partial<Pick<VariantParts, 'recipe'>> {
  if (!recipe) return {}
  const found = recipe.flatMap(({ stem, quantity }) => {
    const stemId = stems.get(stem.toLowerCase())
    if (!stemId) complain(line, 'recipe', `There is no stem “${stem}”.`)
    if (quantity < 1) complain(line, 'recipe', `A recipe takes one ${stem} or more.`)
    return stemId ? [{ stemId, quantity }] : []
  })
  if (new Set(found.map(({ stemId }) => stemId)).size < found.length)
    complain(line, 'recipe', 'A recipe names each stem once.')
  return { recipe: found }
}
