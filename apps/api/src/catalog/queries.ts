import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ProductKind, Suggestion, Tint } from '@flora/contract/catalog.ts'
import type { ProductId, VariantId } from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { pictureOf, visibleOn } from './tile-queries.ts'

/** The version of the catalogue and the zone of its days, or nothing while there is no shop. */
export function findStanding(db: Db): Promise<{ catalog_version: number; time_zone: string } | undefined> {
  return firstRow(db, sql`select catalog_version, time_zone from shop`)
}

/** What the shop's words are taken from, to guess what a misspelt one meant. */
export async function listKnownTexts(db: Db): Promise<string[]> {
  const found = await rows<{ text: string }>(
    db,
    sql`
    select name || ' ' || latin_name as text from products where status = 'live'
    union all select label from facet_values
    union all select name from stems
    union all select name from collections
    union all select 'flowers bouquets arrangements plants dried gifts'
    limit 200000`,
  )
  return found.map(({ text }) => text)
}

/** Tells every process that the catalogue changed, when this transaction commits. Whoever changes what a shopper sees calls it. */
export async function bumpCatalogVersion(tx: Tx): Promise<void> {
  await rows(
    tx,
    sql`
    with bumped as (update shop set catalog_version = catalog_version + 1 returning catalog_version)
    select pg_notify('catalog', catalog_version::text) from bumped`,
  )
}

export interface VariantForSaleRow {
  readonly id: VariantId
  readonly product_id: ProductId
  readonly slug: string
  readonly product_name: string
  readonly variant_name: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly picture_id: string | null
  readonly picture_alt: string | null
  readonly price_minor: number
  readonly currency: Currency
  readonly bench_minutes: number
  readonly lead_days: number
  readonly season_months: number[] | null
  readonly stock_by: 'variant' | 'stems' | 'nothing'
  readonly recipe: readonly { itemId: `stm_${string}`; quantity: number }[] | null
  readonly is_for_sale: boolean
  readonly pieces: number | null
}

/** The rows behind listVariantsForSale: one statement whatever the number of ids. */
export function listVariantRows(db: Db, ids: readonly VariantId[], today: ShopDay): Promise<VariantForSaleRow[]> {
  return rows(
    db,
    sql`
    select v.id, p.id as product_id, p.slug, p.name as product_name, v.name as variant_name, p.kind, p.tint, picture.id as picture_id,
      picture.alt as picture_alt, v.price_minor, v.currency, v.bench_minutes, p.lead_days, p.season_months::int[] as season_months, p.stock_by, recipe.items as recipe,
      v.active and ${visibleOn(today)} as is_for_sale,
      case p.stock_by when 'stems' then recipe.pieces when 'variant' then coalesce(own.on_hand - own.taken, 0) end as pieces
    from variants v join products p on p.id = v.product_id
      left join stock_items own on own.item_id = v.id
      left join lateral (${pictureOf}) picture on true
      left join (
        select r.variant_id, json_agg(json_build_object('itemId', r.stem_id, 'quantity', r.quantity) order by r.stem_id) as items,
          min(coalesce((s.on_hand - s.taken) / r.quantity, 0)) as pieces
        from recipe_stems r left join stock_items s on s.item_id = r.stem_id
        where r.variant_id = any(${list(ids, 'text')})
        group by r.variant_id
      ) recipe on recipe.variant_id = v.id
    where v.id = any(${list(ids, 'text')})`,
  )
}

/** The sizes of everything that is on the shelf on a day and could come in any month, but add-ons; the shelf's order. */
export async function listSizesAllYear(db: Db, today: ShopDay): Promise<VariantId[]> {
  const found = await rows<{ id: VariantId }>(
    db,
    sql`select v.id from variants v join products p on p.id = v.product_id
        where v.active and ${visibleOn(today)} and p.kind <> 'add-on' and p.season_months is null order by p.position, p.id, v.position limit 2000`,
  )
  return found.map(({ id }) => id)
}

/** What is left now of some counted things, as a column: an object by item id, in which what nobody counts is absent. */
export function stockLeft(itemIds: readonly string[]): SQL {
  return stockLeftWhere(sql`= any(${list(itemIds, 'text')})`)
}

/**
 * The same of all that some sizes take, of which no more is known than their ids. `ids` is an array, as in other lists: of arrays the
 * planner expects about ten, and goes by the index.
 */
export function stockLeftOfIds(ids: SQL): SQL {
  return stockLeftWhere(sql`= any(${ids} || array(select stem_id from recipe_stems where variant_id = any(${ids})))`)
}

function stockLeftWhere(isAsked: SQL): SQL {
  return sql`(select coalesce(json_object_agg(item_id, on_hand - taken), '{}') from stock_items where item_id ${isAsked})`
}

export interface SuggestedRow {
  readonly kind: Suggestion['kind']
  readonly value: string
  readonly label: string
  readonly price_minor: number | null
}

/** Products whose words begin so, then shelves (collections, occasions, colours, types) whose name does. `prefix` is escaped for LIKE. */
export async function listSuggested(
  db: Db,
  { today, tsquery, prefix, letters }: { today: ShopDay; tsquery: string; prefix: string; letters: string },
): Promise<{ version: number | null; found: SuggestedRow[] }> {
  const row = await firstRow<{ version: number | null; found: SuggestedRow[] | null }>(
    db,
    sql`
    with ask as (select to_tsquery('english', ${tsquery}) as query),
    named as (
      (select 'collection' as kind, slug as value, name as label, 0 as nth, position from collections where ' ' || lower(name) like ${`% ${prefix}%`})
      union all
      (select facet, value, label, case facet when 'occasion' then 1 when 'type' then 2 else 3 end, position from facet_values fv
        where facet in ('occasion', 'colour', 'type') and ' ' || lower(label) like ${`% ${prefix}%`}
          and exists (select from products p where p.facet_numbers @> array[fv.number] and ${visibleOn(today)}))
      order by nth, position, value limit 4
    ),
    products_found as (
      select p.slug, p.name, p.from_minor, lower(p.name) like ${`${prefix}%`} as begins, ts_rank(p.search, ask.query) as rank, p.position, p.id
      from ask, products p
      where (p.search @@ ask.query or p.search_letters like ${letters}) and ${visibleOn(today)}
      order by begins desc, rank desc, p.position, p.id limit 8
    )
    select (select catalog_version from shop) as version, (
      select json_agg(json_build_object('kind', kind, 'value', value, 'label', label, 'price_minor', price_minor) order by shelf, nth, rank desc, position) from (
        select kind, value, label, null::bigint as price_minor, 0 as shelf, nth, 0::real as rank, position from named
        union all
        select 'product', slug, name, from_minor, 1, case when begins then 0 else 1 end, rank, position from products_found
      ) everything
    ) as found`,
  )
  return { version: row?.version ?? null, found: row?.found ?? [] }
}
