import { newId, type OrderId } from '@flora/contract/ids.ts'
import { isLess, money } from '@flora/money/money.ts'
import { decideShopCancellation } from '../making/index.ts'
import type { Shop } from '../shop.ts'
import { cannotCancel, orderNotFound } from './errors.ts'
import { decideCancellation, type Order } from './order.ts'
import { giveBackAll } from './places.ts'
import { insertEvent, lockOrder, markCancelled } from './queries.ts'

/**
 * Stops an order, its buyer before the cut-off and the shop at any time before the door: gives its places back, and promises back all
 * of the money that came by card. What was paid in the shop is handed back there.
 */
export function cancelOrder(
  { inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { orderId, reason, who }: { orderId: OrderId; reason: string; who: string },
): Promise<void> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw orderNotFound()
    if (who === 'customer' && mayComeBack(order)) {
      await markCancelled(tx, orderId, { because: 'customer', at: now })
      await insertEvent(tx, { orderId, at: now, kind: 'cancelled', who, detail: { reason } })
      return
    }
    const decision = who === 'customer' ? decideCancellation(order, now) : decideShopCancellation(order.status)
    if (decision.kind === 'refuse') throw cannotCancel(decision.because)

    if (order.places !== 'released') await giveBackAll(tx, orderId, now)
    await markCancelled(tx, orderId, { because: who === 'customer' ? 'customer' : 'shop', at: now })
    await insertEvent(tx, { orderId, at: now, kind: 'cancelled', who, detail: { reason } })
    const owed = order.onCard
    if (isLess(money(0, owed.currency), owed)) {
      await jobs.enqueue(tx, 'payments/refund-order', {
        refundId: newId('rfd'),
        orderId,
        amount: owed,
        reason: 'cancelled',
        who,
      })
    } else {
      await jobs.enqueue(tx, 'payments/cancel-intent', { orderId })
    }
    if (order.occurrenceId || order.begins) await jobs.enqueue(tx, 'subscriptions/follow-order', { orderId })
    // An order that was never paid was never confirmed: nobody waits for word of it, and anybody could have typed the address.
    if (order.status !== 'PENDING')
      await jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter: 'cancelled' })
  })
}

// Its hold is over, and money that is still on its way would bring it back. Who cancels it now, on a page that did not know, does not want that:
// her money goes back when it comes.
function mayComeBack({ status, cancelledBecause, paid }: Order): boolean {
  return status === 'CANCELLED' && cancelledBecause === 'hold-expired' && paid.minor === 0
}
