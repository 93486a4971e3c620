import { SalesBy, type SalesMargin } from '@flora/contract/reports.ts'
import { ShopDay } from '@flora/contract/text.ts'
import { inUnits, money } from '@flora/money/money.ts'
import { z } from 'zod'
import { type Cell, toCsv } from '../platform/csv.ts'
import type { Shop } from '../shop.ts'
import { reportSales, reportSubscriptions } from './make-reports.ts'
import { periodOf } from './period.ts'
import { findBooks, listInvoices, listRefunds, type SumsRow } from './queries.ts'

type Reporting = Pick<Shop, 'db' | 'clock'>

/** What a table of a report is asked with: the same as its page. */
export const TableAsk = z.strictObject({ from: ShopDay, to: ShopDay, by: SalesBy.default('day') })
export type TableAsk = z.output<typeof TableAsk>

// Two years of 50 refunds a day.
const mostRefunds = 36_500

/** The reports as files for a spreadsheet, by name. Sums are in dollars with a point, as spreadsheets add them up. */
export const reportTables: Readonly<Record<string, (shop: Reporting, ask: TableAsk) => Promise<string>>> = {
  sales: async (shop, ask) => {
    const { rows } = await reportSales(shop, ask)
    return toCsv(
      rows.map(({ key, name, orders, quantity, margin, ...sums }) => ({
        key,
        name,
        orders,
        quantity,
        ...Object.fromEntries(Object.entries(sums).map(([column, sum]) => [column, dollars(sum.minor)])),
        ...(margin && marginCells(margin)),
      })),
      ['key', 'name', 'orders', 'quantity', ...sumColumns, ...(ask.by === 'product' ? marginColumns : [])],
    )
  },
  subscriptions: async (shop, ask) => {
    const { months } = await reportSubscriptions(shop, ask)
    return toCsv(
      months.map(({ revenue, ...month }) => ({ ...month, revenue: dollars(revenue.minor) })),
      ['day', 'started', 'ended', 'deliveries', 'skipped', 'failed', 'revenue'],
    )
  },
  refunds: async ({ db }, ask) => {
    const refunds = await listRefunds(db, periodOf(ask, (await findBooks(db)).zone), mostRefunds)
    return toCsv(
      refunds.map(({ amount, orderNumber, day, reason, who, state }) => ({
        day,
        order: orderNumber,
        reason,
        who,
        state,
        amount: dollars(amount),
      })),
      ['day', 'order', 'reason', 'who', 'state', 'amount'],
    )
  },
  tax: async ({ db }, ask) => {
    const books = await listInvoices(db, periodOf(ask, (await findBooks(db)).zone))
    return toCsv(
      books.map(({ day, kind, order, total, gst }): Record<string, Cell> => ({
        day,
        kind,
        order,
        total: dollars(total),
        gst: dollars(gst),
      })),
      ['day', 'kind', 'order', 'total', 'gst'],
    )
  },
}

const sumColumns: readonly (keyof SumsRow)[] = ['goods', 'delivery', 'discount', 'total', 'gst', 'refunded']

// What stems cost now, whenever the sale was: the head says so, since a file has no room for a note.
const marginColumns = ['stems at today’s cost', 'left without GST and stems', 'why not known']

function marginCells(margin: SalesMargin): Record<string, Cell> {
  const [stems, left, whyNot] = marginColumns as [string, string, string]
  return margin.ok
    ? { [stems]: dollars(margin.stems.minor), [left]: dollars(margin.left.minor) }
    : { [whyNot]: margin.because }
}

// A number and no text: a spreadsheet adds it up, and takes no minus for a formula.
function dollars(minor: number): number {
  return inUnits(money(minor, 'AUD'))
}
