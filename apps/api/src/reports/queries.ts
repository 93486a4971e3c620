import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SalesBy } from '@flora/contract/reports.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow, rows } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { Period } from './period.ts'

/** Sums in minor units, as the database adds them up. */
export interface SumsRow {
  readonly orders: number
  readonly quantity: number
  readonly goods: number
  readonly delivery: number
  readonly discount: number
  readonly total: number
  readonly gst: number
  readonly refunded: number
}

export interface SalesRow extends SumsRow {
  readonly key: string
  readonly name: string
}

/** Where the shop's clock stands, and what its columns are in. */
export async function findBooks(db: Db): Promise<{ zone: string; currency: Currency; abn: string }> {
  const row = await firstRow<{ zone: string; currency: Currency; abn: string }>(
    db,
    sql`select time_zone as zone, currency, abn from shop`,
  )
  if (!row) throw new Error('invariant broken: a report is wanted and there is no shop')
  return row
}

/** All of a period in one row. */
export async function sumSales(db: Db, period: Period): Promise<SumsRow> {
  const row = await firstRow<SumsRow>(
    db,
    sql`with ${soldIn(period)}, ${returnedIn(period)}
        select ${sumsOfSold}, (select coalesce(sum(amount), 0) from returned)::bigint as refunded from sold s`,
  )
  return row!
}

/** A period cut into rows: of time in order and without gaps, of other things the largest first. */
export function listSales(db: Db, period: Period, by: SalesBy): Promise<SalesRow[]> {
  switch (by) {
    case 'day':
    case 'week':
    case 'month':
      return rows(db, byTime(period, by))
    case 'product':
      return rows(db, byLine(period, { key: sql`p.id`, name: sql`p.name`, more: sql`` }))
    case 'occasion':
      return rows(
        db,
        byLine(period, {
          key: sql`coalesce(f.value, 'none')`,
          name: sql`coalesce(v.label, 'No occasion')`,
          more: sql`left join product_facets f on f.product_id = p.id and f.facet = 'occasion'
                    left join facet_values v on v.facet = f.facet and v.value = f.value`,
        }),
      )
    case 'zone':
      return rows(db, byZone(period))
  }
}

const sumsOfSold = sql`count(s.id)::int as orders, coalesce(sum(s.quantity), 0)::int as quantity, coalesce(sum(s.goods), 0)::bigint as goods,
  coalesce(sum(s.delivery), 0)::bigint as delivery, coalesce(sum(s.discount), 0)::bigint as discount,
  coalesce(sum(s.total), 0)::bigint as total, coalesce(sum(s.gst), 0)::bigint as gst`

// What a gift has paid ahead is money of this order, and pieces of those that bring it later.
const isMade = sql`l.purchase <> 'prepaid'`

function soldIn({ begins, ends, zone }: Period): SQL {
  return sql`sold as (
    select o.id, (o.confirmed_at at time zone ${zone})::date as day, o.goods_minor as goods, o.delivery_minor as delivery,
      o.discount_minor as discount, o.total_minor as total, o.gst_minor as gst,
      (select sum(l.quantity) filter (where ${isMade}) from order_lines l where l.order_id = o.id) as quantity
    from orders o where o.confirmed_at >= ${begins.toString()}::timestamptz and o.confirmed_at < ${ends.toString()}::timestamptz)`
}

/**
 * What was given back in a period: refunds on the day they arrived, and what a gift card paid of an order on the day that was cancelled.
 * Only of sales: money that came in vain never was one.
 */
export function returnedIn({ begins, ends, zone }: Period): SQL {
  return sql`returned as (
    select r.id, o.id as order_id, o.number, (r.settled_at at time zone ${zone})::date as day, r.amount_minor as amount,
      round(r.amount_minor::numeric * o.gst_minor / nullif(o.total_minor, 0))::bigint as gst, r.reason, r.who
    from refunds r join orders o on o.id = r.order_id
    where r.state = 'succeeded' and o.confirmed_at is not null
      and r.settled_at >= ${begins.toString()}::timestamptz and r.settled_at < ${ends.toString()}::timestamptz
    union all
    select o.id, o.id, o.number, (o.cancelled_at at time zone ${zone})::date, g.back,
      round(g.back::numeric * o.gst_minor / nullif(o.total_minor, 0))::bigint, 'cancelled', 'gift card'
    from orders o cross join lateral (
      -- Less what staff gave back to it, which is a refund by itself.
      select o.gift_card_minor - coalesce(sum(r.amount_minor), 0)::bigint as back from refunds r
      where r.order_id = o.id and r.way = 'gift-card' and r.state = 'succeeded') g
    where g.back > 0 and o.confirmed_at is not null and o.gift_card_minor > 0 and o.status in ('CANCELLED', 'REFUNDED')
      and o.cancelled_at >= ${begins.toString()}::timestamptz and o.cancelled_at < ${ends.toString()}::timestamptz)`
}

