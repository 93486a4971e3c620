import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { facetNames, type FrontPage, type Product } from '@flora/contract/catalog.ts'
import type { ProductId, VariantId } from '@flora/contract/ids.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow } from '../platform/db.ts'
import { likeness, type TileRow } from './product.ts'
import { pictureOf, piecesOfProducts, piecesOfVariants, tileOf, visibleOn } from './tile-queries.ts'

export interface ProductRow extends TileRow {
  readonly summary: string
  readonly description: Product['description']
  readonly care: Product['care']
  readonly facts: Product['facts']
  readonly season_months: number[] | null
  readonly pictures: Product['pictures'] | null
  /** None of a draft that has no size yet. */
  readonly variants: readonly VariantRow[] | null
  readonly add_ons: readonly AddOnRow[] | null
  readonly similar: readonly TileRow[] | null
  readonly collections: Product['collections'] | null
}

export interface VariantRow {
  readonly id: VariantId
  readonly sku: string
  readonly name: string
  readonly measure: string
  readonly price_minor: number
  readonly height_cm: number | null
  readonly width_cm: number | null
  readonly pieces: number | null
  readonly stems: { name: string; count: number }[] | null
}

export interface AddOnRow extends TileRow {
  readonly variant_id: VariantId
  readonly price_minor: number
  readonly note: string
}

// Of add-ons the shop's own first ones are offered when a product names none.
const usualAddOns = 4
const similarShown = 4
// Likeness is reckoned for this many that share the most; enough that some of them are not sold out.
const similarLookedAt = 24

interface ProductFound {
  readonly version: number | null
  readonly product: ProductRow | undefined
}

/** A product with everything on its page, and the catalogue's version, in one statement. An address it once had finds it too. */
export function findProduct(db: Db, slug: string, today: ShopDay): Promise<ProductFound> {
  const id = sql`coalesce((select id from products where slug = ${slug}), (select product_id from product_slugs where slug = ${slug}))`
  return findWhere(db, sql`p.id = ${id} and ${visibleOn(today)}`, today)
}

/** The same of one that may not be on the shelf. */
export function findProductForPreview(db: Db, id: ProductId, today: ShopDay): Promise<ProductFound> {
  return findWhere(db, sql`p.id = ${id}`, today)
}

async function findWhere(db: Db, which: SQL, today: ShopDay): Promise<ProductFound> {
  const found = await firstRow<{ version: number | null; product: ProductRow | null }>(
    db,
    sql`
    with p as materialized (select * from products p where ${which}),
    ${alikeTo(today)},
    offered as (${offeredBeside}),
    sizes as (${piecesOfVariants(sql`(select id from p)`)}),
    stock as materialized (${piecesOfProducts(sql`(select id from alike union select id from offered)`)})
    select (select catalog_version from shop) as version, (
      select to_jsonb(p) - 'search' - 'search_letters' || jsonb_build_object(
        'pictures', (select json_agg(json_build_object('id', id, 'alt', alt) order by position) from pictures where product_id = p.id),
        'variants', (${sizesAsJson}),
        'collections', (
          select json_agg(json_build_object('slug', c.slug, 'name', c.name) order by c.position)
          from collection_products cp join collections c on c.id = cp.collection_id where cp.product_id = p.id
        ),
        'add_ons', (${addOnsAsJson(today)}),
        'similar', (${similarAsJson})
      ) from p
    ) as product`,
  )
  return { version: found?.version ?? null, product: found?.product ?? undefined }
}

// The steps of a `with` that end in `alike`: what shares facets and stems with `p`, and how much.
function alikeTo(today: ShopDay): SQL {
  return sql`own as materialized (
      select fv.number, case fv.facet ${sql.join(
        facetNames.map((facet) => sql`when ${facet} then ${likeness[facet]}::int`),
        sql` `,
      )} end as weight
      from p join facet_values fv on fv.number = any(p.facet_numbers)
    ),
    own_stems as materialized (select distinct r.stem_id from p join variants v on v.product_id = p.id join recipe_stems r on r.variant_id = v.id),
    near as (
      select o.id, o.kind = p.kind as same_kind, (select sum(weight) from own where own.number = any(o.facet_numbers)) as facets_shared
      from p join lateral (
        select * from products p where p.facet_numbers && (select array_agg(number) from own) and ${visibleOn(today)}
      ) o on o.id <> p.id and (o.kind <> 'add-on' or p.kind = 'add-on')
      order by same_kind desc, facets_shared desc, o.position, o.id limit ${similarLookedAt}
    ),
    alike as (
      select near.id, near.same_kind, near.facets_shared + ${likeness.stem} * (
        select count(distinct r.stem_id) from variants v join recipe_stems r on r.variant_id = v.id join own_stems using (stem_id) where v.product_id = near.id
      ) as likeness
      from near
    )`
}

// The add-ons that `p` names, else the shop's usual ones; an add-on itself is offered none of those.
const offeredBeside: SQL = sql`
  select add_on_id as id, position from add_on_offers where product_id = (select id from p)
  union all
  (select a.id, a.position from products a
    where a.kind = 'add-on' and a.status = 'live' and (select kind from p) <> 'add-on' and not exists (select from add_on_offers where product_id = (select id from p))
    order by a.position, a.id limit ${usualAddOns})`

