import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type SQL, sql } from 'drizzle-orm'

// Pieces of SQL that every list of products is made of. They speak of a product as `p`, of a size as `v`.

/** Whether product `p` stands on the shelf on a day: live, in its time, and with a price. */
export function visibleOn(today: ShopDay): SQL {
  return sql`p.status = 'live' and p.from_minor is not null
    and (p.visible_from is null or p.visible_from <= ${today}::date) and (p.visible_until is null or p.visible_until >= ${today}::date)`
}

/**
 * How many pieces of size `v` of product `p` can still be sold; null when nothing of it is counted. A counted thing without
 * a row in stock_items cannot be taken, so there are none.
 */
export const piecesOfVariant: SQL = sql`
  case p.stock_by
    when 'variant' then coalesce((select s.on_hand - s.taken from stock_items s where s.item_id = v.id), 0)
    when 'stems' then (
      select min(coalesce((s.on_hand - s.taken) / r.quantity, 0))
      from recipe_stems r left join stock_items s on s.item_id = r.stem_id where r.variant_id = v.id
    )
  end`

/** The same for the whole product: its own pieces together, or as many as its thriftiest size makes of the stems. */
export const piecesOf: SQL = sql`
  select case when bool_or(left_over is null) then null when p.stock_by = 'variant' then sum(left_over) else max(left_over) end::int as pieces
  from (select ${piecesOfVariant} as left_over from variants v where v.product_id = p.id and v.active) each_size`

/** The picture on the tile of product `p`. */
export const pictureOf: SQL = sql`select id, alt from pictures where product_id = p.id order by position limit 1`

/** A tile as JSON; beside `p` it needs `stock` (piecesOf) and `picture` (pictureOf). */
export const tileOf: SQL = sql`json_build_object(
  'id', p.id, 'slug', p.slug, 'name', p.name, 'latin_name', p.latin_name, 'kind', p.kind, 'tint', p.tint, 'from_minor', p.from_minor,
  'sizes', p.sizes, 'pieces', stock.pieces, 'picture_id', picture.id, 'picture_alt', picture.alt)`