function byTime(period: Period, by: 'day' | 'week' | 'month'): SQL {
  const cut = (day: SQL) => sql`date_trunc(${by}, ${day}::timestamp)::date`
  return sql`with ${soldIn(period)}, ${returnedIn(period)},
    cuts as (select distinct ${cut(sql`d`)} as cut from generate_series(${period.from}::date, ${period.to}::date, interval '1 day') d),
    given as (select ${cut(sql`day`)} as cut, sum(amount) as amount from returned group by 1)
    select c.cut::text as key, c.cut::text as name, ${sumsOfSold}, coalesce(max(g.amount), 0)::bigint as refunded
    from cuts c left join sold s on ${cut(sql`s.day`)} = c.cut left join given g on g.cut = c.cut
    group by c.cut order by c.cut`
}

// A line knows what it was sold for and what was given back for it; delivery has no line.
function byLine({ begins, ends }: Period, { key, name, more }: { key: SQL; name: SQL; more: SQL }): SQL {
  return sql`select ${key} as key, ${name} as name, count(distinct l.order_id)::int as orders, coalesce(sum(l.quantity) filter (where ${isMade}), 0)::int as quantity,
      sum(l.total_minor)::bigint as goods, 0::bigint as delivery, sum(l.discount_minor)::bigint as discount,
      sum(l.total_minor - l.discount_minor)::bigint as total, sum(l.gst_minor)::bigint as gst, sum(l.refunded_minor)::bigint as refunded
    from orders o join order_lines l on l.order_id = o.id join variants x on x.id = l.variant_id join products p on p.id = x.product_id ${more}
    where o.confirmed_at >= ${begins.toString()}::timestamptz and o.confirmed_at < ${ends.toString()}::timestamptz
    group by 1, 2 order by total desc, key limit ${mostRows}`
}

function byZone({ begins, ends }: Period): SQL {
  return sql`select z.id as key, z.name, count(*)::int as orders, coalesce(sum(l.quantity), 0)::int as quantity,
      coalesce(sum(l.goods), 0)::bigint as goods, sum(d.fee_minor + d.surge_minor)::bigint as delivery,
      (coalesce(sum(l.discount), 0) + sum(d.discount_minor))::bigint as discount,
      (coalesce(sum(l.goods - l.discount), 0) + sum(d.fee_minor + d.surge_minor - d.discount_minor))::bigint as total,
      (coalesce(sum(l.gst), 0) + sum(d.gst_minor))::bigint as gst, coalesce(sum(l.refunded), 0)::bigint as refunded
    from orders o join order_deliveries d on d.order_id = o.id join zones z on z.id = d.zone_id
      left join lateral (select sum(l.quantity) filter (where ${isMade}) as quantity, sum(total_minor) as goods, sum(discount_minor) as discount,
        sum(gst_minor) as gst, sum(refunded_minor) as refunded from order_lines l where order_id = o.id and delivery_id = d.id) l on true
    where o.confirmed_at >= ${begins.toString()}::timestamptz and o.confirmed_at < ${ends.toString()}::timestamptz
    group by z.id, z.name order by total desc, key limit ${mostRows}`
}

// More than any florist's shelf holds.
const mostRows = 5_000

export interface InvoiceRow {
  readonly day: ShopDay
  readonly kind: 'sale' | 'refund'
  readonly order: string
  readonly total: number
  readonly gst: number
}

/** Each sale and each refund of a period, by day: what an accountant wants to see behind the sums. */
export function listInvoices(db: Db, period: Period): Promise<InvoiceRow[]> {
  return rows(
    db,
    sql`with ${returnedIn(period)}
        select * from (
          select (o.confirmed_at at time zone ${period.zone})::date::text as day, 'sale' as kind, o.number as order, o.total_minor as total, o.gst_minor as gst
          from orders o
          where o.confirmed_at >= ${period.begins.toString()}::timestamptz and o.confirmed_at < ${period.ends.toString()}::timestamptz
          union all
          select day::text, 'refund', number, -amount, -gst from returned) books
        order by day, kind desc, "order" limit ${mostInvoices}`,
  )
}

/** As many as one file may name: 2,000 orders a day for two years. */
const mostInvoices = 1_500_000

