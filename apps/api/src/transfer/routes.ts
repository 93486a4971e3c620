import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { FastifyInstance } from 'fastify'
import type { Shop } from '../shop.ts'
import { exportShop } from './export-shop.ts'
import { findZone } from './queries.ts'

/** The whole shop as one file. No JSON, so no line of the contract. */
export function transferRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'log'>,
): void {
  app.get('/api/desk/export', { config: { limit: 'orders', who: { may: 'shop/export' } } }, async (_, reply) => {
    // First into a file of this machine: a slow line would keep the database's snapshot open, and a broken one hand out half a shop.
    const folder = await mkdtemp(path.join(tmpdir(), 'flora-export-'))
    const remove = () => rm(folder, { recursive: true, force: true })
    try {
      const file = path.join(folder, 'shop.ndjson.gz')
      await exportShop(shop, file)
      const bytes = createReadStream(file)
      bytes.on('close', () => void remove())
      return reply
        .header('content-type', 'application/gzip')
        .header(
          'content-disposition',
          `attachment; filename="flora-shop-${shopDayAt(shop.clock.now(), await findZone(shop.db))}.ndjson.gz"`,
        )
        .header('cache-control', 'private, no-store')
        .send(bytes)
    } catch (error) {
      await remove()
      throw error
    }
  })
}
