import type { ProductKind, Tint } from '@flora/contract/catalog.ts'
import type { DeskProduct, ProductStatus } from '@flora/contract/catalog-desk.ts'
import type { CollectionId, ProductId, StemId, VariantId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { pictureOf } from '../tile-queries.ts'

export interface CardRow {
  readonly id: ProductId
  readonly slug: string
  readonly name: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly status: ProductStatus
  readonly pictureId: string | null
  readonly pictureAlt: string | null
  readonly fromMinor: number | null
  readonly sizes: number
  readonly visibleFrom: string | null
  readonly visibleUntil: string | null
  readonly changedAt: string
  readonly version: number
}

export const deskPageSize = 50

/** A page of all products, the last changed first. `q` is looked for as it stands, in names, addresses and SKUs. */
export function listCards(
  db: Db,
  {
    q,
    status,
    kind,
    page,
  }: { q?: string | undefined; status?: ProductStatus | undefined; kind?: ProductKind | undefined; page: number },
): Promise<(CardRow & { total: number })[]> {
  const wanted = q && `%${q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return rows(
    db,
    sql`
      select p.id, p.slug, p.name, p.kind, p.tint, p.status, picture.id as "pictureId", picture.alt as "pictureAlt", p.from_minor as "fromMinor", p.sizes,
        p.visible_from as "visibleFrom", p.visible_until as "visibleUntil", coalesce(p.changed_at, p.created_at) as "changedAt", p.version,
        count(*) over ()::int as total
      from products p left join lateral (${pictureOf}) picture on true
      where true ${status ? sql`and p.status = ${status}` : sql``} ${kind ? sql`and p.kind = ${kind}` : sql``}
        ${wanted ? sql`and (p.search_letters like ${wanted} or p.slug like ${wanted} or exists (select from variants v where v.product_id = p.id and lower(v.sku) like ${wanted}))` : sql``}
      order by coalesce(p.changed_at, p.created_at) desc, p.id limit ${deskPageSize} offset ${(page - 1) * deskPageSize}`,
  )
}

/** What stands beside a product's own parts: names of what it points to, what is on hand, and old addresses. */
export interface Surroundings {
  readonly changedAt: string
  readonly collections: DeskProduct['collections']
  readonly addOns: DeskProduct['addOns']
  readonly oldSlugs: string[]
  /** By stem or size: how many are on hand and not promised. */
  readonly left: Readonly<Record<string, number>>
  readonly stems: Readonly<Record<StemId, string>>
  /** What one costs, of those of which it is known. */
  readonly costs: Readonly<Record<StemId, number>>
  readonly gstBasisPoints: number
}

export async function findSurroundings(db: Db, id: ProductId): Promise<Surroundings | undefined> {
  return firstRow(
    db,
    sql`
      with used as (select r.stem_id from variants v join recipe_stems r on r.variant_id = v.id where v.product_id = ${id})
      select coalesce(p.changed_at, p.created_at) as "changedAt",
        (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.position, c.id), '[]')
          from collection_products cp join collections c on c.id = cp.collection_id where cp.product_id = p.id) as collections,
        (select coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name) order by o.position), '[]')
          from add_on_offers o join products a on a.id = o.add_on_id where o.product_id = p.id) as "addOns",
        (select coalesce(json_agg(slug order by since desc, slug), '[]') from product_slugs where product_id = p.id) as "oldSlugs",
        (select coalesce(json_object_agg(item_id, on_hand - taken), '{}') from stock_items
          where item_id in (select stem_id from used) or item_id in (select v.id from variants v where v.product_id = p.id)) as left,
        (select coalesce(json_object_agg(s.id, s.name), '{}') from stems s where s.id in (select stem_id from used)) as stems,
        (select coalesce(json_object_agg(s.id, s.cost_minor), '{}') from stems s
          where s.id in (select stem_id from used) and s.cost_minor is not null) as costs,
        (select gst_basis_points from shop) as "gstBasisPoints"
      from products p where p.id = ${id}`,
  )
}

export async function nextPosition(db: Db): Promise<number> {
  return (
    (await firstRow<{ next: number }>(db, sql`select coalesce(max(position), -1) + 1 as next from products`))?.next ?? 0
  )
}

export async function markStatus(tx: Tx, id: ProductId, status: ProductStatus, at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update products set status = ${status}, version = version + 1, changed_at = ${at.toString()}::timestamptz where id = ${id}`,
  )
}

