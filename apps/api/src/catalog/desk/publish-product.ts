import type { ProductId } from '@flora/contract/ids.ts'
import { bumpCatalogVersion } from '../queries.ts'
import { productNotComplete } from './errors.ts'
import { insertProductChanges } from './history-queries.ts'
import { missingFrom, type Writer } from './product-parts.ts'
import { markStatus } from './product-queries.ts'
import { lockFresh, type WritesProducts } from './write-product.ts'

/** Puts a product on the shelf. What is there already stays as it is. */
export function publishProduct(
  { inTransaction, clock }: WritesProducts,
  by: Writer,
  { id, version }: { id: ProductId; version: number },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const product = await lockFresh(tx, by, { id, saw: version })
    if (product.status === 'live') return
    const missing = missingFrom(product)
    if (missing.length > 0) throw productNotComplete(missing)
    await markStatus(tx, id, 'live', at)
    await insertProductChanges(tx, [{ id, what: 'Published it.' }], { by, at })
    await bumpCatalogVersion(tx)
  })
}

/** Takes a product off the shelf. Orders keep what they say of it. */
export function archiveProduct(
  { inTransaction, clock }: WritesProducts,
  by: Writer,
  { id, version }: { id: ProductId; version: number },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const product = await lockFresh(tx, by, { id, saw: version })
    if (product.status === 'archived') return
    await markStatus(tx, id, 'archived', at)
    await insertProductChanges(tx, [{ id, what: 'Archived it.' }], { by, at })
    if (product.status === 'live') await bumpCatalogVersion(tx)
  })
}
