import type { Shop } from '../shop.ts'
import { releaseExpiredHolds } from './release-expired-holds.ts'

export function orderJobs(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'log'>) {
  return {
    'orders/release-expired-holds': async () => {
      const released = await releaseExpiredHolds(shop)
      if (released > 0) shop.log.info({ released }, 'holds were over')
    },
  }
}
