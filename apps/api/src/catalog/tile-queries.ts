import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type SQL, sql } from '../platform/sql.ts'

// Pieces of SQL that every list of products is made of. They speak of a product as `p`, of a size as `v`.

/** Whether product `p` stands on the shelf on a day: live, in its time, and with a price. */
export function visibleOn(today: ShopDay): SQL {
  return sql`p.status = 'live' and p.from_minor is not null
    and (p.visible_from is null or p.visible_from <= ${today}::date) and (p.visible_until is null or p.visible_until >= ${today}::date)`
}

// What one piece of size `v` takes: stem by stem, itself, or nothing that is counted. To be joined after `p` and `v`.
const whatItTakes: SQL = sql`
  left join recipe_stems r on r.variant_id = v.id and p.stock_by = 'stems'
  left join stock_items s on s.item_id = case p.stock_by when 'stems' then r.stem_id when 'variant' then v.id end`

// Null when nothing of it is counted. A counted thing without a row in stock_items cannot be taken, so there are none.
const leftOver: SQL = sql`min(
  case when p.stock_by = 'variant' or (p.stock_by = 'stems' and r.stem_id is not null) then coalesce((s.on_hand - s.taken) / coalesce(r.quantity, 1), 0) end
)`

/**
 * How many pieces of each size can still be sold, as (variant_id, pieces), for the products whose ids are in `ids`.
 * One pass for all of them: asked product by product it would be most of a shelf's cost.
 */
export function piecesOfVariants(ids: SQL): SQL {
  return sql`
    select v.product_id, v.id as variant_id, p.stock_by, ${leftOver} as pieces
    from ${ids} asked join products p on p.id = asked.id join variants v on v.product_id = p.id and v.active ${whatItTakes}
    group by v.id, p.id`
}

/** The same by product, as (product_id, pieces): its own pieces together, or as many as its thriftiest size makes of the stems. */
export function piecesOfProducts(ids: SQL): SQL {
  return sql`
    select product_id, case when bool_or(pieces is null) then null when min(stock_by) = 'variant' then sum(pieces) else max(pieces) end::int as pieces
    from (${piecesOfVariants(ids)}) sizes group by product_id`
}

/** The picture on the tile of product `p`. */
export const pictureOf: SQL = sql`select id, alt from pictures where product_id = p.id order by position limit 1`

/** A tile as JSON; beside `p` it needs `stock` (piecesOfProducts) and `picture` (pictureOf). */
export const tileOf: SQL = sql`json_build_object(
  'id', p.id, 'slug', p.slug, 'name', p.name, 'latin_name', p.latin_name, 'kind', p.kind, 'tint', p.tint, 'from_minor', p.from_minor,
  'sizes', p.sizes, 'pieces', stock.pieces, 'picture_id', picture.id, 'picture_alt', picture.alt)`
