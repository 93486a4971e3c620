import type { GiftCardId, LineId, OrderId, RefundId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import { firstRow, list, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { MoneyBooks } from './refund.ts'

/** The books of an order that is locked, with all that money can be given back for. */
export interface BooksToRefund extends Omit<MoneyBooks, 'isAlive' | 'isCancelled'> {
  readonly status: OrderStatus
  readonly lines: readonly { id: LineId; name: string; leftMinor: number }[]
  readonly deliveries: readonly { id: DeliveryId; leftMinor: number }[]
  /** Whether this refund was written down before. */
  readonly isKnown: boolean
}

export function findBooks(
  tx: Tx,
  { orderId, refundId }: { orderId: OrderId; refundId: RefundId },
): Promise<BooksToRefund | undefined> {
  return firstRow(
    tx,
    sql`select o.status, o.currency, o.paid_minor as "paidMinor", o.refunded_minor as "refundedMinor", o.in_shop_minor as "inShopMinor",
          o.in_shop_refunded_minor as "inShopRefundedMinor", o.gift_card_minor as "giftCardMinor", o.gift_card_returned_minor as "giftCardReturnedMinor",
          (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'leftMinor', l.total_minor - l.discount_minor - l.refunded_minor)), '[]')
             from order_lines l where l.order_id = o.id) as lines,
          (select coalesce(json_agg(json_build_object('id', d.id, 'leftMinor', d.fee_minor + d.surge_minor - d.discount_minor - d.refunded_minor)), '[]')
             from order_deliveries d where d.order_id = o.id) as deliveries,
          exists (select from refunds r where r.id = ${refundId}) as "isKnown"
        from orders o where o.id = ${orderId}`,
  )
}

interface Part {
  readonly id: LineId | DeliveryId
  readonly amount: Money
}

/** Counts what goes back of lines and of fees; the database refuses more than they cost. */
export async function addRefundedOfParts(
  tx: Tx,
  { lines, deliveries }: { lines: readonly Part[]; deliveries: readonly Part[] },
): Promise<void> {
  const ids = (parts: readonly Part[]) =>
    list(
      parts.map(({ id }) => id),
      'text',
    )
  const amounts = (parts: readonly Part[]) =>
    list(
      parts.map(({ amount }) => amount.minor),
      'int',
    )
  await rows(
    tx,
    sql`with fees as (update order_deliveries d set refunded_minor = d.refunded_minor + part.amount
          from (select id, sum(amount) as amount from unnest(${ids(deliveries)}, ${amounts(deliveries)}) as p (id, amount) group by id) as part where d.id = part.id)
        update order_lines l set refunded_minor = l.refunded_minor + part.amount
        from (select id, sum(amount) as amount from unnest(${ids(lines)}, ${amounts(lines)}) as p (id, amount) group by id) as part where l.id = part.id`,
  )
}

/** A refund that is done as soon as it is written: money handed over, or put back on a gift card. */
export async function insertHandedBack(
  tx: Tx,
  refund: {
    id: RefundId
    orderId: OrderId
    amount: Money
    way: 'in-shop' | 'gift-card'
    reason: string
    note: string
    who: string
    at: Temporal.Instant
  },
): Promise<void> {
  const at = refund.at.toString()
  await rows(
    tx,
    sql`insert into refunds (id, order_id, way, state, amount_minor, currency, reason, note, who, created_at, settled_at)
        values (${refund.id}, ${refund.orderId}, ${refund.way}, 'succeeded', ${refund.amount.minor}, ${refund.amount.currency}, ${refund.reason}, ${refund.note},
          ${refund.who}, ${at}::timestamptz, ${at}::timestamptz)`,
  )
}

/** Counts money handed over in the shop. A cancelled order all of whose money is back is refunded. */
export async function addRefundedInShop(tx: Tx, orderId: OrderId, amount: Money): Promise<void> {
  await rows(
    tx,
    sql`update orders set refunded_minor = refunded_minor + ${amount.minor}::bigint, in_shop_refunded_minor = in_shop_refunded_minor + ${amount.minor}::bigint,
          status = case when status = 'CANCELLED' and refunded_minor + ${amount.minor}::bigint = paid_minor then 'REFUNDED' else status end
        where id = ${orderId}`,
  )
}

/** Counts what goes back on the gift card, and says which that is. */
export async function addReturnedToGiftCard(tx: Tx, orderId: OrderId, amount: Money): Promise<GiftCardId> {
  const row = await firstRow<{ id: GiftCardId | null }>(
    tx,
    sql`update orders set gift_card_returned_minor = gift_card_returned_minor + ${amount.minor}::bigint where id = ${orderId} returning gift_card_id as id`,
  )
  if (!row?.id) throw new Error(`invariant broken: ${orderId} was paid by a gift card and has none`)
  return row.id
}
