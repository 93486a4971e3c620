import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import {
  mostRefundsNamed,
  type RefundReport,
  type SalesBy,
  type SalesReport,
  type SubscriptionReport,
  type TaxReport,
} from '@flora/contract/reports.ts'
import { type Currency, money, subtract, total } from '@flora/money/money.ts'
import type { Shop } from '../shop.ts'
import { listTiedFrom } from './margin-queries.ts'
import { daysBefore, type Days, periodOf } from './period.ts'
import { marginOf } from './product-margin.ts'
import {
  countSubscriptions,
  findBooks,
  listRefunds,
  listSales,
  listSubscriptionMonths,
  type SumsRow,
  sumRefunds,
  sumSales,
  sumTax,
} from './queries.ts'

type Reporting = Pick<Shop, 'db' | 'clock'>

/** Sales of a period, cut as wanted, with the period before to compare. */
export async function reportSales({ db }: Reporting, { from, to, by }: Days & { by: SalesBy }): Promise<SalesReport> {
  const { zone, currency } = await findBooks(db)
  const period = periodOf({ from, to }, zone)
  const earlier = daysBefore(period)
  const [rows, sum, before, tied] = await Promise.all([
    listSales(db, period, by),
    sumSales(db, period),
    sumSales(db, periodOf(earlier, zone)),
    by === 'product' ? listTiedFrom(db, period) : [],
  ])
  const tiedFrom = new Map(tied.map((one) => [one.productId, one]))
  return {
    from,
    to,
    by,
    rows: rows.map((row) => {
      const sums = inMoney(row, currency)
      const { key, name } = row
      return { key, name, ...sums, ...(by === 'product' && { margin: marginOf(sums, tiedFrom.get(key)) }) }
    }),
    sum: inMoney(sum, currency),
    before: { ...earlier, ...inMoney(before, currency) },
  }
}

function inMoney({ orders, quantity, ...sums }: SumsRow, currency: Currency): SalesReport['sum'] {
  const { goods, delivery, discount, total: all, gst, refunded } = sums
  const of = (minor: number) => money(minor, currency)
  return {
    orders,
    quantity,
    goods: of(goods),
    delivery: of(delivery),
    discount: of(discount),
    total: of(all),
    gst: of(gst),
    refunded: of(refunded),
  }
}

/** Subscriptions of a period by month, and as they are now. */
export async function reportSubscriptions({ db }: Reporting, days: Days): Promise<SubscriptionReport> {
  const { zone, currency } = await findBooks(db)
  const period = periodOf(days, zone)
  const [found, frequencies] = await Promise.all([listSubscriptionMonths(db, period), countSubscriptions(db)])
  const months = found.map((month) => ({ ...month, revenue: money(month.revenue, currency) }))
  const count = (of: (month: (typeof months)[number]) => number) => months.reduce((sum, month) => sum + of(month), 0)
  return {
    ...days,
    now: {
      active: frequencies.reduce((sum, { active }) => sum + active, 0),
      paused: frequencies.reduce((sum, { paused }) => sum + paused, 0),
    },
    frequencies,
    months,
    sum: {
      started: count(({ started }) => started),
      ended: count(({ ended }) => ended),
      deliveries: count(({ deliveries }) => deliveries),
      skipped: count(({ skipped }) => skipped),
      failed: count(({ failed }) => failed),
      revenue: total(
        months.map(({ revenue }) => revenue),
        currency,
      ),
    },
  }
}

/** Refunds that were decided in a period. */
export async function reportRefunds({ db }: Reporting, days: Days): Promise<RefundReport> {
  const { zone, currency } = await findBooks(db)
  const period = periodOf(days, zone)
  const [reasons, refunds] = await Promise.all([sumRefunds(db, period), listRefunds(db, period, mostRefundsNamed)])
  const sums = reasons.map(({ reason, count, sum }) => ({ reason, count, sum: money(sum, currency) }))
  return {
    ...days,
    count: sums.reduce((all, { count }) => all + count, 0),
    sum: total(
      sums.map(({ sum }) => sum),
      currency,
    ),
    reasons: sums,
    refunds: refunds.map(({ orderId, amount, ...refund }) => ({
      ...refund,
      orderId: orderId as OrderId,
      amount: money(amount, currency),
    })),
  }
}

/** What the tax office asks of a period. */
export async function reportTax({ db, clock }: Reporting, days: Days): Promise<TaxReport> {
  const { zone, currency, abn } = await findBooks(db)
  const { invoices, sales, gst, refunds, refunded, gstBack } = await sumTax(db, periodOf(days, zone))
  const of = (minor: number) => money(minor, currency)
  return {
    ...days,
    abn,
    invoices,
    sales: of(sales),
    gstOnSales: of(gst),
    refunds,
    refunded: of(refunded),
    gstOnRefunds: of(gstBack),
    gst: subtract(of(gst), of(gstBack)),
    writtenAt: clock.now().toString(),
  }
}

/** A day as files are named: 'sales 2026-07-01 to 2026-09-30'. */
export function fileNameOf(report: string, { from, to }: { from: ShopDay; to: ShopDay }): string {
  return `flora-${report}-${from}-to-${to}.csv`
}
