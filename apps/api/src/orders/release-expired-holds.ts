import type { Shop } from '../shop.ts'
import { giveBackAll } from './places.ts'
import { insertEvent, lockExpiredHold, markCancelled } from './queries.ts'

/**
 * Puts the places of orders whose money did not come in time back on the shelf, and takes their payment intents back.
 * Returns how many orders that was. Each order is a transaction of its own, since the counters of two orders could not be
 * locked in one fixed order. Money that comes all the same is dealt with when it comes.
 */
export async function releaseExpiredHolds({ inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>): Promise<number> {
  const now = clock.now()
  for (let released = 0; ; released += 1) {
    const wasOne = await inTransaction(async (tx) => {
      const expired = await lockExpiredHold(tx, now)
      if (!expired) return false
      await giveBackAll(tx, expired.id, now)
      await markCancelled(tx, expired.id, { because: 'hold-expired', at: now })
      await insertEvent(tx, { orderId: expired.id, at: now, kind: 'hold-expired', who: 'shop' })
      await jobs.enqueue(tx, 'payments/cancel-intent', { orderId: expired.id })
      return true
    })
    if (!wasOne) return released
  }
}
