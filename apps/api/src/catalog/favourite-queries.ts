import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { FacetName } from '@flora/contract/catalog.ts'
import type { ProductId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { TileRow } from './product.ts'
import { pictureOf, piecesOfProducts, tileOf, visibleOn } from './tile-queries.ts'

/** One value of a facet, as a filter shows it. */
export interface FacetValue {
  readonly facet: FacetName
  readonly value: string
  readonly label: string
}

/** Every value of some facets, in the order of the shelf's filters. */
export function listFacetValues(db: Db, facets: readonly FacetName[]): Promise<FacetValue[]> {
  return rows(
    db,
    sql`select facet, value, label from facet_values where facet = any(${list(facets, 'text')}) order by facet, position, value limit 1000`,
  )
}

/** A product on the shelf and which of the asked facet values it has, each as 'colour/pink'. */
export interface FavouredProduct {
  readonly id: ProductId
  readonly has: readonly string[]
}

/** Products with any of these facet values ('colour/pink') and then the others, each in the shelf's order. */
export function listFavoured(
  db: Db,
  { today, values, limit }: { today: ShopDay; values: readonly string[]; limit: number },
): Promise<FavouredProduct[]> {
  return rows(
    db,
    sql`
    with wanted as materialized (
      select number, facet || '/' || value as name from facet_values where facet || '/' || value = any(${list(values, 'text')})
    ), numbers as (select coalesce(array_agg(number), '{}') as wanted from wanted)
    select p.id, array(select name from wanted where number = any(p.facet_numbers)) as has
    from products p, numbers
    where ${visibleOn(today)} and p.kind <> 'add-on'
    order by p.facet_numbers && numbers.wanted desc, p.position, p.id limit ${limit}`,
  )
}

/** The tiles of some products, in the order asked. */
export async function listTileRows(db: Db, ids: readonly ProductId[]): Promise<TileRow[]> {
  const row = await firstRow<{ items: TileRow[] | null }>(
    db,
    sql`
    with page as materialized (select id, nth from unnest(${list(ids, 'text')}) with ordinality as asked (id, nth)),
      stock as (${piecesOfProducts(sql`page`)})
    select json_agg(${tileOf} order by page.nth) as items
    from page join products p on p.id = page.id join stock on stock.product_id = p.id
      left join lateral (${pictureOf}) picture on true`,
  )
  return row?.items ?? []
}
