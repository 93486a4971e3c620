import type { Product, Variant } from '@flora/contract/catalog.ts'
import { money } from '@flora/money/money.ts'
import type { Db } from '../platform/db.ts'
import { productNotFound } from './errors.ts'
import { availability, catalogCurrency, pictureFor, toTile } from './product.ts'
import { type AddOnRow, findProduct, type ProductRow, type VariantRow } from './product-queries.ts'
import type { Shelf } from './shelf.ts'

/** One product with its sizes, what goes with it and what is like it. */
export async function showProduct(db: Db, shelf: Shelf, slug: string): Promise<Product> {
  const { product } = await shelf.ask(({ today }) => findProduct(db, slug, today))
  if (!product) throw productNotFound(slug)
  return toProduct(product)
}

/** A product as its page shows it. */
export function toProduct(row: ProductRow): Product {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    latinName: row.latin_name,
    kind: row.kind,
    tint: row.tint,
    summary: row.summary,
    description: row.description,
    care: row.care,
    facts: row.facts,
    ...(row.season_months && { seasonMonths: row.season_months }),
    pictures: row.pictures ?? [pictureFor(row.name, null, null)],
    variants: (row.variants ?? []).map(toVariant),
    addOns: (row.add_ons ?? []).map(toAddOn),
    similar: (row.similar ?? []).map(toTile),
    collections: row.collections ?? [],
  }
}

function toVariant(row: VariantRow): Variant {
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    price: money(row.price_minor, catalogCurrency),
    measure: row.measure,
    ...(row.height_cm !== null && { heightCm: row.height_cm }),
    ...(row.width_cm !== null && { widthCm: row.width_cm }),
    ...availability(row.pieces),
    stems: row.stems ?? [],
  }
}

function toAddOn(row: AddOnRow): Product['addOns'][number] {
  const { slug, name, tint, picture, soldOut } = toTile(row)
  return {
    variantId: row.variant_id,
    slug,
    name,
    note: row.note,
    price: money(row.price_minor, catalogCurrency),
    tint,
    picture,
    soldOut,
  }
}
