import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderId, PromotionId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'

export interface PromotionRecord {
  readonly id: PromotionId
  readonly code: string
  readonly label: string
  readonly kind: 'percent' | 'fixed' | 'free-delivery'
  readonly basisPoints: number | null
  readonly amountMinor: number | null
  readonly minimumGoodsMinor: number
  readonly fromDay: ShopDay | null
  readonly untilDay: ShopDay | null
  readonly useLimit: number | null
  readonly used: number
  readonly firstOrderOnly: boolean
  readonly active: boolean
  readonly version: number
}

const columns: SQL = sql`id, code, label, kind, basis_points as "basisPoints", amount_minor as "amountMinor", minimum_goods_minor as "minimumGoodsMinor",
  from_day as "fromDay", until_day as "untilDay", use_limit as "useLimit", used, first_order_only as "firstOrderOnly", active, version`

export const deskPageSize = 50

/** A page of promotions: those that run first, then those to come, then the rest. */
export function listPromotions(
  db: Db,
  { q, today, page }: { q: string | undefined; today: ShopDay; page: number },
): Promise<(PromotionRecord & { total: number })[]> {
  return rows(
    db,
    sql`
      select ${columns}, count(*) over ()::int as total from promotions
      where true ${q ? sql`and (strpos(code, upper(${q})) > 0 or strpos(lower(label), lower(${q})) > 0)` : sql``}
      order by active desc, (until_day is null or until_day >= ${today}::date) desc, (from_day is null or from_day <= ${today}::date) desc, code
      limit ${deskPageSize} offset ${(page - 1) * deskPageSize}`,
  )
}

export function findPromotion(db: Db, id: PromotionId): Promise<PromotionRecord | undefined> {
  return firstRow(db, sql`select ${columns} from promotions where id = ${id}`)
}

/** A promotion while nobody uses or changes it. */
export function lockPromotion(tx: Tx, id: PromotionId): Promise<PromotionRecord | undefined> {
  return firstRow(tx, sql`select ${columns} from promotions where id = ${id} for update`)
}

export type PromotionWords = Omit<PromotionRecord, 'used' | 'version'>

/** Writes a new promotion; false when its code is taken. */
export async function insertPromotion(tx: Tx, promotion: PromotionWords): Promise<boolean> {
  const { id, code, label, kind, basisPoints, amountMinor, minimumGoodsMinor, fromDay, untilDay, useLimit } = promotion
  const made = await rows(
    tx,
    sql`
      insert into promotions (id, code, label, kind, basis_points, amount_minor, minimum_goods_minor, from_day, until_day, use_limit, first_order_only)
      values (${id}, ${code}, ${label}, ${kind}, ${basisPoints}, ${amountMinor}, ${minimumGoodsMinor}, ${fromDay}::date, ${untilDay}::date, ${useLimit},
        ${promotion.firstOrderOnly})
      on conflict (code) do nothing returning id`,
  )
  return made.length === 1
}

/** Uses stay as they are counted. */
export async function savePromotion(tx: Tx, promotion: PromotionWords): Promise<void> {
  const { id, label, kind, basisPoints, amountMinor, minimumGoodsMinor, fromDay, untilDay, useLimit, active } =
    promotion
  await rows(
    tx,
    sql`
      update promotions set label = ${label}, kind = ${kind}, basis_points = ${basisPoints}, amount_minor = ${amountMinor},
        minimum_goods_minor = ${minimumGoodsMinor}, from_day = ${fromDay}::date, until_day = ${untilDay}::date, use_limit = ${useLimit},
        first_order_only = ${promotion.firstOrderOnly}, active = ${active}, version = version + 1
      where id = ${id}`,
  )
}

export interface UseRecord {
  readonly orderId: OrderId
  readonly number: string
  readonly buyerName: string
  readonly placedAt: string
  readonly status: string
  readonly discountMinor: number
  readonly totalMinor: number
  readonly total: number
}

/** A page of the orders that were placed with it, latest first. */
export function listUses(db: Db, id: PromotionId, page: number): Promise<UseRecord[]> {
  return rows(
    db,
    sql`
      select id as "orderId", number, buyer_name as "buyerName", placed_at as "placedAt", status, discount_minor as "discountMinor", total_minor as "totalMinor",
        count(*) over ()::int as total
      from orders where promotion_id = ${id} order by placed_at desc, id limit ${deskPageSize} offset ${(page - 1) * deskPageSize}`,
  )
}

/** Where the shop’s wall clock hangs. */
export async function findTimeZone(db: Db): Promise<string | undefined> {
  return (await firstRow<{ timeZone: string }>(db, sql`select time_zone as "timeZone" from shop`))?.timeZone
}
