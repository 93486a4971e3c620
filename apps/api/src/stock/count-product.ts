import type { ProductId } from '@flora/contract/ids.ts'
import type { CountedProduct, StockBy } from '@flora/contract/stock-desk.ts'
import type { z } from 'zod'
import { bumpCatalogVersion } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { noRecipe, productNotFound } from './errors.ts'
import { findCounted, saveCounting } from './item-queries.ts'

/** Counts a product by its pieces, its stems or not at all from now on; whoever shops sees it at once. */
export function countProduct(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  { productId, by }: { productId: ProductId; by: StockBy },
): Promise<z.output<typeof CountedProduct>> {
  return inTransaction(async (tx) => {
    const product = await findCounted(tx, productId)
    if (!product) throw productNotFound()
    if (by === 'stems' && !product.hasRecipe) throw noRecipe()
    await saveCounting(tx, productId, by)
    await bumpCatalogVersion(tx)
    return { ...product, by }
  })
}