export interface ReturnedRow {
  readonly day: ShopDay
  readonly orderId: string
  readonly orderNumber: string
  readonly reason: string
  readonly who: string
  readonly amount: number
  readonly state: 'wanted' | 'pending' | 'succeeded' | 'failed'
}

/** Refunds that were decided in a period, whatever became of them since; newest first. */
export function listRefunds(db: Db, { begins, ends, zone }: Period, limit: number): Promise<ReturnedRow[]> {
  return rows(
    db,
    sql`select (r.created_at at time zone ${zone})::date::text as day, o.id as "orderId", o.number as "orderNumber", r.reason, r.who,
          r.amount_minor as amount, r.state
        from refunds r join orders o on o.id = r.order_id
        where r.created_at >= ${begins.toString()}::timestamptz and r.created_at < ${ends.toString()}::timestamptz
        order by r.created_at desc, r.id limit ${limit}`,
  )
}

/** The same by reason, without those that failed: their money is still here. */
export function sumRefunds(
  db: Db,
  { begins, ends }: Period,
): Promise<{ reason: string; count: number; sum: number }[]> {
  return rows(
    db,
    sql`select reason, count(*)::int as count, sum(amount_minor)::bigint as sum from refunds
        where state <> 'failed' and created_at >= ${begins.toString()}::timestamptz and created_at < ${ends.toString()}::timestamptz
        group by reason order by sum desc, reason`,
  )
}

/** Sales and what was given back, with the GST in both. */
export async function sumTax(
  db: Db,
  period: Period,
): Promise<{ invoices: number; sales: number; gst: number; refunds: number; refunded: number; gstBack: number }> {
  const row = await firstRow<{
    invoices: number
    sales: number
    gst: number
    refunds: number
    refunded: number
    gstBack: number
  }>(
    db,
    sql`with ${soldIn(period)}, ${returnedIn(period)}
        select count(*)::int as invoices, coalesce(sum(total), 0)::bigint as sales, coalesce(sum(gst), 0)::bigint as gst,
          (select count(*) from returned)::int as refunds, (select coalesce(sum(amount), 0) from returned)::bigint as refunded,
          (select coalesce(sum(gst), 0) from returned)::bigint as "gstBack"
        from sold`,
  )
  return row!
}

export interface SubscriptionMonthRow {
  readonly day: ShopDay
  readonly started: number
  readonly ended: number
  readonly deliveries: number
  readonly skipped: number
  readonly failed: number
  readonly revenue: number
}

/** Subscriptions month by month, without gaps. */
export function listSubscriptionMonths(
  db: Db,
  { begins, ends, zone, from, to }: Period,
): Promise<SubscriptionMonthRow[]> {
  const month = (instant: SQL) =>
    sql`greatest(date_trunc('month', (${instant} at time zone ${zone}))::date, ${from}::date)`
  return rows(
    db,
    sql`with months as (select distinct greatest(date_trunc('month', d)::date, ${from}::date) as day
          from generate_series(${from}::date, ${to}::date, interval '1 day') d),
        started as (select ${month(sql`created_at`)} as day, count(*) as n from subscriptions
          where created_at >= ${begins.toString()}::timestamptz and created_at < ${ends.toString()}::timestamptz group by 1),
        ended as (select ${month(sql`ended_at`)} as day, count(*) as n from subscriptions
          where ended_at >= ${begins.toString()}::timestamptz and ended_at < ${ends.toString()}::timestamptz group by 1),
        delivered as (select greatest(date_trunc('month', coalesce(day, nominal_day))::date, ${from}::date) as day,
            count(*) filter (where state = 'paid') as paid, count(*) filter (where state = 'skipped') as skipped,
            count(*) filter (where state in ('failed', 'could-not')) as failed,
            sum(price_minor) filter (where state = 'paid') as revenue
          from occurrences where coalesce(day, nominal_day) between ${from}::date and ${to}::date group by 1)
        select m.day::text as day, coalesce(s.n, 0)::int as started, coalesce(e.n, 0)::int as ended, coalesce(d.paid, 0)::int as deliveries,
          coalesce(d.skipped, 0)::int as skipped, coalesce(d.failed, 0)::int as failed, coalesce(d.revenue, 0)::bigint as revenue
        from months m left join started s using (day) left join ended e using (day) left join delivered d using (day) order by m.day`,
  )
}

/** Who subscribes now, by rhythm. */
export function countSubscriptions(
  db: Db,
): Promise<{ frequency: string; kind: string; active: number; paused: number }[]> {
  return rows(
    db,
    sql`select frequency, kind, count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'paused')::int as paused
        from subscriptions where state in ('active', 'paused') group by frequency, kind order by active desc, frequency, kind`,
  )
}
