import type { OrderId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { isAlive, orderStatusOf } from '../making/index.ts'
import type { Tx } from '../platform/db.ts'
import { listDeliveryStatuses, markOrderStatus } from './status-queries.ts'

/** Brings orders up to what became of their deliveries; the caller has locked them. One that is unpaid or over stays what it is. */
export async function followDeliveries(tx: Tx, orderIds: readonly OrderId[]): Promise<void> {
  if (orderIds.length === 0) return
  const found = await listDeliveryStatuses(tx, orderIds)
  const changed = found
    .filter(({ status }) => isAlive(status))
    .map(({ orderId, status, statuses }) => ({ orderId, status, next: orderStatusOf(statuses.filter(isAlive)) }))
    .filter(({ status, next }) => next !== status)
  const byStatus: Map<OrderStatus, typeof changed> = Map.groupBy(changed, ({ next }) => next)
  for (const [status, orders] of byStatus)
    await markOrderStatus(
      tx,
      orders.map(({ orderId }) => orderId),
      status,
    )
}
