import { z } from 'zod'
import { FacetName, Product, ProductKind } from './catalog.ts'
import {
  DeskCollection,
  DeskFacetValue,
  DeskProduct,
  DeskProductCard,
  DeskStem,
  importBytes,
  ImportReport,
  NewProduct,
  oneLine,
  parts,
  priceMinor,
  ProductChange,
  ProductStatus,
} from './catalog-desk.ts'
import { endpoint } from './endpoint.ts'
import { CollectionId, PriceId, ProductId, VariantId } from './ids.ts'
import { Instant, ShopDay, Slug, typed } from './text.ts'

const reads = { who: { may: 'catalog/read' }, limit: 'reads' } as const
const writes = { who: { may: 'catalog/write' }, limit: 'writes' } as const
const publishes = { who: { may: 'catalog/publish' }, limit: 'writes' } as const
const withId = z.strictObject({ productId: ProductId })
const withCollection = z.strictObject({ collectionId: CollectionId })
const naming = [
  'slug-taken',
  'sku-taken',
  'stem-unknown',
  'photo-unknown',
  'picture-unknown',
  'facet-unknown',
  'collection-not-found',
  'product-unknown',
  'variant-not-found',
  'days-not-valid',
] as const
const collectionParts = {
  name: parts.name,
  slug: parts.slug,
  description: oneLine(400),
  position: parts.position,
  /** The whole list, in order. */
  products: z.array(ProductId).max(1_000),
}

