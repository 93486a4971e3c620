import type { DeliveryId, OrderId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { list, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** The state of a delivery, whose order the caller has locked. */
export async function findDeliveryStatus(tx: Tx, id: DeliveryId): Promise<OrderStatus> {
  const [row] = await rows<{ status: OrderStatus }>(tx, sql`select status from order_deliveries where id = ${id}`)
  if (!row) throw new Error(`invariant broken: ${id} was a stop and is gone`)
  return row.status
}

export async function markDeliveryStatus(tx: Tx, id: DeliveryId, status: OrderStatus): Promise<void> {
  await rows(tx, sql`update order_deliveries set status = ${status} where id = ${id} and status <> ${status}`)
}

/** The states of the deliveries of some orders, which the caller has locked. */
export async function listDeliveryStatuses(
  tx: Tx,
  orderIds: readonly OrderId[],
): Promise<{ orderId: OrderId; status: OrderStatus; statuses: OrderStatus[] }[]> {
  return rows(
    tx,
    sql`select o.id as "orderId", o.status, array_agg(d.status order by d.position) as statuses
        from orders o join order_deliveries d on d.order_id = o.id where o.id = any(${list(orderIds, 'text')}) group by o.id order by o.id`,
  )
}

export async function markOrderStatus(tx: Tx, orderIds: readonly OrderId[], status: OrderStatus): Promise<void> {
  await rows(tx, sql`update orders set status = ${status} where id = any(${list(orderIds, 'text')})`)
}
