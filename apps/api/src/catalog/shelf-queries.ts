import { facetNames, type FacetName, pageSize, type ProductKind, type Sort } from '@flora/contract/catalog.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, list } from '../platform/db.ts'
import type { FacetCount, Ticks } from './facets.ts'
import type { TileRow } from './product.ts'
import type { Search } from './search.ts'
import { pictureOf, piecesOfProducts, tileOf, visibleOn } from './tile-queries.ts'

export interface ShelfQuestion {
  readonly today: ShopDay
  readonly search?: Pick<Search, 'form' | 'query'> | undefined
  /** Letters in this order anywhere in the product's words will do too: '%snap%dragon%'. */
  readonly letters?: string | undefined
  readonly kind?: ProductKind | undefined
  readonly collection?: string | undefined
  readonly ticks: Ticks
  readonly priceFromMinor?: number | undefined
  readonly priceToMinor?: number | undefined
  readonly sort: Sort
  readonly page: number
}

export interface ShelfFound {
  readonly version: number | null
  readonly total: number
  readonly lowest: number | null
  readonly highest: number | null
  readonly counts: readonly FacetCount[] | null
  readonly items: readonly TileRow[] | null
  readonly collection: { slug: string; name: string; description: string } | null
}

/**
 * One page of a shelf with its count, price range and the counts of every facet, in one statement.
 *
 * `hits` is what the search, the kind and the collection leave; each hit knows which ticked facets it fails (0 is the price).
 * A product is shown when it fails none. It counts for a value of a facet when it fails none or only that facet: so a
 * facet's own ticks do not thin out its own counts.
 */
export async function listShelf(db: Db, question: ShelfQuestion): Promise<ShelfFound> {
  const { today, search, letters, collection, ticks, sort, page } = question
  const tests = failures(question)
  const shown = tests.length > 0 ? sql`where fails = '{}'` : sql``
  const statement = sql`
    with hits as materialized (
      select p.id, p.position, p.name, p.from_minor, p.created_at, p.facet_numbers, ${tests.length > 0 ? sql`array_remove(array[${sql.join(tests, sql`, `)}]::smallint[], null) as fails,` : sql``}
        ${collection ? sql`cp.position` : sql`0`} as place, ${search ? sql`ts_rank(p.search, ask.query)` : sql`0`} as rank
      from ${search ? sql`(select ${tsquery(search)} as query offset 0) ask, ` : sql``}products p
        ${collection ? sql`join collection_products cp on cp.product_id = p.id and cp.collection_id = (select id from collections where slug = ${collection})` : sql``}
      where ${visibleOn(today)} ${ofKind(question)} ${matches(search, letters)}
    ),
    page as materialized (
      select id, row_number() over () as nth
      from (select id from hits ${shown} order by ${order(sort, search !== undefined)} limit ${pageSize} offset ${(page - 1) * pageSize}) sorted
    ),
    stock as (${piecesOfProducts(sql`page`)})
    select
      (select catalog_version from shop) as version,
      (select count(*)::int from hits ${shown}) as total,
      ${priceRange(question, 'min')} as lowest, ${priceRange(question, 'max')} as highest,
      ${facetCounts(ticks, tests.length > 0)} as counts,
      (
        select json_agg(${tileOf} order by page.nth)
        from page join products p on p.id = page.id join stock on stock.product_id = p.id
          left join lateral (${pictureOf}) picture on true
      ) as items,
      ${collection ? sql`(select json_build_object('slug', slug, 'name', name, 'description', description) from collections where slug = ${collection})` : sql`null`} as collection`
  return (await firstRow<ShelfFound>(db, statement))!
}

/** Tiles of the products that are named and on the shelf, in the order they are named in. */
export async function listNamedTileRows(db: Db, slugs: readonly string[], today: ShopDay): Promise<readonly TileRow[]> {
  const found = await firstRow<{ tiles: readonly TileRow[] | null }>(
    db,
    sql`
    with named as materialized (
      select p.id, asked.nth from unnest(${list(slugs, 'text')}) with ordinality as asked (slug, nth)
        join products p on p.id = coalesce((select id from products where slug = asked.slug), (select product_id from product_slugs old where old.slug = asked.slug))
      where ${visibleOn(today)}
    ),
    stock as (${piecesOfProducts(sql`named`)})
    select json_agg(${tileOf} order by named.nth) as tiles
    from named join products p on p.id = named.id join stock on stock.product_id = p.id left join lateral (${pictureOf}) picture on true`,
  )
  return found?.tiles ?? []
}

