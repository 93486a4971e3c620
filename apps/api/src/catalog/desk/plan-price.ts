import { dayAndYearInWords } from '@flora/calendar/in-words.ts'
import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { PriceId, ProductId, VariantId } from '@flora/contract/ids.ts'
import { inProse } from '@flora/money/in-words.ts'
import { money } from '@flora/money/money.ts'
import { constraintName } from '../../platform/db.ts'
import type { Shop } from '../../shop.ts'
import { catalogCurrency } from '../product.ts'
import { bumpCatalogVersion, findStanding } from '../queries.ts'
import { dayIsPast, priceApplied, priceNotFound, pricePlanned, variantNotFound } from './errors.ts'
import {
  applyPrices,
  countChange,
  insertPrices,
  insertProductChanges,
  lockDuePrices,
  lockPrice,
  markCancelled,
} from './history-queries.ts'
import { lockParts } from './parts-queries.ts'
import type { Writer } from './product-parts.ts'
import { findProductOf } from './product-queries.ts'
import { todayOf, type WritesProducts } from './write-product.ts'

interface PlannedPrice {
  readonly variantId: VariantId
  readonly priceMinor: number
  readonly fromDay: ShopDay
}

/** A price from a day on, written into the ledger; from today it is the price when this is done. Gives the product. */
export async function planPrice(
  { inTransaction, clock }: WritesProducts,
  by: Writer,
  { variantId, priceMinor, fromDay }: PlannedPrice,
): Promise<ProductId> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const productId = await findProductOf(tx, variantId)
    if (!productId) throw variantNotFound()
    const product = await lockParts(tx, productId)
    const variant = product?.variants.find(({ id }) => id === variantId)
    if (!variant) throw variantNotFound()
    const today = await todayOf(tx, at)
    if (fromDay < today) throw dayIsPast()
    await insertPrices(tx, [{ variantId, priceMinor, fromDay }], { by, at, appliedAt: undefined })
    const price = inProse(money(priceMinor, catalogCurrency))
    await countChange(tx, [productId], at)
    const when = fromDay === today ? '' : ` from ${dayAndYearInWords(fromDay)}`
    await insertProductChanges(tx, [{ id: productId, what: `${variant.name} costs ${price}${when}.` }], { by, at })
    if (fromDay === today) {
      const due = await lockDuePrices(tx, today)
      await applyPrices(
        tx,
        due.filter((one) => one.variantId === variantId).map(({ id }) => id),
        at,
      )
      await bumpCatalogVersion(tx)
    }
    return productId
  }).catch((error: unknown) => {
    throw constraintName(error) === 'price_changes_planned' ? pricePlanned() : error
  })
}

/** Takes a price back that has not begun. Gives the product. */
export function cancelPrice({ inTransaction, clock }: WritesProducts, by: Writer, id: PriceId): Promise<ProductId> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const price = await lockPrice(tx, id)
    if (!price) throw priceNotFound()
    if (price.state === 'applied') throw priceApplied()
    if (price.state === 'planned') {
      await markCancelled(tx, id, at)
      await countChange(tx, [price.productId], at)
      const what = `Took back the price from ${dayAndYearInWords(price.fromDay)}.`
      await insertProductChanges(tx, [{ id: price.productId, what }], { by, at })
    }
    return price.productId
  })
}

/** Makes planned prices those of their sizes when their day has come. Says how many those were. */
export async function bringInPrices({
  db,
  inTransaction,
  clock,
}: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): Promise<number> {
  const at = clock.now()
  const shop = await findStanding(db)
  if (!shop) return 0
  return inTransaction(async (tx) => {
    const due = await lockDuePrices(tx, shopDayAt(at, shop.time_zone))
    if (due.length === 0) return 0
    await applyPrices(
      tx,
      due.map(({ id }) => id),
      at,
    )
    const products = [...new Set(due.map(({ productId }) => productId))]
    await countChange(tx, products, at)
    const what = 'A planned price began.'
    await insertProductChanges(
      tx,
      products.map((id) => ({ id, what })),
      { by: undefined, at },
    )
    await bumpCatalogVersion(tx)
    return due.length
  })
}
