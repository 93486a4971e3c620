import type { DeskCollection } from '@flora/contract/catalog-desk.ts'
import type { CollectionId, ProductId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'

const asDesk: SQL = sql`
  c.id, c.slug, c.name, c.description, c.position, c.version,
  (select coalesce(json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'status', p.status) order by cp.position, p.id), '[]')
    from collection_products cp join products p on p.id = cp.product_id where cp.collection_id = c.id) as products`

export function listDeskCollections(db: Db): Promise<DeskCollection[]> {
  return rows(db, sql`select ${asDesk} from collections c order by c.position, c.id limit 1000`)
}

export function findDeskCollection(db: Db, id: CollectionId): Promise<DeskCollection | undefined> {
  return firstRow(db, sql`select ${asDesk} from collections c where c.id = ${id}`)
}

/** A collection while nobody else changes it. */
export async function lockCollection(tx: Tx, id: CollectionId): Promise<DeskCollection | undefined> {
  const there = await firstRow(tx, sql`select from collections where id = ${id} for update`)
  return there ? findDeskCollection(tx, id) : undefined
}

export interface CollectionWords {
  readonly id: CollectionId
  readonly slug: string
  readonly name: string
  readonly description: string
  /** The last place, when undefined. */
  readonly position: number | undefined
}

export async function saveCollection(
  tx: Tx,
  { id, slug, name, description, position }: CollectionWords,
): Promise<void> {
  await rows(
    tx,
    sql`
      insert into collections (id, slug, name, description, position)
      values (${id}, ${slug}, ${name}, ${description}, coalesce(${position ?? null}::int, (select coalesce(max(position), -1) + 1 from collections)))
      on conflict (id) do update set slug = excluded.slug, name = excluded.name, description = excluded.description, position = excluded.position,
        version = collections.version + 1`,
  )
}

/** The whole list of a collection's products, in order. Gives those that came or went. */
export async function saveCollectionProducts(tx: Tx, id: CollectionId, products: readonly ProductId[]): Promise<void> {
  await rows(
    tx,
    sql`delete from collection_products where collection_id = ${id} and product_id <> all(${list(products, 'text')})`,
  )
  await rows(
    tx,
    sql`
      insert into collection_products (collection_id, product_id, position)
      select ${id}, product_id, nth - 1 from unnest(${list(products, 'text')}) with ordinality as given (product_id, nth)
      on conflict (collection_id, product_id) do update set position = excluded.position`,
  )
}

export async function deleteCollection(tx: Tx, id: CollectionId): Promise<void> {
  await rows(tx, sql`delete from collections where id = ${id}`)
}

/** Whether an address is another collection's, or was. */
export async function isCollectionSlugTaken(tx: Tx, slug: string, except: CollectionId): Promise<boolean> {
  const taken = await firstRow(
    tx,
    sql`select from collections where slug = ${slug} and id <> ${except}
        union all select from collection_slugs where slug = ${slug} and collection_id <> ${except}`,
  )
  return taken !== undefined
}

export async function keepOldCollectionSlug(
  tx: Tx,
  { id, old, slug, at }: { id: CollectionId; old: string; slug: string; at: Temporal.Instant },
): Promise<void> {
  await rows(tx, sql`delete from collection_slugs where slug = ${slug} and collection_id = ${id}`)
  await rows(
    tx,
    sql`insert into collection_slugs (slug, collection_id, since) values (${old}, ${id}, ${at.toString()}::timestamptz)
        on conflict (slug) do update set since = excluded.since`,
  )
}
