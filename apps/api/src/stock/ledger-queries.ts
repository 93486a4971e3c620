import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { LotId, OrderId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { Counters, Lot } from './stock-item.ts'

export type MoveKind =
  | 'arrived'
  | 'expired'
  | 'handed-over'
  | 'wilted'
  | 'broken'
  | 'sold-over-counter'
  | 'given-away'
  | 'returned'
  | 'counted'

/** Locks counted things in the order of their ids, as buyers do, and gives their counters; what nobody counts is absent. */
export async function lockItems(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Counters>> {
  const found = await rows<Counters & { itemId: string }>(
    tx,
    sql`select item_id as "itemId", on_hand as "onHand", taken, owed from stock_items where item_id = any(${list(itemIds, 'text')})
        order by item_id for update`,
  )
  return new Map(found.map(({ itemId, ...counters }) => [itemId, counters]))
}

/** Writes counters of things that the caller has locked. */
export async function saveCounters(tx: Tx, items: ReadonlyMap<string, Counters>): Promise<void> {
  const records = [...items].map(([itemId, counters]) => ({ itemId, ...counters }))
  if (records.length === 0) return
  await rows(
    tx,
    sql`update stock_items i set on_hand = r."onHand", taken = r.taken, owed = r.owed
        from jsonb_to_recordset(${recordset(records)}) as r ("itemId" text, "onHand" int, taken int, owed int) where i.item_id = r."itemId"`,
  )
}

/** What is left in the lots of locked things, those that expire first before. */
export async function listLotsLeft(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Lot[]>> {
  const found = await rows<Lot & { itemId: string }>(
    tx,
    sql`select id, item_id as "itemId", remaining from stock_lots where item_id = any(${list(itemIds, 'text')}) and remaining > 0
        order by item_id, usable_until nulls last, arrived_day, id`,
  )
  return Map.groupBy(found, ({ itemId }) => itemId)
}

export function findLot(
  tx: Tx,
  id: LotId,
): Promise<(Lot & { itemId: string; arrived: number; isExpired: boolean }) | undefined> {
  return firstRow(
    tx,
    sql`select id, item_id as "itemId", remaining, arrived, expired_at is not null as "isExpired" from stock_lots where id = ${id}`,
  )
}

export interface NewLot {
  readonly id: LotId
  readonly itemId: string
  readonly arrivedDay: ShopDay
  readonly usableUntil: ShopDay | null
  readonly pieces: number
  readonly note: string
}

export async function insertLot(tx: Tx, lot: NewLot): Promise<void> {
  await rows(
    tx,
    sql`insert into stock_lots (id, item_id, arrived_day, usable_until, arrived, remaining, note)
        values (${lot.id}, ${lot.itemId}, ${lot.arrivedDay}::date, ${lot.usableUntil}::date, ${lot.pieces}, ${lot.pieces}, ${lot.note})`,
  )
}

export interface NewMove {
  readonly key?: string | undefined
  readonly itemId: string
  readonly lotId: string | null
  readonly orderId?: OrderId | undefined
  readonly kind: MoveKind
  readonly change: number
  readonly who: string
  readonly note?: string
}

/** Writes moves into the ledger, and what they do to their lots. */
export async function insertMoves(tx: Tx, moves: readonly NewMove[], at: Temporal.Instant): Promise<void> {
  if (moves.length === 0) return
  await rows(
    tx,
    sql`with moves as (select * from jsonb_to_recordset(${recordset(moves)}) as r (key uuid, "itemId" text, "lotId" text, "orderId" text, kind text,
            change int, who text, note text)),
        lots as (
          update stock_lots l set remaining = l.remaining + m.change, expired_at = case when m.expired then ${at.toString()}::timestamptz else l.expired_at end
          from (select "lotId", sum(change)::int as change, bool_or(kind = 'expired') as expired from moves where kind <> 'arrived' group by "lotId") m
          where l.id = m."lotId"
        )
        insert into stock_moves (key, item_id, lot_id, order_id, at, kind, change, who, note)
        select key, "itemId", "lotId", "orderId", ${at.toString()}::timestamptz, kind, change, who, coalesce(note, '') from moves`,
  )
}

/** What was done under a key, to compare it with what is asked under it again. */
export function findMove(db: Db, key: string): Promise<{ itemId: string; kind: MoveKind; change: number } | undefined> {
  return firstRow(db, sql`select item_id as "itemId", kind, change from stock_moves where key = ${key}::uuid`)
}

/** Lots that are no longer good on a day and have something left, by their things, a number of them. */
export function listExpiredLots(db: Db, today: ShopDay, limit: number): Promise<{ id: LotId; itemId: string }[]> {
  return rows(
    db,
    sql`select id, item_id as "itemId" from stock_lots where remaining > 0 and usable_until < ${today}::date order by item_id, id limit ${limit}`,
  )
}

/** Orders whose flowers have left the shop: delivered, or their day is over. */
export async function listOrdersToHandOver(db: Db, today: ShopDay, limit: number): Promise<OrderId[]> {
  const found = await rows<{ id: OrderId }>(
    db,
    sql`select o.id from orders o where o.places = 'kept' and o.handed_over_at is null and not exists (
          select from order_deliveries d where d.order_id = o.id and d.day >= ${today}::date and d.status <> 'DELIVERED')
        order by o.id limit ${limit}`,
  )
  return found.map((row) => row.id)
}

/** Locks an order that is still to be handed over; nothing when it has been, or has given its pieces back. */
export async function lockOrderToHandOver(tx: Tx, id: OrderId): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`select id from orders where id = ${id} and places = 'kept' and handed_over_at is null for update`,
  )
  return row !== undefined
}

/** What an order took from the counters; from now on the ledger has it. */
export function takeOrderStock(
  tx: Tx,
  id: OrderId,
  at: Temporal.Instant,
): Promise<{ itemId: string; quantity: number }[]> {
  return rows(
    tx,
    sql`with gone as (update orders set handed_over_at = ${at.toString()}::timestamptz where id = ${id})
        delete from order_stock where order_id = ${id} returning item_id as "itemId", quantity`,
  )
}

/** The counted stems that its bouquets are tied from, by the recipes of today. */
export function listStemsOfOrder(db: Db, id: OrderId): Promise<{ itemId: string; quantity: number }[]> {
  return rows(
    db,
    sql`select q.stem_id as "itemId", sum(q.quantity * l.quantity)::int as quantity
        from order_lines l join recipe_stems q on q.variant_id = l.variant_id join stock_items i on i.item_id = q.stem_id
        where l.order_id = ${id} and l.kind in ('bouquet', 'arrangement', 'dried') group by q.stem_id order by q.stem_id`,
  )
}