export async function findProductOf(db: Db, variantId: VariantId): Promise<ProductId | undefined> {
  return (await firstRow<{ id: ProductId }>(db, sql`select product_id as id from variants where id = ${variantId}`))?.id
}

export interface PhotoRecord {
  readonly id: string
  readonly hash: string
}

export function listPhotos(db: Db, ids: readonly string[]): Promise<PhotoRecord[]> {
  return rows(db, sql`select id, hash from photos where id = any(${list(ids, 'text')})`)
}

/** Of the things that a product may point to, those that the shop does not have. */
export async function findUnknown(
  db: Db,
  asked: {
    facets: readonly { facet: string; value: string }[]
    collections: readonly CollectionId[]
    products: readonly ProductId[]
    stems: readonly StemId[]
  },
): Promise<{ facets: boolean; collections: boolean; products: boolean; stems: boolean }> {
  const facets = asked.facets.map(({ facet, value }) => `${facet}/${value}`)
  const found = await firstRow<{ facets: boolean; collections: boolean; products: boolean; stems: boolean }>(
    db,
    sql`select
      exists (select from unnest(${list(facets, 'text')}) as a (name) where not exists (select from facet_values where facet || '/' || value = a.name)) as facets,
      exists (select from unnest(${list(asked.collections, 'text')}) as a (id) where not exists (select from collections c where c.id = a.id)) as collections,
      exists (select from unnest(${list(asked.products, 'text')}) as a (id) where not exists (select from products p where p.id = a.id)) as products,
      exists (select from unnest(${list(asked.stems, 'text')}) as a (id) where not exists (select from stems s where s.id = a.id)) as stems`,
  )
  return found ?? { facets: false, collections: false, products: false, stems: false }
}

// Whoever gives out addresses takes turns: an address that is one thing's old one is nobody's new one.
export async function lockAddresses(tx: Tx): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(7316022, 1)`)
}

/** Of 'peonies' and 'peonies-2' and so on, those that lead to another product. */
export async function listTakenSlugs(db: Db, wanted: string, except: ProductId | undefined): Promise<string[]> {
  const alike = sql`(slug = ${wanted} or slug ~ ('^' || ${wanted}::text || '-[0-9]+$'))`
  const found = await rows<{ slug: string }>(
    db,
    sql`select slug from products where ${alike} and id is distinct from ${except ?? null}
        union select slug from product_slugs where ${alike} and product_id is distinct from ${except ?? null} limit 10000`,
  )
  return found.map(({ slug }) => slug)
}

/** Lets an address that a product gives up lead to it, and takes the one it has now out of the old ones. */
export async function keepOldSlug(
  tx: Tx,
  { id, old, slug, at }: { id: ProductId; old: string; slug: string; at: Temporal.Instant },
): Promise<void> {
  await rows(tx, sql`delete from product_slugs where slug = ${slug} and product_id = ${id}`)
  await rows(
    tx,
    sql`insert into product_slugs (slug, product_id, since) values (${old}, ${id}, ${at.toString()}::timestamptz)
        on conflict (slug) do update set since = excluded.since`,
  )
}

/** Every address that leads to a product which has another one now. */
export async function listOldSlugs(db: Db): Promise<string[]> {
  const found = await rows<{ slug: string }>(db, sql`select slug from product_slugs limit 100000`)
  return found.map(({ slug }) => slug)
}
