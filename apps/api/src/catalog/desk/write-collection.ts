import type { DeskCollection } from '@flora/contract/catalog-desk.ts'
import { type CollectionId, newId, type ProductId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import { bumpCatalogVersion } from '../queries.ts'
import {
  deleteCollection,
  findDeskCollection,
  isCollectionSlugTaken,
  keepOldCollectionSlug,
  lockCollection,
  saveCollection,
  saveCollectionProducts,
} from './collection-queries.ts'
import { changedMeanwhile, collectionGone, productUnknown, slugTaken } from './errors.ts'
import { saveSearchWords } from './parts-queries.ts'
import { findUnknown, lockAddresses } from './product-queries.ts'
import { addressOf } from './settle-address.ts'
import { naming, type WritesProducts } from './write-product.ts'

interface CollectionChange {
  readonly name?: string | undefined
  readonly slug?: string | undefined
  readonly description?: string | undefined
  readonly position?: number | undefined
  readonly products?: readonly ProductId[] | undefined
}

/** A new collection, which shoppers see at once. */
export function createCollection(
  { inTransaction }: WritesProducts,
  given: CollectionChange & { name: string },
): Promise<DeskCollection> {
  return naming(() =>
    inTransaction(async (tx) => {
      const id = newId('col')
      const { name, description = '', position, products = [] } = given
      const slug = given.slug ?? addressOf(name)
      await lockAddresses(tx)
      if (await isCollectionSlugTaken(tx, slug, id)) throw slugTaken(slug)
      await saveCollection(tx, { id, slug, name, description, position })
      await putInOrder(tx, id, { before: [], after: products, isRenamed: false })
      await bumpCatalogVersion(tx)
      return found(await findDeskCollection(tx, id))
    }),
  )
}

/** Other words, another address, another list or order. Its old address leads to it still. */
export function changeCollection(
  { inTransaction, clock }: WritesProducts,
  id: CollectionId,
  { version, ...change }: CollectionChange & { version: number },
): Promise<DeskCollection> {
  const at = clock.now()
  return naming(() =>
    inTransaction(async (tx) => {
      const before = await lockFreshCollection(tx, id, version)
      const {
        name = before.name,
        slug = before.slug,
        description = before.description,
        position = before.position,
      } = change
      if (slug !== before.slug) {
        await lockAddresses(tx)
        if (await isCollectionSlugTaken(tx, slug, id)) throw slugTaken(slug)
        await keepOldCollectionSlug(tx, { id, old: before.slug, slug, at })
      }
      await saveCollection(tx, { id, slug, name, description, position })
      const ids = before.products.map((product) => product.id)
      await putInOrder(tx, id, {
        before: ids,
        after: change.products ?? ids,
        isRenamed: name !== before.name,
      })
      await bumpCatalogVersion(tx)
      return found(await findDeskCollection(tx, id))
    }),
  )
}

/** Takes a collection away; its products stay. */
export function removeCollection({ inTransaction }: WritesProducts, id: CollectionId, version: number): Promise<void> {
  return inTransaction(async (tx) => {
    const { products } = await lockFreshCollection(tx, id, version)
    await deleteCollection(tx, id)
    await saveSearchWords(
      tx,
      products.map((product) => product.id),
    )
    await bumpCatalogVersion(tx)
  })
}

// A product is found by the names of its collections, so those that came, went or stand under another name are written anew.
async function putInOrder(
  tx: Tx,
  id: CollectionId,
  { before, after, isRenamed }: { before: readonly ProductId[]; after: readonly ProductId[]; isRenamed: boolean },
): Promise<void> {
  const products = [...new Set(after)]
  const unknown = await findUnknown(tx, { facets: [], collections: [], products, stems: [] })
  if (unknown.products) throw productUnknown()
  await saveCollectionProducts(tx, id, products)
  const moved = [...new Set([...before, ...products])].filter(
    (one) => isRenamed || before.includes(one) !== products.includes(one),
  )
  await saveSearchWords(tx, moved)
}

async function lockFreshCollection(tx: Tx, id: CollectionId, saw: number): Promise<DeskCollection> {
  const collection = await lockCollection(tx, id)
  if (!collection) throw collectionGone()
  if (collection.version !== saw) throw changedMeanwhile([], collection)
  return collection
}

function found(collection: DeskCollection | undefined): DeskCollection {
  invariant(collection, 'what was written is there')
  return collection
}
