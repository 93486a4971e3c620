import type { FacetName } from '@flora/contract/catalog.ts'
import { newId } from '@flora/contract/ids.ts'
import { bumpCatalogVersion } from '../queries.ts'
import { facetInUse } from './errors.ts'
import { saveSearchWords } from './parts-queries.ts'
import {
  deleteFacetValue,
  insertStem,
  listProductsOfValue,
  lockFacetValue,
  saveFacetValue,
} from './shelf-word-queries.ts'
import type { WritesProducts } from './write-product.ts'

interface ValueName {
  readonly facet: FacetName
  readonly value: string
}

/** Makes, renames or moves a value; products that carry it are found by its new name. */
export function nameFacetValue(
  { inTransaction }: WritesProducts,
  value: ValueName & { label: string; position: number | undefined },
): Promise<void> {
  return inTransaction(async (tx) => {
    await saveFacetValue(tx, value)
    await saveSearchWords(tx, await listProductsOfValue(tx, value))
    await bumpCatalogVersion(tx)
  })
}

/** Takes a value away that no product carries. One that is gone already is no harm. */
export function removeFacetValue({ inTransaction }: WritesProducts, value: ValueName): Promise<void> {
  return inTransaction(async (tx) => {
    if (!(await lockFacetValue(tx, value))) return
    const { length } = await listProductsOfValue(tx, value)
    if (length > 0) throw facetInUse(length)
    await deleteFacetValue(tx, value)
    await bumpCatalogVersion(tx)
  })
}

/** A stem that recipes may name from now on. */
export function createStem(
  { inTransaction }: WritesProducts,
  stem: { name: string; species: string; colour?: string | undefined },
): Promise<void> {
  return inTransaction(async (tx) => {
    await insertStem(tx, { id: newId('stm'), name: stem.name, species: stem.species, colour: stem.colour })
    // A misspelt search learns the name.
    await bumpCatalogVersion(tx)
  })
}
