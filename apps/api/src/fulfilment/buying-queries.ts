import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { StemId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { StemLot, StemNeed } from './plan-buying.ts'

// Paid and not handed over yet; or a delivery of a subscription that is drawn up, whose card will be asked in time.
const toBeTied = sql`(o.places = 'kept' and o.handed_over_at is null and o.status not in ('CANCELLED', 'REFUNDED') or o.places = 'held' and o.occurrence_id is not null)`

/** Stems that are to be tied until a day, day by day; those of earlier days whose orders still count as here are among them. */
export function listStemNeeds(db: Db, until: ShopDay): Promise<StemNeed[]> {
  return rows<StemNeed>(
    db,
    sql`select q.stem_id as "stemId", d.day, sum(q.quantity * l.quantity)::int as quantity
        from orders o join order_deliveries d on d.order_id = o.id join order_lines l on l.order_id = o.id and l.delivery_id = d.id
          join recipe_stems q on q.variant_id = l.variant_id
        where ${toBeTied} and d.status <> 'CANCELLED' and d.day <= ${until}::date and l.kind in ('bouquet', 'arrangement', 'dried')
        group by q.stem_id, d.day`,
  )
}

/** How many orders some days have, and how many of them are subscriptions' whose money is still to come. */
export async function countOrdersToTie(
  db: Db,
  { from, until }: { from: ShopDay; until: ShopDay },
): Promise<{ orders: number; unpaidOccurrences: number }> {
  const row = await firstRow<{ orders: number; unpaidOccurrences: number }>(
    db,
    sql`select count(distinct o.id)::int as orders, count(distinct o.id) filter (where o.places = 'held')::int as "unpaidOccurrences"
        from order_deliveries d join orders o on o.id = d.order_id
        where d.day between ${from}::date and ${until}::date and ${toBeTied} and d.status <> 'CANCELLED'`,
  )
  return row!
}

/** What of some stems is in the shop: lot by lot, and what is in no lot. */
export function listStemLots(db: Db, stemIds: readonly StemId[]): Promise<StemLot[]> {
  return rows<StemLot>(
    db,
    sql`select item_id as "stemId", remaining as left, usable_until as "usableUntil" from stock_lots
        where item_id = any(${list(stemIds, 'text')}) and remaining > 0
        union all
        select i.item_id, i.on_hand - i.owed - coalesce((select sum(l.remaining)::int from stock_lots l where l.item_id = i.item_id and l.remaining > 0), 0), null
        from stock_items i where i.item_id = any(${list(stemIds, 'text')})`,
  )
}

export function listStemsToBuy(
  db: Db,
  stemIds: readonly StemId[],
): Promise<{ stemId: StemId; name: string; grower: string; bunch: number }[]> {
  return rows(
    db,
    sql`select id as "stemId", name, grower, bunch from stems where id = any(${list(stemIds, 'text')}) order by grower = '', grower, name, id`,
  )
}
