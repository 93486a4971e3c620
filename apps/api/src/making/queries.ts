import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Markable } from '@flora/contract/day-board.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { DeliveryId, OrderId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { list, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface DeliveryToMark {
  readonly id: DeliveryId
  readonly orderId: OrderId
  readonly status: OrderStatus
  readonly method: DeliveryMethod
  readonly day: ShopDay
}

/** Locks the orders of deliveries, in the order of their ids, so that two who mark the same ones take turns. */
export async function lockOrdersOf(tx: Tx, deliveryIds: readonly DeliveryId[]): Promise<OrderId[]> {
  const locked = await rows<{ id: OrderId }>(
    tx,
    sql`select id from orders where id in (select order_id from order_deliveries where id = any(${list(deliveryIds, 'text')}))
        order by id for update`,
  )
  return locked.map(({ id }) => id)
}

/** All deliveries of orders that are locked, as they are now. */
export function listDeliveriesOfOrders(tx: Tx, orderIds: readonly OrderId[]): Promise<DeliveryToMark[]> {
  return rows(
    tx,
    sql`select id, order_id as "orderId", status, method, day from order_deliveries where order_id = any(${list(orderIds, 'text')})
        order by order_id, position`,
  )
}

export interface SavedMarks {
  readonly moved: readonly DeliveryToMark[]
  readonly orders: readonly { id: OrderId; status: OrderStatus }[]
  readonly to: Markable
  /** What it is called in the history. */
  readonly kind: string
  readonly who: string
  readonly at: Temporal.Instant
  readonly detail: Readonly<Record<string, unknown>>
}

/** Marks deliveries and their orders and writes their history, by one statement. */
export async function saveMarks(tx: Tx, { moved, orders, to, kind, who, at, detail }: SavedMarks): Promise<void> {
  const ids = (some: readonly { id: string }[]) =>
    list(
      some.map(({ id }) => id),
      'text',
    )
  const statuses = list(
    orders.map(({ status }) => status),
    'text',
  )
  await rows(
    tx,
    sql`with before as (select id, order_id, status from order_deliveries where id = any(${ids(moved)})),
          marked as (update order_deliveries set status = ${to} where id = any(${ids(moved)})),
          headers as (update orders o set status = h.status from unnest(${ids(orders)}, ${statuses}) as h (id, status)
            where o.id = h.id and o.status <> h.status)
        insert into order_events (order_id, delivery_id, at, kind, who, detail)
        select order_id, id, ${at.toString()}::timestamptz, ${kind}, ${who}, jsonb_build_object('from', status) || ${JSON.stringify(detail)}::jsonb
        from before order by order_id, id`,
  )
}

/**
 * Tells every process that something of these days is not as it was. Only staff's deeds do so: a commit that notifies waits for all
 * others that do, and shoppers who pay must not. What they do is seen by looking.
 */
export async function tellDays(tx: Tx, days: readonly ShopDay[]): Promise<void> {
  if (days.length === 0) return
  await rows(
    tx,
    sql`select pg_notify(${dayChannel}, day::text) from (select distinct day from unnest(${list(days, 'date')}) as told (day)) as days`,
  )
}

// A plain identifier: not everybody who listens quotes it.
export const dayChannel = 'order_days'