const sizesAsJson: SQL = sql`
  select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'name', v.name, 'measure', v.measure, 'price_minor', v.price_minor, 'height_cm', v.height_cm,
    'width_cm', v.width_cm, 'pieces', sizes.pieces, 'stems', (
      select json_agg(json_build_object('name', s.name, 'count', r.quantity) order by r.position)
      from recipe_stems r join stems s on s.id = r.stem_id where r.variant_id = v.id
    )) order by v.position, v.price_minor)
  from variants v join sizes on sizes.variant_id = v.id`

// Each with its cheapest size, the one that goes into the cart beside the product.
function addOnsAsJson(today: ShopDay): SQL {
  return sql`
    select json_agg((to_jsonb(${tileOf}) || jsonb_build_object('variant_id', cheapest.id, 'price_minor', cheapest.price_minor, 'note', p.summary)) order by offered.position)
    from offered join products p on p.id = offered.id and ${visibleOn(today)}
      join stock on stock.product_id = p.id
      left join lateral (${pictureOf}) picture on true
      cross join lateral (select v.id, v.price_minor from variants v where v.product_id = p.id and v.active order by v.price_minor, v.position limit 1) cheapest`
}

const similarAsJson: SQL = sql`
  select json_agg(tile order by same_kind desc, likeness desc, position) from (
    select ${tileOf} as tile, alike.same_kind, alike.likeness, p.position
    from alike join products p on p.id = alike.id
      join stock on stock.product_id = p.id
      left join lateral (${pictureOf}) picture on true
    where stock.pieces is null or stock.pieces > 0
    order by alike.same_kind desc, alike.likeness desc, p.position, p.id limit ${similarShown}
  ) best`

export interface FrontPageRow {
  readonly version: number | null
  readonly candidates: readonly (TileRow & { summary: string; facts: Product['facts']; position: number })[] | null
  readonly totals: FrontPage['totals'] | null
  readonly seasons: readonly { name: string; latin_name: string; months: number[] }[] | null
  readonly occasions: FrontPage['occasions'] | null
  readonly collections: FrontPage['collections'] | null
}

/**
 * What the home page shows, in one statement. Candidates for its best places are what is in season on a collection's list, in
 * the list's order, then the rest of the shelf.
 */
export async function findFrontPage(
  db: Db,
  { today, month, collection, candidates }: { today: ShopDay; month: number; collection: string; candidates: number },
): Promise<FrontPageRow> {
  const found = await firstRow<FrontPageRow>(
    db,
    sql`
    with shelf as materialized (select p.id, p.kind, p.position, p.latin_name, p.season_months, p.facet_numbers,
      -- A mixed bunch is of many types; the plainest product of a type has its Latin name.
      (select count(*) from facet_values t where t.facet = 'type' and t.number = any(p.facet_numbers)) as types
      from products p where ${visibleOn(today)}),
    first as (
      select s.id, row_number() over (order by cp.position nulls last, s.position, s.id) as nth
      from shelf s left join collection_products cp on cp.product_id = s.id and cp.collection_id = (select id from collections where slug = ${collection})
      where s.kind <> 'add-on' and (s.season_months is null or ${month}::smallint = any(s.season_months))
      order by nth limit ${candidates}
    ),
    stock as (${piecesOfProducts(sql`first`)})
    select (select catalog_version from shop) as version,
      (
        select json_agg((to_jsonb(${tileOf}) || jsonb_build_object('summary', p.summary, 'facts', p.facts, 'position', p.position)) order by first.nth)
        from first join products p on p.id = first.id join stock on stock.product_id = p.id left join lateral (${pictureOf}) picture on true
      ) as candidates,
      (select json_agg(json_build_object('kind', kind, 'count', count) order by first_position) from (
        select kind, count(*), min(position) as first_position from shelf group by kind) k) as totals,
      (select json_agg(json_build_object('name', label, 'latin_name', latin_name, 'months', months) order by position) from (
        select fv.label, fv.position, split_part((array_agg(s.latin_name order by s.types, s.position) filter (where s.latin_name <> ''))[1], ',', 1) as latin_name,
          (select array_agg(distinct m order by m) from shelf s2, unnest(s2.season_months) m where fv.number = any(s2.facet_numbers)) as months
        from facet_values fv join shelf s on fv.number = any(s.facet_numbers)
        where fv.facet = 'type' and s.season_months is not null group by fv.number, fv.label, fv.position
        order by fv.position limit 12) t) as seasons,
      (select json_agg(json_build_object('value', value, 'label', label, 'count', count) order by position) from (
        select fv.value, fv.label, fv.position, count(*) from facet_values fv join shelf s on fv.number = any(s.facet_numbers)
        where fv.facet = 'occasion' group by fv.value, fv.label, fv.position) o) as occasions,
      (select json_agg(json_build_object('slug', slug, 'name', name, 'description', description, 'count', count) order by position) from (
        select c.slug, c.name, c.description, c.position, count(s.id) from collections c
          left join collection_products cp on cp.collection_id = c.id left join shelf s on s.id = cp.product_id
        group by c.id) c) as collections`,
  )
  return found!
}
