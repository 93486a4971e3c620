import { z } from 'zod'
import { FacetName, Picture, ProductKind, Tint } from './catalog.ts'
import { CollectionId, PhotoId, PriceId, ProductId, StemId, VariantId } from './ids.ts'
import { Money } from './money.ts'
import { Instant, Permission, ShopDay, Slug, typed } from './text.ts'

export const ProductStatus = z.enum(['draft', 'live', 'archived'])
export type ProductStatus = z.output<typeof ProductStatus>

/** What is counted when it is sold: its own pieces, the stems it is tied from, or nothing. */
export const StockBy = z.enum(['variant', 'stems', 'nothing'])

/** Where the middle of a cropped photo is, in hundredths of its width and height. */
export const Focus = z.strictObject({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) })
export type Focus = z.output<typeof Focus>

/** What a photo may be and how large; `POST /api/desk/catalog/photos` takes one as the file of a multipart form. */
export const photoLimits = { bytes: 25 * 1024 * 1024, leastWidthPx: 800, mostPixels: 80_000_000 } as const

/** A photo that was uploaded: upright, without EXIF, as it came otherwise. */
export const Photo = z.strictObject({
  id: PhotoId,
  fileName: z.string(),
  width: z.int(),
  height: z.int(),
  /** How it looks cropped about its middle, until it is given an alt text and a focus. */
  picture: Picture,
})
export type Photo = z.output<typeof Photo>

export const DeskPicture = Picture.extend({
  /** Of an uploaded one; drawn ones have none. */
  photoId: PhotoId.optional(),
  focus: Focus.optional(),
})
export type DeskPicture = z.output<typeof DeskPicture>

const ProductCan = z.strictObject({ edit: Permission, publish: Permission, archive: Permission })

/** A product as staff list it, whatever its status. */
export const DeskProductCard = z.strictObject({
  id: ProductId,
  slug: Slug,
  name: z.string(),
  kind: ProductKind,
  tint: Tint,
  status: ProductStatus,
  picture: Picture.optional(),
  from: Money.optional(),
  sizes: z.int(),
  visibleFrom: ShopDay.optional(),
  visibleUntil: ShopDay.optional(),
  changedAt: Instant,
  version: z.int(),
})
export type DeskProductCard = z.output<typeof DeskProductCard>

export const RecipeStem = z.strictObject({
  stemId: StemId,
  name: z.string(),
  quantity: z.int(),
  /** On hand and not promised; absent when nobody counts it. */
  left: z.int().optional(),
})

export const PriceChange = z.strictObject({
  id: PriceId,
  price: Money,
  /** The first day on which it is the price. */
  fromDay: ShopDay,
  who: z.string(),
  at: Instant,
  state: z.enum(['applied', 'planned', 'cancelled']),
})
export type PriceChange = z.output<typeof PriceChange>

export const DeskVariant = z.strictObject({
  id: VariantId,
  sku: z.string(),
  name: z.string(),
  measure: z.string(),
  price: Money,
  benchMinutes: z.int(),
  heightCm: z.int().optional(),
  widthCm: z.int().optional(),
  active: z.boolean(),
  recipe: z.array(RecipeStem),
  /** How many can be promised by what is on hand now; absent when nothing is counted. */
  pieces: z.int().optional(),
  /** What its stems cost, and what its price leaves without them and GST; absent while the cost of a stem of it is not known. */
  margin: z.strictObject({ stems: Money, left: Money, basisPoints: z.int().optional() }).optional(),
  /** Latest first; what it cost before somebody changed it is not in it. */
  prices: z.array(PriceChange),
})
export type DeskVariant = z.output<typeof DeskVariant>

const Care = z.strictObject({ heading: z.string(), text: z.string() })
const Fact = z.strictObject({ term: z.string(), text: z.string() })
const FacetValueName = z.strictObject({ facet: FacetName, value: Slug })

/** A product as staff edit it. */
export const DeskProduct = DeskProductCard.omit({ picture: true, from: true, sizes: true }).extend({
  latinName: z.string(),
  summary: z.string(),
  description: z.array(z.string()),
  care: z.array(Care),
  facts: z.array(Fact),
  seasonMonths: z.array(z.int()).optional(),
  leadDays: z.int(),
  stockBy: StockBy,
  position: z.int(),
  facets: z.array(FacetValueName),
  collections: z.array(z.strictObject({ id: CollectionId, slug: Slug, name: z.string() })),
  addOns: z.array(z.strictObject({ id: ProductId, slug: Slug, name: z.string() })),
  pictures: z.array(DeskPicture),
  variants: z.array(DeskVariant),
  /** Addresses it once had, which lead to it still. */
  oldSlugs: z.array(Slug),
  /** What keeps it from being published, as sentences. */
  missing: z.array(z.string()),
  /** Latest first. */
  changes: z.array(z.strictObject({ at: Instant, who: z.string(), what: z.string(), version: z.int() })),
  can: ProductCan,
})
export type DeskProduct = z.output<typeof DeskProduct>

export const oneLine = (max: number) => typed(max)
const separator = ' :: '
const noSeparator = (text: string) => !text.includes(separator)
const heading = oneLine(80)
  .pipe(z.string().min(1))
  .refine(noSeparator, { error: 'Please leave “ :: ” out; lists in files are cut there.' })
