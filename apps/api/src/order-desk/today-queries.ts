import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow, rows } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import { sql } from '../platform/sql.ts'
import { cardColumns, type CardRow, withLines } from './card-queries.ts'

export interface SuspectsAsked {
  readonly day: ShopDay
  /** Windows that end by this time of the day are over; '24:00' when all are. */
  readonly overBy: string
  /** Of windows that begin by this time something should be on the bench. */
  readonly dueBy: string
  readonly most: number
}

/**
 * Deliveries of a day that may need somebody, by window: more than do, and none too few. What is really wrong with each is decided
 * outside of the database, for those alone.
 */
export function listSuspects(db: Db, { day, overBy, dueBy, most }: SuspectsAsked): Promise<CardRow[]> {
  return rows(
    db,
    sql`with chosen as materialized (
          select d.id from order_deliveries d
          where d.day = ${day}::date and d.status not in ('CANCELLED', 'REFUNDED')
            and (d.status in ('PENDING', 'NOT_DELIVERED')
              or d.order_id in (select id from orders where due_minor > 0)
              or d.status <> 'DELIVERED' and (
                d.window_ends <= ${overBy}::time
                or d.status = 'CONFIRMED' and d.window_starts <= ${dueBy}::time
                or d.card_message <> '' and d.status in ('CONFIRMED', 'PREPARING') and char_length(d.card_message) > 200
                or d.method <> 'pick-up' and (d.line1 || d.line2 !~ '[0-9]' or d.line1 ~* '^(level|floor|suite|ward|room|shop)\\M'
                  or not exists (select from postcodes p where p.postcode = d.postcode and lower(p.suburb) = lower(d.suburb)))
                or exists (select from order_stock s where s.order_id = d.order_id
                  and s.item_id in (select item_id from stock_items where taken > on_hand))))
          order by d.window_starts, d.id collate "C" limit ${most}::int
        )
        select ${cardColumns}
        from chosen join order_deliveries d on d.id = chosen.id join orders o on o.id = d.order_id ${withLines}
        order by d.window_starts, d.id collate "C"`,
  )
}

export interface Takings {
  readonly currency: Currency
  readonly ofDayMinor: number
  readonly takenMinor: number
}

/** What goes out on a day is worth, and what was paid for orders that were placed between two instants. */
export async function findTakings(
  db: Db,
  { day, from, until }: { day: ShopDay; from: Temporal.Instant; until: Temporal.Instant },
): Promise<Takings> {
  const found = await firstRow<Takings>(
    db,
    sql`with d as materialized (
          select id, order_id, fee_minor + surge_minor - discount_minor - refunded_minor as net from order_deliveries
          where day = ${day}::date and status not in ('PENDING', 'CANCELLED', 'REFUNDED')
        )
        select shop.currency, coalesce((select sum(net) from d), 0)::bigint
          + coalesce((select sum(l.total_minor - l.discount_minor - l.refunded_minor) from d join order_lines l on l.order_id = d.order_id and l.delivery_id = d.id), 0)::bigint as "ofDayMinor",
          coalesce((select sum(o.paid_minor - o.refunded_minor) from orders o
            where o.placed_at >= ${from.toString()}::timestamptz and o.placed_at < ${until.toString()}::timestamptz), 0)::bigint as "takenMinor"
        from shop`,
  )
  invariant(found, 'the shop has one row')
  return found
}

export interface CapacityRow {
  readonly day: ShopDay
  readonly capacity: number
  readonly taken: number
  readonly minutes: number
  readonly minutesTaken: number
  readonly closedBecause: string | null
}

/** The room of some days on end, all windows together. */
export function listCapacity(db: Db, from: ShopDay, until: ShopDay): Promise<CapacityRow[]> {
  return rows(
    db,
    sql`select ahead.day::date as day, coalesce(places.capacity, 0)::int as capacity, coalesce(places.taken, 0)::int as taken,
          coalesce(b.minutes, shop.bench_minutes[extract(isodow from ahead.day)::int]) as minutes, coalesce(b.taken, 0) as "minutesTaken",
          (select c.reason from closures c where c.day = ahead.day::date and c.zone_id is null and c.window_id is null limit 1) as "closedBecause"
        from generate_series(${from}::date, ${until}::date, interval '1 day') as ahead (day) cross join shop
        left join lateral (select sum(capacity) as capacity, sum(taken) as taken from delivery_places p where p.day = ahead.day::date) as places on true
        left join bench_days b on b.day = ahead.day::date
        order by ahead.day`,
  )
}

export interface CutOffRow {
  readonly name: string
  readonly weekdays: readonly number[]
  readonly time: string
  readonly daysBefore: number
}

/** When windows stop taking orders. */
export function listCutOffs(db: Db): Promise<CutOffRow[]> {
  return rows(
    db,
    sql`select w.name, to_json(w.weekdays) as weekdays, w.cut_off as time, w.cut_off_days_before as "daysBefore"
        from windows w where w.active order by w.starts, w.id limit 200`,
  )
}
