import type { OrderId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import { giveBackAll } from './places.ts'
import { insertEvent, lockOrder, markCancelled } from './queries.ts'

/**
 * Ends an order that was only planned and that nobody was ever asked to pay: its places go back at once, and no letter is written,
 * since nobody waits for it. Says false, and changes nothing, when it is something else by now.
 */
export async function letGoOrder(tx: Tx, orderId: OrderId, at: Temporal.Instant): Promise<boolean> {
  const order = await lockOrder(tx, orderId)
  if (order?.status !== 'PENDING' || order.places !== 'held') return false
  await giveBackAll(tx, orderId, at)
  await markCancelled(tx, orderId, { because: 'shop', at })
  await insertEvent(tx, { orderId, at, kind: 'let-go', who: 'shop' })
  return true
}
