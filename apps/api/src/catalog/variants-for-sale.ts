import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Picture, ProductKind, Tint } from '@flora/contract/catalog.ts'
import type { ProductId, VariantId } from '@flora/contract/ids.ts'
import { type Money, money } from '@flora/money/money.ts'
import type { Db } from '../platform/db.ts'
import type { SQL } from '../platform/sql.ts'
import { pictureFor } from './product.ts'
import { listVariantRows, stockLeft } from './queries.ts'

/** A size of a product as pricing, delivering and taking stock need to know it. */
export interface VariantForSale {
  readonly variantId: VariantId
  readonly productId: ProductId
  readonly slug: string
  readonly productName: string
  readonly variantName: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly picture: Picture
  readonly price: Money
  readonly benchMinutes: number
  readonly leadDays: number
  /** Months (1 to 12) in which it can be delivered; absent when all year. */
  readonly seasonMonths?: readonly number[]
  readonly stockBy: 'variant' | 'stems' | 'nothing'
  /** The stems one piece is tied from, ordered by item; whatever `stockBy` says. */
  readonly recipe: readonly { readonly itemId: `stm_${string}`; readonly quantity: number }[]
  /** Live, active, and visible on the day that was asked for. */
  readonly isForSale: boolean
  readonly soldOut: boolean
  /** Pieces that could be taken at this moment; absent when nothing is counted. A look, not a promise. */
  readonly pieces?: number
}

/** The asked sizes by id, in one statement; ids the shop never had are missing. `today` is the shop day that decides what is visible. */
export async function listVariantsForSale(
  db: Db,
  ids: readonly VariantId[],
  today: ShopDay,
): Promise<Map<VariantId, VariantForSale>> {
  if (ids.length === 0) return new Map()
  const found = await listVariantRows(db, ids, today)
  return new Map(
    found.map((row) => [
      row.id,
      {
        variantId: row.id,
        productId: row.product_id,
        slug: row.slug,
        productName: row.product_name,
        variantName: row.variant_name,
        kind: row.kind,
        tint: row.tint,
        picture: pictureFor(row.product_name, row.picture_id, row.picture_alt),
        price: money(row.price_minor, row.currency),
        benchMinutes: row.bench_minutes,
        leadDays: row.lead_days,
        ...(row.season_months && { seasonMonths: row.season_months }),
        stockBy: row.stock_by,
        recipe: row.recipe ?? [],
        isForSale: row.is_for_sale,
        soldOut: row.pieces !== null && row.pieces <= 0,
        ...(row.pieces !== null && { pieces: row.pieces }),
      },
    ]),
  )
}

/** What one piece takes from the counters of stock: itself, its stems, or nothing. */
export function takenByOne({
  variantId,
  stockBy,
  recipe,
}: Pick<VariantForSale, 'variantId' | 'stockBy' | 'recipe'>): readonly { itemId: string; quantity: number }[] {
  switch (stockBy) {
    case 'variant':
      return [{ itemId: variantId, quantity: 1 }]
    case 'stems':
      return recipe
    case 'nothing':
      return []
  }
}

/** What is left of all that these sizes take, as a column of a statement. */
export function stockLeftOf(variants: readonly VariantForSale[]): SQL {
  const items = new Set(variants.flatMap((variant) => takenByOne(variant).map(({ itemId }) => itemId)))
  return stockLeft([...items])
}

/** A size with the pieces that can be taken by what is left now of what it takes. */
export function withStock(variant: VariantForSale, left: Readonly<Record<string, number>>): VariantForSale {
  const { pieces: _, ...rest } = variant
  const taken = takenByOne(variant)
  if (taken.length === 0) return { ...rest, soldOut: false }
  const pieces = Math.min(...taken.map(({ itemId, quantity }) => Math.floor((left[itemId] ?? 0) / quantity)))
  return { ...rest, soldOut: pieces <= 0, pieces }
}
