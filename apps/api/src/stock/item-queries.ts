import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { LotId, OrderId, ProductId } from '@flora/contract/ids.ts'
import type { StockBy, StockItemId } from '@flora/contract/stock-desk.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { MoveKind } from './ledger-queries.ts'

export async function findShopZone(db: Db): Promise<string> {
  const row = await firstRow<{ zone: string }>(db, sql`select time_zone as zone from shop`)
  if (!row) throw new Error('invariant broken: stock is looked at and there is no shop')
  return row.zone
}

export interface ItemRecord {
  readonly id: StockItemId
  readonly name: string
  readonly variantName: string
  readonly onHand: number
  readonly taken: number
  readonly owed: number
  readonly lowAt: number | null
  readonly soldToday: number
  readonly nextExpiry: { usableUntil: ShopDay; quantity: number } | null
  readonly bunch: number
  readonly grower: string
  readonly vaseDays: number | null
  /** Of one stem; null for sizes, and while nobody has said. */
  readonly costMinor: number | null
  readonly currency: Currency
}

export interface ItemSearch {
  readonly search?: string | undefined
  readonly kind?: 'variant' | 'stem' | undefined
  readonly only?: 'low' | 'short' | 'expiring' | undefined
  readonly after?: string | undefined
  readonly limit: number
  readonly today: ShopDay
  readonly dayBegan: Temporal.Instant
}

// A day's warning is what a florist can act on.
const expiringWithin = 1

