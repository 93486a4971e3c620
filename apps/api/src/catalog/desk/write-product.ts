import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { NewProduct, ProductChange } from '@flora/contract/catalog-desk.ts'
import { newId, type ProductId } from '@flora/contract/ids.ts'
import { constraintName, sqlState, type Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import type { Shop } from '../../shop.ts'
import { bumpCatalogVersion, findStanding } from '../queries.ts'
import { applyChange } from './apply-change.ts'
import { changedMeanwhile, notForYou, productGone, productNotComplete, skuTaken, slugTaken } from './errors.ts'
import { insertPrices, insertProductChanges, listProductChanges, type PriceSet } from './history-queries.ts'
import { lockParts, saveProducts } from './parts-queries.ts'
import {
  differences,
  emptyProduct,
  mayEdit,
  missingFrom,
  type ProductParts,
  type SavedProduct,
  type Writer,
} from './product-parts.ts'
import { nextPosition } from './product-queries.ts'
import { moveAddress, settleAddress } from './settle-address.ts'
import { showDeskProduct } from './show-products.ts'

export type WritesProducts = Pick<Shop, 'inTransaction' | 'clock'>

/** A new product, as a draft. Gives its id. */
export async function createProduct(
  { inTransaction, clock }: WritesProducts,
  by: Writer,
  given: NewProduct,
): Promise<ProductId> {
  const at = clock.now()
  return naming(() =>
    inTransaction(async (tx) => {
      const id = newId('prd')
      const slug = await settleAddress(tx, { id, wanted: given.slug, name: given.name })
      const empty = emptyProduct({ name: given.name, slug, kind: given.kind, position: await nextPosition(tx) })
      const parts = await applyChange(tx, empty, given, id)
      await saveProducts(tx, [{ id, parts }], at)
      await insertPrices(tx, pricesSet(empty, parts, await todayOf(tx, at)), { by, at, appliedAt: at })
      await insertProductChanges(tx, [{ id, what: 'Made it.' }], { by, at })
      return id
    }),
  )
}

/** Changes parts of a product, made from the version the writer saw. Shoppers see it at once when it is live, and it stays complete. */
export async function changeProduct(
  { inTransaction, clock }: WritesProducts,
  by: Writer,
  id: ProductId,
  { version, ...change }: ProductChange,
): Promise<void> {
  const at = clock.now()
  await naming(() =>
    inTransaction(async (tx) => {
      const before = await lockFresh(tx, by, { id, saw: version })
      const may = mayEdit(before, by)
      if (!may.ok) throw notForYou(may.because)
      const applied = await applyChange(tx, before, change, id)
      const slug =
        change.slug === undefined || change.slug === before.slug
          ? before.slug
          : await settleAddress(tx, { id, wanted: change.slug, name: applied.name })
      const after = { ...applied, slug }
      const what = differences(before, after)
      if (what.length === 0) return
      const missing = before.status === 'live' ? missingFrom(after) : []
      if (missing.length > 0) throw productNotComplete(missing)

      await saveProducts(tx, [{ id, parts: after }], at)
      await moveAddress(tx, { id, from: before.slug, to: slug, at })
      await insertPrices(tx, pricesSet(before, after, await todayOf(tx, at)), { by, at, appliedAt: at })
      await insertProductChanges(tx, [{ id, what: `Changed ${what.join(', ')}.` }], { by, at })
      if (before.status === 'live') await bumpCatalogVersion(tx)
    }),
  )
}

/** A product for whoever changes it, if it is as she saw it. Refuses (409 changed-meanwhile) with what others did since, and the product as it is. */
export async function lockFresh(
  tx: Tx,
  by: Writer,
  { id, saw }: { id: ProductId; saw: number },
): Promise<SavedProduct> {
  const product = await lockParts(tx, id)
  if (!product) throw productGone()
  if (product.version === saw) return product
  throw changedMeanwhile(await listProductChanges(tx, id, saw), await showDeskProduct(tx, by, id))
}

/** Prices that differ from those before, and those of new sizes. */
export function pricesSet(before: ProductParts, after: ProductParts, today: PriceSet['fromDay']): PriceSet[] {
  const known = new Map(before.variants.map(({ id, priceMinor }) => [id, priceMinor]))
  return after.variants
    .filter(({ id, priceMinor }) => known.get(id) !== priceMinor)
    .map(({ id, priceMinor }) => ({ variantId: id, priceMinor, fromDay: today }))
}

export async function todayOf(tx: Tx, now: Temporal.Instant): Promise<PriceSet['fromDay']> {
  const shop = await findStanding(tx)
  invariant(shop, 'the shop has its row')
  return shopDayAt(now, shop.time_zone)
}

/** Says in a sentence what the database refuses: two things under one name. */
export async function naming<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    const name = constraintName(error)
    if (name === 'variants_sku_key') throw skuTaken()
    if (name === 'products_slug_key' || name === 'product_slugs_pkey' || name === 'collections_slug_key')
      throw slugTaken('That')
    throw error
  }
}