/** Writing what is sold. */
export const catalogDesk = {
  listProducts: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/catalog/products',
    summary: 'All products, whatever their status, the last changed first.',
    query: z.strictObject({
      q: typed(80).optional(),
      status: ProductStatus.optional(),
      kind: ProductKind.optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    reply: z.strictObject({ items: z.array(DeskProductCard), total: z.int(), page: z.int(), pages: z.int() }),
  }),
  showProduct: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/catalog/products/:productId',
    summary: 'A product as staff edit it: all its parts, price history, what keeps it from being published.',
    params: withId,
    reply: DeskProduct,
    refusals: ['product-not-found'],
  }),
  createProduct: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/catalog/products',
    summary: 'A new product, as a draft.',
    body: NewProduct,
    reply: DeskProduct,
    status: 201,
    refusals: naming,
  }),
  changeProduct: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/catalog/products/:productId',
    summary:
      'Changes parts of a product. One that is live changes for shoppers at once, stays complete, and needs catalog/publish.',
    params: withId,
    body: ProductChange,
    reply: DeskProduct,
    refusals: ['product-not-found', 'changed-meanwhile', 'product-not-complete', ...naming],
  }),
  publishProduct: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/products/:productId/publish',
    summary:
      'Puts a draft or an archived product on the shelf. Refuses, with all that is missing, what is not complete.',
    params: withId,
    body: z.strictObject({ version: z.int().min(1) }),
    reply: DeskProduct,
    refusals: ['product-not-found', 'changed-meanwhile', 'product-not-complete'],
  }),
  archiveProduct: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/products/:productId/archive',
    summary: 'Takes a product off the shelf. Orders that name it stay as they are.',
    params: withId,
    body: z.strictObject({ version: z.int().min(1) }),
    reply: DeskProduct,
    refusals: ['product-not-found', 'changed-meanwhile'],
  }),
  previewProduct: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/catalog/products/:productId/preview',
    summary: 'A link that shows the product’s page as it would be, to whoever has it, for seven days.',
    params: withId,
    reply: z.strictObject({ href: z.string(), expiresAt: Instant }),
    refusals: ['product-not-found', 'product-not-complete'],
  }),
  showPreview: endpoint({
    who: 'anyone',
    limit: 'reads',
    method: 'GET',
    path: '/products/previews/:token',
    summary: 'The product of a preview’s link, as its page would show it.',
    params: z.strictObject({ token: z.string().max(200) }),
    reply: Product,
    refusals: ['product-not-found', 'shelf-is-empty'],
  }),
  planPrice: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/variants/:variantId/prices',
    summary: 'A new price from a day on; from today is at once.',
    params: z.strictObject({ variantId: VariantId }),
    body: z.strictObject({ priceMinor, fromDay: ShopDay }),
    reply: DeskProduct,
    status: 201,
    refusals: ['variant-not-found', 'day-is-past', 'price-planned'],
  }),
  cancelPrice: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/prices/:priceId/cancellation',
    summary: 'Takes back a price that has not begun.',
    params: z.strictObject({ priceId: PriceId }),
    reply: DeskProduct,
    refusals: ['price-not-found', 'price-applied'],
  }),
  listCollections: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/catalog/collections',
    summary: 'Every collection with its products in order.',
    reply: z.array(DeskCollection),
  }),
  createCollection: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/collections',
    summary: 'A new collection, seen at once.',
    body: z.strictObject({ ...z.strictObject(collectionParts).partial().shape, name: parts.name }),
    reply: DeskCollection,
    status: 201,
    refusals: ['slug-taken', 'product-unknown'],
  }),
  changeCollection: endpoint({
    ...publishes,
    method: 'PATCH',
    path: '/desk/catalog/collections/:collectionId',
    summary: 'Renames a collection, or gives it another list or order of products. Its old address leads to it still.',
    params: withCollection,
    body: z.strictObject({ ...z.strictObject(collectionParts).partial().shape, version: z.int().min(1) }),
    reply: DeskCollection,
    refusals: ['collection-not-found', 'changed-meanwhile', 'slug-taken', 'product-unknown'],
  }),
  removeCollection: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/collections/:collectionId/removal',
    summary: 'Takes a collection away; its products stay.',
    params: withCollection,
    body: z.strictObject({ version: z.int().min(1) }),
    reply: z.array(DeskCollection),
    refusals: ['collection-not-found', 'changed-meanwhile'],
  }),
  listFacetValues: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/catalog/facets',
    summary: 'Every value of every facet, in order, with how many products carry it.',
    reply: z.array(DeskFacetValue),
  }),
  saveFacetValue: endpoint({
    ...publishes,
    method: 'PUT',
    path: '/desk/catalog/facets/:facet/:value',
    summary: 'Makes a value of a facet, or renames or moves it.',
    params: z.strictObject({ facet: FacetName, value: Slug }),
    body: z.strictObject({
      label: oneLine(60).pipe(z.string().min(1, 'Please give it a label.')),
      position: parts.position.optional(),
    }),
    reply: z.array(DeskFacetValue),
  }),
  removeFacetValue: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/facets/:facet/:value/removal',
    summary: 'Takes a value away that no product carries.',
    params: z.strictObject({ facet: FacetName, value: Slug }),
    reply: z.array(DeskFacetValue),
    refusals: ['facet-in-use'],
  }),
  listStems: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/catalog/stems',
    summary: 'Every stem a recipe may name.',
    reply: z.array(DeskStem),
  }),
  createStem: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/catalog/stems',
    summary: 'A new stem: it can stand in recipes, and is counted once the stock has a lot of it.',
    body: z.strictObject({
      name: oneLine(80).pipe(z.string().min(1, 'Please name the stem.')),
      /** The illustrator's. */
      species: oneLine(60).pipe(z.string().min(1)),
      colour: oneLine(40).optional(),
    }),
    reply: z.array(DeskStem),
    status: 201,
  }),
  importProducts: endpoint({
    ...publishes,
    method: 'POST',
    path: '/desk/catalog/import',
    summary:
      'Takes products and sizes from a CSV file of the export’s form: all of it or nothing. A dry run says what would change and names each bad line.',
    body: z.strictObject({ csv: z.string().max(importBytes), dryRun: z.boolean() }),
    mostBytes: importBytes,
    reply: ImportReport,
  }),
}
