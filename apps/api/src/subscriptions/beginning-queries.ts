import type { AccountId, DeliveryId, OrderId } from '@flora/contract/ids.ts'
import type { Beginning } from '../orders/index.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** An order with the subscriptions that begin with it. */
export interface BeginningOrder {
  readonly id: OrderId
  readonly number: string
  readonly accountId: AccountId | null
  readonly begins: readonly Beginning[]
  readonly deliveries: readonly { readonly id: DeliveryId; readonly cutOffAt: string }[]
}

/** The order, while what it begins has not begun; afterwards nothing is left of that but names. */
export function findBeginningOrder(db: Db, id: OrderId): Promise<BeginningOrder | undefined> {
  return firstRow(
    db,
    sql`select o.id, o.number, o.account_id as "accountId", o.begins,
          (select jsonb_agg(jsonb_build_object('id', d.id, 'cutOffAt', d.cut_off_at)) from order_deliveries d where d.order_id = o.id) as deliveries
        from orders o where o.id = ${id} and o.status not in ('PENDING', 'CANCELLED', 'REFUNDED') and o.begins @? '$[*].wish'`,
  )
}

/** Who gets what, and where, is the subscription's from now on; the order remembers which it was. */
export async function markBegun(tx: Tx, id: OrderId): Promise<void> {
  await rows(
    tx,
    sql`update orders set begins = (
          select jsonb_agg(jsonb_build_object('subscriptionId', one -> 'subscriptionId', 'isGift', one -> 'isGift')) from jsonb_array_elements(begins) one)
        where id = ${id}`,
  )
}