/** Counted things by name, a page of them. */
export function listItems(db: Db, { search, kind, only, after, limit, ...when }: ItemSearch): Promise<ItemRecord[]> {
  const like = search ? `%${search.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  const narrowed = {
    low: sql`i.low_at is not null and i.on_hand - i.taken <= i.low_at`,
    short: sql`i.owed > 0`,
    expiring: sql`exists (select from stock_lots e where e.item_id = i.item_id and e.remaining > 0 and e.usable_until <= ${when.today}::date + ${expiringWithin}::int)`,
  } as const
  return listNamed(
    db,
    sql`(${like}::text is null or lower(n.name || ' ' || n.variant_name) like ${like}) and (${kind ?? null}::text is null or n.kind = ${kind ?? null})
      and ${only ? narrowed[only] : sql`true`}
      and (${after ?? null}::text is null or (n.name, n.variant_name, i.item_id) > (select m.name, m.variant_name, m.item_id from named m where m.item_id = ${after ?? null}))`,
    { ...when, limit },
  )
}

export async function findItem(
  db: Db,
  id: string,
  when: { today: ShopDay; dayBegan: Temporal.Instant },
): Promise<ItemRecord | undefined> {
  return (await listNamed(db, sql`i.item_id = ${id}`, { ...when, limit: 1 }))[0]
}

function listNamed(
  db: Db,
  which: SQL,
  { dayBegan, limit }: { dayBegan: Temporal.Instant; limit: number },
): Promise<ItemRecord[]> {
  return rows<ItemRecord>(
    db,
    sql`with named as (
          select s.item_id, 'stem' as kind, t.name, '' as variant_name, t.bunch, t.grower, t.vase_days, t.cost_minor, t.currency from stock_items s join stems t on t.id = s.item_id
          union all
          select s.item_id, 'variant', p.name, v.name, 1, '', null, null, v.currency from stock_items s join variants v on v.id = s.item_id join products p on p.id = v.product_id
        ), page as (
          select i.*, n.name, n.variant_name, n.bunch, n.grower, n.vase_days, n.cost_minor, n.currency from named n join stock_items i on i.item_id = n.item_id
          where ${which} order by n.name, n.variant_name, i.item_id limit ${limit}
        )
        select page.item_id as id, page.name, page.variant_name as "variantName", page.on_hand as "onHand", page.taken, page.owed, page.low_at as "lowAt",
          page.bunch, page.grower, page.vase_days as "vaseDays", page.cost_minor as "costMinor", page.currency,
          coalesce((select sum(s.quantity)::int from order_stock s join orders o on o.id = s.order_id
            where s.item_id = page.item_id and o.placed_at >= ${dayBegan.toString()}::timestamptz and o.places <> 'released'), 0)
          + coalesce((select -sum(m.change)::int from stock_moves m join orders o on o.id = m.order_id
            where m.item_id = page.item_id and m.kind = 'handed-over' and o.placed_at >= ${dayBegan.toString()}::timestamptz), 0) as "soldToday",
          (select jsonb_build_object('usableUntil', l.usable_until, 'quantity', sum(l.remaining)::int) from stock_lots l
            where l.item_id = page.item_id and l.remaining > 0 and l.usable_until is not null group by l.usable_until order by l.usable_until limit 1) as "nextExpiry"
        from page order by page.name, page.variant_name, page.item_id`,
  )
}

/** How many things are low or short, for the whole shop. */
export async function countTroubled(db: Db): Promise<{ low: number; short: number }> {
  const row = await firstRow<{ low: number; short: number }>(
    db,
    sql`select count(*) filter (where low_at is not null and on_hand - taken <= low_at)::int as low, count(*) filter (where owed > 0)::int as short from stock_items`,
  )
  return row!
}

export interface LotRecord {
  readonly id: LotId
  readonly arrivedDay: ShopDay
  readonly usableUntil: ShopDay | null
  readonly arrived: number
  readonly remaining: number
  readonly isExpired: boolean
  readonly note: string
}

/** Lots with something left, those that expire first before; then the latest ten that are over. */
export function listLots(db: Db, itemId: string): Promise<LotRecord[]> {
  return rows<LotRecord>(
    db,
    sql`select id, arrived_day as "arrivedDay", usable_until as "usableUntil", arrived, remaining, expired_at is not null as "isExpired", note from (
          (select * from stock_lots where item_id = ${itemId} and remaining > 0 order by usable_until nulls last, arrived_day, id limit 100)
          union all
          (select * from stock_lots where item_id = ${itemId} and remaining = 0 order by id desc limit 10)
        ) l order by remaining = 0, case when remaining > 0 then usable_until end nulls last, arrived_day, id`,
  )
}

export interface MoveRecord {
  readonly id: number
  readonly at: string
  readonly kind: MoveKind
  readonly change: number
  readonly lotId: LotId | null
  readonly orderId: OrderId | null
  readonly who: string
  readonly note: string
}

export function listMoves(db: Db, itemId: string, limit: number): Promise<MoveRecord[]> {
  return rows<MoveRecord>(
    db,
    sql`select id, at, kind, change, lot_id as "lotId", order_id as "orderId", who, note from stock_moves where item_id = ${itemId} order by id desc limit ${limit}`,
  )
}

/** What is tied from a stem, or whose size a variant is. */
export function listUsers(
  db: Db,
  itemId: string,
): Promise<{ productId: ProductId; name: string; variantName: string; each: number; by: StockBy }[]> {
  return rows(
    db,
    sql`select p.id as "productId", p.name, v.name as "variantName", coalesce(q.quantity, 1) as each, p.stock_by as by
        from variants v join products p on p.id = v.product_id left join recipe_stems q on q.variant_id = v.id and q.stem_id = ${itemId}
        where (v.id = ${itemId} or q.stem_id is not null) and p.status <> 'archived' order by p.name, v.position, v.id limit 200`,
  )
}

export interface ItemChange {
  readonly lowAt?: number | null | undefined
  readonly bunch?: number | undefined
  readonly grower?: string | undefined
  readonly vaseDays?: number | null | undefined
  readonly costMinor?: number | null | undefined
}

/** What is told of an item anew; a new threshold may be crossed anew. */
export async function saveItem(tx: Tx, id: string, change: ItemChange): Promise<void> {
  if (change.lowAt !== undefined)
    await rows(tx, sql`update stock_items set low_at = ${change.lowAt}, low_told_at = null where item_id = ${id}`)
  await rows(
    tx,
    sql`update stems set bunch = coalesce(${change.bunch ?? null}::int, bunch), grower = coalesce(${change.grower ?? null}::text, grower),
          vase_days = case when ${change.vaseDays !== undefined}::boolean then ${change.vaseDays ?? null}::int else vase_days end,
          cost_minor = case when ${change.costMinor !== undefined}::boolean then ${change.costMinor ?? null}::bigint else cost_minor end where id = ${id}`,
  )
}

/** Marks what has become low since the last look as told, and what is plenty again as not; gives what is to be told. */
export async function markLow(
  tx: Tx,
  at: Temporal.Instant,
): Promise<{ itemId: string; name: string; left: number; lowAt: number }[]> {
  await rows(
    tx,
    sql`update stock_items set low_told_at = null where low_told_at is not null and (low_at is null or on_hand - taken > low_at)`,
  )
  return rows(
    tx,
    sql`with told as (
          update stock_items i set low_told_at = ${at.toString()}::timestamptz
          from (select item_id from stock_items where low_at is not null and low_told_at is null and on_hand - taken <= low_at order by item_id for update) l
          where i.item_id = l.item_id and i.low_told_at is null returning i.item_id, i.on_hand - i.taken as left_over, i.low_at
        )
        select told.item_id as "itemId", coalesce(t.name, p.name || case when lower(v.name) in ('', 'one size') then '' else ', ' || lower(v.name) end) as name,
          told.left_over as left, told.low_at as "lowAt"
        from told left join stems t on t.id = told.item_id left join variants v on v.id = told.item_id left join products p on p.id = v.product_id
        order by name, told.item_id`,
  )
}

export interface CountedRecord {
  readonly id: ProductId
  readonly name: string
  readonly by: StockBy
  readonly hasRecipe: boolean
  readonly status: 'draft' | 'live' | 'archived'
}

export function listCounted(
  db: Db,
  { search, after, limit }: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<CountedRecord[]> {
  const like = search ? `%${search.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  return rows<CountedRecord>(
    db,
    sql`${counted} where p.status <> 'archived' and (${like}::text is null or lower(p.name) like ${like})
          and (${after ?? null}::text is null or (p.name, p.id) > (select m.name, m.id from products m where m.id = ${after ?? null}))
        order by p.name, p.id limit ${limit}`,
  )
}

export function findCounted(db: Db, id: ProductId): Promise<CountedRecord | undefined> {
  return firstRow<CountedRecord>(db, sql`${counted} where p.id = ${id}`)
}

// Without a recipe for each size that can be bought, the size without one would take nothing.
const counted = sql`select p.id, p.name, p.stock_by as by, p.status,
    exists (select from variants v where v.product_id = p.id and v.active) and not exists (
      select from variants v where v.product_id = p.id and v.active and not exists (select from recipe_stems q where q.variant_id = v.id)) as "hasRecipe"
  from products p`

/** Counts a product in another way from now on. What was not counted before is counted from zero; orders keep what they took. */
export async function saveCounting(tx: Tx, id: ProductId, by: StockBy): Promise<void> {
  await rows(
    tx,
    sql`with items as (
          select v.id from variants v where v.product_id = ${id} and ${by} = 'variant'
          union select q.stem_id from variants v join recipe_stems q on q.variant_id = v.id where v.product_id = ${id} and ${by} = 'stems'
        ), begun as (insert into stock_items (item_id, on_hand) select id, 0 from items order by id on conflict do nothing)
        update products set stock_by = ${by} where id = ${id} and stock_by <> ${by}`,
  )
}

export async function findStemVaseDays(db: Db, itemIds: readonly string[]): Promise<Map<string, number | null>> {
  const found = await rows<{ id: string; vaseDays: number | null }>(
    db,
    sql`select id, vase_days as "vaseDays" from stems where id = any(${list(itemIds, 'text')})`,
  )
  return new Map(found.map(({ id, vaseDays }) => [id, vaseDays]))
}
