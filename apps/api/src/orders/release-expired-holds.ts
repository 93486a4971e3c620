import type { OrderId } from '@flora/contract/ids.ts'
import { isDatabaseAway } from '../platform/database-away.ts'
import type { Shop } from '../shop.ts'
import { giveBackAll } from './places.ts'
import { insertEvent, lockExpiredHold, markCancelled } from './queries.ts'

/**
 * Puts the places of orders whose money did not come in time back on the shelf, and takes their payment intents back.
 * Returns how many orders that was. Each order is a transaction of its own, since the counters of two orders could not be
 * locked in one fixed order. Money that comes all the same is dealt with when it comes.
 */
export async function releaseExpiredHolds({
  db,
  inTransaction,
  clock,
  jobs,
  log,
}: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'log'>): Promise<number> {
  const now = clock.now()
  const stuck: OrderId[] = []
  for (let released = 0; ;) {
    let orderId: OrderId | undefined
    try {
      orderId = await inTransaction(async (tx) => {
        const expired = await lockExpiredHold(tx, { now, except: stuck })
        orderId = expired?.id
        if (!expired) return undefined
        await giveBackAll(tx, expired.id, now)
        await markCancelled(tx, expired.id, { because: 'hold-expired', at: now })
        await insertEvent(tx, { orderId: expired.id, at: now, kind: 'hold-expired', who: 'shop' })
        await jobs.enqueue(tx, 'payments/cancel-intent', { orderId: expired.id })
        if (expired.occurrenceId) await jobs.enqueue(tx, 'subscriptions/follow-order', { orderId: expired.id })
        return expired.id
      })
    } catch (err) {
      // One that cannot be given back (a counter corrected by hand) must not keep the others' places from the shelf.
      if (!orderId || (await isDatabaseAway(db, err))) throw err
      log.error({ err, orderId }, 'an expired hold could not be given back')
      stuck.push(orderId)
      continue
    }
    if (!orderId) return released
    released += 1
  }
}