const whole = { error: 'Please give a whole number.' }
export const priceMinor = z.int({ error: 'Please give a price, such as 65.00.' }).min(0).max(10_000_000)

export const VariantInput = z.strictObject({
  /** Absent for a new size. */
  id: VariantId.optional(),
  sku: oneLine(60).pipe(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'A SKU is of letters, digits, dots and dashes.'),
  ),
  name: oneLine(60).pipe(z.string().min(1, 'Please name the size.')),
  measure: oneLine(60).default(''),
  priceMinor,
  benchMinutes: z.int(whole).min(0).max(600),
  heightCm: z.int(whole).min(1).max(400).nullable().default(null),
  widthCm: z.int(whole).min(1).max(400).nullable().default(null),
  active: z.boolean().default(true),
  recipe: z
    .array(z.strictObject({ stemId: StemId, quantity: z.int().min(1).max(1_000) }))
    .max(40)
    .refine((stems) => new Set(stems.map(({ stemId }) => stemId)).size === stems.length, {
      error: 'A recipe names each stem once.',
    })
    .default([]),
})
export type VariantInput = z.output<typeof VariantInput>

const PictureInput = z.union([
  /** One that the product has already. */
  z.strictObject({ id: z.string().regex(/^[0-9a-z-]{8,64}$/), alt: oneLine(200) }),
  z.strictObject({ photoId: PhotoId, focus: Focus, alt: oneLine(200) }),
])
export type PictureInput = z.output<typeof PictureInput>

export const parts = {
  name: oneLine(120).pipe(z.string().min(1, 'Please give it a name.')),
  slug: Slug.min(2),
  latinName: oneLine(120),
  kind: ProductKind,
  tint: Tint,
  summary: oneLine(240),
  description: z.array(oneLine(2_000).pipe(z.string().min(1))).max(12),
  care: z.array(z.strictObject({ heading, text: oneLine(600).pipe(z.string().min(1)) })).max(12),
  facts: z.array(z.strictObject({ term: heading, text: oneLine(200).pipe(z.string().min(1)) })).max(12),
  /** In the order in which they come, which may go over the year's end; null is all year. */
  seasonMonths: z
    .array(z.int({ error: 'Months are numbers from 1 to 12.' }).min(1).max(12))
    .min(1)
    .max(12)
    .transform((months) => [...new Set(months)])
    .nullable(),
  leadDays: z.int(whole).min(0).max(60),
  stockBy: StockBy,
  visibleFrom: ShopDay.nullable(),
  visibleUntil: ShopDay.nullable(),
  position: z.int(whole).min(0).max(1_000_000),
  facets: z.array(FacetValueName).max(60),
  /** The shelves it stands on; where on them is the collection's to say. */
  collections: z.array(CollectionId).max(60),
  addOns: z.array(ProductId).max(12),
  pictures: z.array(PictureInput).max(12),
  /** The whole list, in order. A size that is left out is not sold any more. */
  variants: z.array(VariantInput).max(12),
}

/** What is left out is empty or usual; the address is made from the name. */
export const NewProduct = z.strictObject({
  ...z.strictObject(parts).partial().shape,
  name: parts.name,
  kind: parts.kind,
})
export type NewProduct = z.output<typeof NewProduct>

/** What is left out stays as it is. */
export const ProductChange = z.strictObject({ ...z.strictObject(parts).partial().shape, version: z.int().min(1) })
export type ProductChange = z.output<typeof ProductChange>

export const DeskCollection = z.strictObject({
  id: CollectionId,
  slug: Slug,
  name: z.string(),
  description: z.string(),
  position: z.int(),
  products: z.array(z.strictObject({ id: ProductId, slug: Slug, name: z.string(), status: ProductStatus })),
  version: z.int(),
})
export type DeskCollection = z.output<typeof DeskCollection>

export const DeskFacetValue = z.strictObject({
  facet: FacetName,
  value: Slug,
  label: z.string(),
  position: z.int(),
  /** Products that carry it. */
  products: z.int(),
})

export const DeskStem = z.strictObject({
  id: StemId,
  name: z.string(),
  species: z.string(),
  colour: z.string().optional(),
  /** Sizes whose recipe names it. */
  recipes: z.int(),
  left: z.int().optional(),
})

/** A line of a file that cannot be taken. */
export const BadLine = z.strictObject({
  /** As a spreadsheet counts: the header is line 1. */
  line: z.int(),
  column: z.string().optional(),
  message: z.string(),
})
export type BadLine = z.output<typeof BadLine>

export const ImportReport = z.strictObject({
  /** Whether anything was written: never by a dry run, nor when a line is bad. */
  done: z.boolean(),
  lines: z.int(),
  bad: z.array(BadLine),
  /** What is different, or would be: a sentence for each product. */
  changes: z.array(z.strictObject({ slug: Slug, what: z.enum(['new', 'changed']), parts: z.array(z.string()) })),
  unchanged: z.int(),
})
export type ImportReport = z.output<typeof ImportReport>

/** A file of 5,000 sizes is below this. */
export const importBytes = 6 * 1024 * 1024
