import { toCsv } from '../../platform/csv.ts'
import type { Db } from '../../platform/db.ts'
import { listDeskCollections } from './collection-queries.ts'
import { listAllParts } from './parts-queries.ts'
import { linesOf, productColumns, stemNames, variantColumns } from './product-lines.ts'
import { listDeskStems } from './shelf-word-queries.ts'

/** Every product and size as CSV, in the form that an import takes. */
export async function exportProducts(db: Db): Promise<string> {
  const [products, collections, stems] = await Promise.all([
    listAllParts(db),
    listDeskCollections(db),
    listDeskStems(db),
  ])
  const names = {
    collections: new Map(collections.map(({ id, slug }) => [id, slug])),
    products: new Map(products.map(({ id, slug }) => [id, slug])),
    stems: stemNames(stems),
  }
  return toCsv(
    products.flatMap((product) => linesOf(product, names)),
    [...productColumns, ...variantColumns],
  )
}
