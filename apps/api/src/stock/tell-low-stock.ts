import type { Shop } from '../shop.ts'
import { markLow } from './item-queries.ts'

/** Has the shop told of what has become low, once for each time it does. */
export function tellLowStock({
  inTransaction,
  clock,
  jobs,
}: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const items = await markLow(tx, at)
    if (items.length === 0) return
    const about = items.map(({ name, left, lowAt }) => ({ name, left, lowAt }))
    await jobs.enqueue(tx, 'notifications/low-stock', { items: about, at: at.toString() })
  })
}