// Add-ons go with flowers and are shown beside them: on a shelf of their own, in a collection, or when somebody looks for one.
function ofKind({ kind, collection, search }: ShelfQuestion): SQL {
  if (kind) return sql`and p.kind = ${kind}`
  return collection || search ? sql`` : sql`and p.kind <> 'add-on'`
}

function tsquery({ form, query }: Pick<Search, 'form' | 'query'>): SQL {
  return form === 'web' ? sql`websearch_to_tsquery('english', ${query})` : sql`to_tsquery('english', ${query})`
}

function matches(search: ShelfQuestion['search'], letters: string | undefined): SQL {
  if (!search) return sql``
  return letters ? sql`and (p.search @@ ask.query or p.search_letters like ${letters})` : sql`and p.search @@ ask.query`
}

// The number by which a facet is known in `fails`; 0 is the price.
const facetNumber = (facet: FacetName): number => facetNames.indexOf(facet) + 1

function failures({ ticks, priceFromMinor, priceToMinor }: ShelfQuestion): SQL[] {
  const tests = facetNames.flatMap((facet) => {
    const values = ticks[facet]
    if (!values) return []
    return sql`case when not p.facet_numbers && array(select number from facet_values where facet = ${facet} and value = any(${list(values, 'text')})) then ${sql.raw(String(facetNumber(facet)))} end`
  })
  if (priceFromMinor === undefined && priceToMinor === undefined) return tests
  return [
    ...tests,
    sql`case when p.from_minor not between ${priceFromMinor ?? 0}::bigint and ${priceToMinor ?? Number.MAX_SAFE_INTEGER}::bigint then 0 end`,
  ]
}

// The range a price filter may choose from is the range without that filter.
function priceRange({ ticks, priceFromMinor, priceToMinor }: ShelfQuestion, which: 'min' | 'max'): SQL {
  const filtered = Object.keys(ticks).length > 0 || priceFromMinor !== undefined || priceToMinor !== undefined
  return sql`(select ${sql.raw(which)}(from_minor) from hits ${filtered ? sql`where fails <@ array[0]::smallint[]` : sql``})`
}

function facetCounts(ticks: Ticks, hasTests: boolean): SQL {
  const ticked = facetNames.flatMap((facet) => (ticks[facet] ?? []).map((value) => `${facet}/${value}`))
  const number = sql`case fv.facet ${sql.join(
    facetNames.map((facet) => sql`when ${facet} then ${facetNumber(facet)}::smallint`),
    sql` `,
  )} end`
  // With nothing ticked a value's count is the number of hits that carry it; else hits that fail the same way are counted together.
  const counted = hasTests
    ? sql`select n.number, sum(n.count) as count from (
        select u.number, hits.fails, count(*) as count from hits cross join unnest(hits.facet_numbers) as u (number)
        where cardinality(hits.fails) < 2 group by u.number, hits.fails
      ) n join facet_values fv on fv.number = n.number
      where n.fails = '{}' or n.fails = array[${number}]::smallint[] group by n.number`
    : sql`select u.number, count(*) as count from hits cross join unnest(hits.facet_numbers) as u (number) group by u.number`
  const kept =
    ticked.length > 0
      ? sql`left join counted c on c.number = fv.number where c.count > 0 or fv.facet || '/' || fv.value = any(${list(ticked, 'text')})`
      : sql`join counted c on c.number = fv.number`
  return sql`(
    with counted as (${counted})
    select json_agg(json_build_array(fv.facet, fv.value, fv.label, coalesce(c.count, 0)) order by fv.position, fv.value) from facet_values fv ${kept}
  )`
}

// Every order ends in position and id, so that a product is on one page only.
function order(sort: Sort, hasSearch: boolean): SQL {
  switch (sort) {
    case 'featured':
      return hasSearch ? sql`rank desc, place, position, id` : sql`place, position, id`
    case 'price-up':
      return sql`from_minor, position, id`
    case 'price-down':
      return sql`from_minor desc, position, id`
    case 'newest':
      return sql`created_at desc, position, id`
    case 'name':
      return sql`lower(name), position, id`
  }
}
