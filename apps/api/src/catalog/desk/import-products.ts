import type { BadLine, ImportReport } from '@flora/contract/catalog-desk.ts'
import { type CollectionId, newId, type ProductId, type StemId, type VariantId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import { readCsv } from '../../platform/read-csv.ts'
import { bumpCatalogVersion } from '../queries.ts'
import { listDeskCollections } from './collection-queries.ts'
import { insertPrices, insertProductChanges } from './history-queries.ts'
import { type FileNames, type Merged, mergeProducts } from './merge-products.ts'
import { listAllParts, lockAllProducts, saveProducts } from './parts-queries.ts'
import type { Writer } from './product-parts.ts'
import { listOldSlugs, nextPosition } from './product-queries.ts'
import { stemNames } from './product-lines.ts'
import { readLines, type ReadProduct } from './read-lines.ts'
import { listDeskFacetValues, listDeskStems } from './shelf-word-queries.ts'
import { pricesSet, todayOf, type WritesProducts } from './write-product.ts'

/** How many bad lines a report names; a file that is wrong everywhere is wrong in one thing. */
const badShown = 500

/**
 * Takes products and sizes from a file: all of it or, when a line is bad, nothing. What the file does not speak of stays as it is, so that
 * the same file a second time changes nothing. A dry run says what would be, and writes nothing.
 */
export async function importProducts(
  { inTransaction, clock }: WritesProducts,
  by: Writer,
  { csv, dryRun }: { csv: string; dryRun: boolean },
): Promise<ImportReport> {
  const table = readCsv(csv)
  if (table.kind === 'unreadable') return refused(0, [{ line: table.line, message: table.because }])
  const read = readLines(table.columns, table.lines)
  const lines = table.lines.length
  const at = clock.now()
  return inTransaction(async (tx) => {
    await lockAllProducts(tx)
    const { merged, bad } = await merge(tx, read.products)
    const all = [...read.bad, ...bad].toSorted((a, b) => a.line - b.line)
    if (all.length > 0) return refused(lines, all)

    const different = merged.filter(({ parts }) => parts.length > 0)
    if (!dryRun && different.length > 0) await write(tx, different, { by, at })
    return {
      done: !dryRun,
      lines,
      bad: [],
      changes: different.map(({ after, before, parts }) => ({
        slug: after.slug,
        what: before ? ('changed' as const) : ('new' as const),
        parts,
      })),
      unchanged: merged.length - different.length,
    }
  })
}

async function merge(
  tx: Tx,
  products: readonly ReadProduct[],
): Promise<{ merged: readonly Merged[]; bad: readonly BadLine[] }> {
  const [saved, collections, stems, facets, position, oldSlugs] = [
    await listAllParts(tx),
    await listDeskCollections(tx),
    await listDeskStems(tx),
    await listDeskFacetValues(tx),
    await nextPosition(tx),
    await listOldSlugs(tx),
  ]
  const names: FileNames = {
    collections: new Map<string, CollectionId>(collections.map(({ id, slug }) => [slug, id])),
    stems: new Map<string, StemId>(
      [...stemNames(stems)].flatMap(([id, name]) => [
        [name.toLowerCase(), id],
        [id, id],
      ]),
    ),
    facets: new Set(facets.map(({ facet, value }) => `${facet}/${value}`)),
    oldSlugs: new Set(oldSlugs),
  }
  return mergeProducts(products, {
    saved,
    names,
    firstPosition: position,
    newProductId: (): ProductId => newId('prd'),
    newVariantId: (): VariantId => newId('var'),
  })
}

async function write(
  tx: Tx,
  different: readonly Merged[],
  { by, at }: { by: Writer; at: Temporal.Instant },
): Promise<void> {
  await saveProducts(
    tx,
    different.map(({ id, after }) => ({ id, parts: after })),
    at,
  )
  const today = await todayOf(tx, at)
  const prices = different.flatMap(({ before, after }) => pricesSet(before ?? { ...after, variants: [] }, after, today))
  await insertPrices(tx, prices, { by, at, appliedAt: at })
  await insertProductChanges(
    tx,
    different.map(({ id, before, parts }) => ({
      id,
      what: before ? `Changed ${parts.join(', ')} from a file.` : 'Made it from a file.',
    })),
    { by, at },
  )
  await bumpCatalogVersion(tx)
}

function refused(lines: number, bad: readonly BadLine[]): ImportReport {
  return { done: false, lines, bad: bad.slice(0, badShown), changes: [], unchanged: 0 }
}
