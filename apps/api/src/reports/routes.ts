import { reports } from '@flora/contract/reports.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { fileNameOf, reportRefunds, reportSales, reportSubscriptions, reportTax } from './make-reports.ts'
import { reportTables, TableAsk } from './report-tables.ts'

export function reportRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'clock'>): void {
  serve(app, reports.sales, ({ query }) => reportSales(shop, query))
  serve(app, reports.subscriptionFigures, ({ query }) => reportSubscriptions(shop, query))
  serve(app, reports.refundFigures, ({ query }) => reportRefunds(shop, query))
  serve(app, reports.tax, ({ query }) => reportTax(shop, query))

  // A table and not JSON, so no line of the contract.
  for (const [name, makeTable] of Object.entries(reportTables))
    app.get(
      `/api/desk/reports/${name}.csv`,
      { config: { limit: 'writes', who: { may: 'reports/read' } } },
      async (request, reply) => {
        const ask = TableAsk.safeParse(request.query)
        if (!ask.success)
          throw new Refusal(422, 'malformed-request', 'Please give the first and the last day as 2026-11-21.')
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${fileNameOf(name, ask.data)}"`)
          .header('cache-control', 'private, no-store')
          .send(await makeTable(shop, ask.data))
      },
    )
}
