import { privacy } from '@flora/contract/privacy.ts'
import type { FastifyInstance } from 'fastify'
import { clearSessionCookies, findAccount } from '../identity/index.ts'
import { callerOf } from '../platform/caller.ts'
import { toCsv } from '../platform/csv.ts'
import { serve } from '../platform/http.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { eraseAccount, foreseeErasure } from './erase-account.ts'
import { exportTables, listExportRows } from './export-queries.ts'

type DataShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

export function privacyRoutes(app: FastifyInstance, shop: DataShop): void {
  serve(app, privacy.exportData, async (_, request) => {
    const caller = callerOf(request)
    // One snapshot, so that no order stands in one table and not in the next.
    const tables = await shop.inTransaction(async (tx) => {
      const read = []
      for (const table of exportTables)
        read.push({ name: table.name, about: table.about, rows: await listExportRows(tx, table, caller) })
      return read
    })
    return { writtenAt: shop.clock.now().toString(), tables }
  })

  app.get<{ Params: { file: string } }>(
    '/api/account/export/:file',
    { config: { limit: 'writes', who: 'customer' } },
    async (request, reply) => {
      const caller = callerOf(request)
      const table = exportTables.find(({ name }) => `${name}.csv` === request.params.file)
      if (!table) throw new Refusal(404, 'no-such-address', 'There is no such table in your data.')
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="flora-${table.name}.csv"`)
        .header('cache-control', 'private, no-store')
        .send(toCsv(await listExportRows(shop.db, table, caller), table.columns))
    },
  )

  serve(app, privacy.foreseeErasure, async (_, request) => {
    const caller = callerOf(request)
    const account = await findAccount(shop.db, caller.accountId)
    return foreseeErasure(shop, caller, account?.passwordHash !== null)
  })

  serve(app, privacy.eraseAccount, async ({ body }, request, reply) => {
    await eraseAccount(shop, callerOf(request), body.password)
    clearSessionCookies(reply, shop.config)
    reply.clearCookie('cart', { path: '/' })
    return { message: 'It’s all gone, but for the figures of your invoices, which tax law keeps for five years.' }
  })
}
