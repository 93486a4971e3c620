import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DayFilters } from '@flora/contract/day-board.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { DeliveryId, WindowId, ZoneId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { type Db, firstRow, list, rows } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { cardColumns, type CardRow, withLines } from './card-queries.ts'

export interface DayCounts {
  readonly timeZone: string
  readonly orders: number
  readonly benchMinutes: number
  readonly benchTaken: number
  readonly counts: readonly (readonly [windowId: WindowId, status: OrderStatus, count: number])[]
  readonly windows: readonly DayWindowRow[]
}

export interface DayWindowRow {
  readonly id: WindowId
  readonly name: string
  readonly starts: string
  readonly ends: string
  readonly method: DeliveryMethod
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly capacity: number
  readonly taken: number
}

/** The zone of the shop's clock. */
export async function findTimeZone(db: Db): Promise<string> {
  const shop = await firstRow<{ timeZone: string }>(db, sql`select time_zone as "timeZone" from shop`)
  invariant(shop, 'the shop has one row')
  return shop.timeZone
}

// Ids have letters of one kind: compared as bytes they are sorted in a tenth of the time.
const byId = sql`d.id collate "C"`

const over = sql`('PENDING', 'CANCELLED', 'REFUNDED')`

/** How many deliveries a day has in each window and state, and the room of each window. One statement. */
export async function findDayCounts(db: Db, day: ShopDay): Promise<DayCounts> {
  const found = await firstRow<DayCounts>(
    db,
    sql`with d as materialized (select order_id, window_id, status from order_deliveries where day = ${day}::date)
        select shop.time_zone as "timeZone",
          (select count(*)::int from (select order_id from d where status not in ${over} group by order_id) as alive) as orders,
          coalesce((select minutes from bench_days b where b.day = ${day}::date), shop.bench_minutes[extract(isodow from ${day}::date)::int]) as "benchMinutes",
          coalesce((select taken from bench_days b where b.day = ${day}::date), 0) as "benchTaken",
          (select coalesce(json_agg(json_build_array(window_id, status, n)), '[]')
             from (select window_id, status, count(*)::int as n from d group by window_id, status) as counted) as counts,
          (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'starts', w.starts, 'ends', w.ends, 'method', w.method,
               'zoneId', z.id, 'zoneName', z.name, 'capacity', coalesce(p.capacity, 0), 'taken', coalesce(p.taken, 0))
               order by w.starts, w.ends, z.position, w.id), '[]')
             from windows w join zones z on z.id = w.zone_id
             left join delivery_places p on p.day = ${day}::date and p.window_id = w.id
             where p.day is not null or w.id in (select window_id from d)) as windows
        from shop`,
  )
  invariant(found, 'the shop has one row')
  return found
}

export interface ColumnRow extends CardRow {
  /** How many the column has in all. */
  readonly inAll: number
}

/** The first deliveries of each state, by window; only those are looked up further. */
export function listColumns(
  db: Db,
  { day, filters, each }: { day: ShopDay; filters: DayFilters; each: number },
): Promise<ColumnRow[]> {
  return rows(
    db,
    sql`with chosen as materialized (
          select id, place, in_all from (
            select d.id, row_number() over (partition by d.status collate "C" order by d.window_starts, ${byId}) as place,
              count(*) over (partition by d.status collate "C")::int as in_all
            from order_deliveries d ${joined(filters)} where d.day = ${day}::date ${matching(filters)}
          ) as ranked where place <= ${each}::int
        )
        select ${cardColumns}, chosen.in_all as "inAll"
        from chosen join order_deliveries d on d.id = chosen.id join orders o on o.id = d.order_id ${withLines}
        order by d.status collate "C", d.window_starts, ${byId}`,
  )
}

export interface DayPlace {
  readonly starts: string
  readonly id: DeliveryId
}

/** Deliveries of a day in the order of their windows, after a place. */
export function listDayCards(
  db: Db,
  { day, filters, after, limit }: { day: ShopDay; filters: DayFilters; after: DayPlace | undefined; limit: number },
): Promise<CardRow[]> {
  const further = after ? sql`and (d.window_starts, ${byId}) > (${after.starts}::time, ${after.id})` : sql``
  return rows(
    db,
    sql`with chosen as materialized (
          select d.id from order_deliveries d ${joined(filters)} where d.day = ${day}::date ${matching(filters)} ${further}
          order by d.window_starts, ${byId} limit ${limit}::int
        )
        select ${cardColumns}
        from chosen join order_deliveries d on d.id = chosen.id join orders o on o.id = d.order_id ${withLines}
        order by d.window_starts, ${byId}`,
  )
}

// Only what is asked of an order looks for it.
function joined({ paid, q }: DayFilters): SQL {
  return paid || q ? sql`join orders o on o.id = d.order_id` : sql``
}

function matching({ status, windowId, zoneId, paid, productId, variantId, q }: DayFilters): SQL {
  const conditions: SQL[] = [
    ...(status ? [sql`d.status = any(${list(status, 'text')})`] : []),
    ...(windowId ? [sql`d.window_id = ${windowId}`] : []),
    ...(zoneId ? [sql`d.zone_id = ${zoneId}`] : []),
    ...(paid === 'yes' ? [sql`d.status <> 'PENDING' and o.due_minor = 0`] : []),
    ...(paid === 'no' ? [sql`(d.status = 'PENDING' or o.due_minor > 0)`] : []),
    ...(variantId ? [sql`${hasLine} and l.variant_id = ${variantId})`] : []),
    ...(productId
      ? [sql`${hasLine} and l.variant_id in (select v.id from variants v where v.product_id = ${productId}))`]
      : []),
    ...(q ? [sql`(${said(q)})`] : []),
  ]
  return sql.join(
    conditions.map((condition) => sql`and ${condition}`),
    sql` `,
  )
}

const hasLine = sql`exists (select from order_lines l where l.order_id = d.order_id and l.delivery_id = d.id`

function said(q: string): SQL {
  const part = `%${q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const digits = q.replaceAll(/\D/g, '')
  const phone = `%${digits}%`
  return sql`lower(o.number || ' ' || o.buyer_name || ' ' || d.recipient_name || ' ' || d.suburb || ' ' || d.postcode) like ${part}
      ${
        digits.length >= 4
          ? sql`or regexp_replace(o.buyer_phone || ' ' || d.recipient_phone, '[^0-9 ]', '', 'g') like ${phone}`
          : sql``
      }`
}

/** What days look like, as a number that is another when a delivery came, went or was marked. */
export async function listDayPrints(db: Db, days: readonly ShopDay[]): Promise<Map<ShopDay, string>> {
  const found = await rows<{ day: ShopDay; print: string }>(
    db,
    sql`select day, count(*) || ' ' || sum(hashtextextended(id || status || window_id, 0)) as print
        from order_deliveries where day = any(${list(days, 'date')}) group by day`,
  )
  return new Map(found.map(({ day, print }) => [day, print]))
}
