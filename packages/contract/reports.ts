import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { OrderId } from './ids.ts'
import { Money } from './money.ts'
import { Instant, ShopDay } from './text.ts'

/** The longest period one report covers: two years and the day on which the second one closes. */
export const mostReportDays = 732

/** Shop days, the first and the last included. */
const period = { from: ShopDay, to: ShopDay }

/** What a report on sales may be cut by. */
export const SalesBy = z.enum(['day', 'week', 'month', 'product', 'zone', 'occasion'])
export type SalesBy = z.output<typeof SalesBy>

const Sums = z.strictObject({
  /** Orders; of zones, deliveries. */
  orders: z.int(),
  /** Pieces sold. */
  quantity: z.int(),
  goods: Money,
  /** Delivery fees with what surge days add. */
  delivery: Money,
  discount: Money,
  /** Goods and delivery without discount, GST included. */
  total: Money,
  gst: Money,
  /**
   * Given back. Of a day, week or month: on it, whenever the order was. Of a product, zone or occasion: of what was sold in the period,
   * as far as it was given back for a line of it.
   */
  refunded: Money,
})

/**
 * What sales of a product leave of their total without GST, and without their stems at what these cost now, not on the day of the sale;
 * before what was given back. Or why nobody knows: a stem without a cost, a size without a recipe.
 */
export const SalesMargin = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    stems: Money,
    left: Money,
    /** How much of the total without GST is left; absent when that is nothing. */
    basisPoints: z.int().optional(),
  }),
  z.strictObject({ ok: z.literal(false), because: z.string() }),
])
export type SalesMargin = z.output<typeof SalesMargin>

/** Sales of a period. An order counts on the shop day on which its money came. */
export const SalesReport = z.strictObject({
  ...period,
  by: SalesBy,
  rows: z.array(
    z.strictObject({
      /** The day, the first day of the week or month, or the id of what the row is of. */
      key: z.string(),
      name: z.string(),
      ...Sums.shape,
      /** Of products only. */
      margin: SalesMargin.optional(),
    }),
  ),
  /** All of the period. Of occasions less than the sum of the rows: a bouquet may suit several. */
  sum: Sums,
  /** The period before, as long as this one. */
  before: z.strictObject({ ...period, ...Sums.shape }),
})
export type SalesReport = z.output<typeof SalesReport>

const SubscriptionMonth = z.strictObject({
  /** The first day of the month, or of the period where that begins later. */
  day: ShopDay,
  started: z.int(),
  ended: z.int(),
  /** Deliveries whose day is in the month. */
  deliveries: z.int(),
  skipped: z.int(),
  /** Deliveries that were not paid, or that the shop could not keep. */
  failed: z.int(),
  revenue: Money,
})

export const SubscriptionReport = z.strictObject({
  ...period,
  /** As it is now, whatever the period. */
  now: z.strictObject({ active: z.int(), paused: z.int() }),
  frequencies: z.array(z.strictObject({ frequency: z.string(), kind: z.string(), active: z.int(), paused: z.int() })),
  months: z.array(SubscriptionMonth),
  sum: SubscriptionMonth.omit({ day: true }),
})
export type SubscriptionReport = z.output<typeof SubscriptionReport>

/** How many single refunds a report names; the CSV has all of them. */
export const mostRefundsNamed = 200

export const RefundReport = z.strictObject({
  ...period,
  count: z.int(),
  sum: Money,
  reasons: z.array(z.strictObject({ reason: z.string(), count: z.int(), sum: Money })),
  /** The newest ones. */
  refunds: z.array(
    z.strictObject({
      day: ShopDay,
      orderId: OrderId,
      orderNumber: z.string(),
      reason: z.string(),
      who: z.string(),
      amount: Money,
      state: z.enum(['wanted', 'pending', 'succeeded', 'failed']),
    }),
  ),
})
export type RefundReport = z.output<typeof RefundReport>

/** What a business activity statement asks for, on an accruals basis: sales when their money came, less what was given back. */
export const TaxReport = z.strictObject({
  ...period,
  abn: z.string(),
  /** Tax invoices made out in the period. */
  invoices: z.int(),
  /** G1 of the statement: all sales, GST included. */
  sales: Money,
  gstOnSales: Money,
  refunds: z.int(),
  refunded: Money,
  /** The part of GST in what was given back: each refund has its order's share. */
  gstOnRefunds: Money,
  /** 1A of the statement: GST on sales less GST on refunds. */
  gst: Money,
  writtenAt: Instant,
})
export type TaxReport = z.output<typeof TaxReport>

const readsReports = {
  who: { may: 'reports/read' },
  limit: 'reads',
  method: 'GET',
  refusals: ['period-upside-down', 'period-too-long'],
} as const

export const reports = {
  sales: endpoint({
    ...readsReports,
    path: '/desk/reports/sales',
    summary: 'Sales of a period by day, week, month, product, zone or occasion. As a table: /desk/reports/sales.csv.',
    query: z.strictObject({ ...period, by: SalesBy.default('day') }),
    reply: SalesReport,
  }),
  subscriptionFigures: endpoint({
    ...readsReports,
    path: '/desk/reports/subscriptions',
    summary: 'Subscriptions by month: begun, ended, delivered, skipped, failed, and what they brought. Also as .csv.',
    query: z.strictObject(period),
    reply: SubscriptionReport,
  }),
  refundFigures: endpoint({
    ...readsReports,
    path: '/desk/reports/refunds',
    summary: 'What was given back in a period, by reason and one by one. Also as .csv.',
    query: z.strictObject(period),
    reply: RefundReport,
  }),
  tax: endpoint({
    ...readsReports,
    path: '/desk/reports/tax',
    summary: 'Sales, refunds and GST of a period. /desk/reports/tax.csv names each invoice and each refund.',
    query: z.strictObject(period),
    reply: TaxReport,
  }),
}
