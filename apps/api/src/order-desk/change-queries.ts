import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { DeliveryId, OrderId, VariantId, WindowId, ZoneId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { SumLine } from '@flora/contract/cart.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { Standing } from './change.ts'
import type { MoneyBooks } from './refund.ts'

/** A delivery, its order's money, and what prices it: all that a change is decided by. */
export interface DeliveryToChange extends Omit<MoneyBooks, 'isAlive' | 'isCancelled'> {
  readonly orderId: OrderId
  readonly status: OrderStatus
  readonly method: DeliveryMethod
  readonly standing: Standing
  readonly windowName: string
  readonly windowStarts: string
  readonly windowEnds: string
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly cutOffAt: string
  readonly benchMinutes: number
  readonly isCardPrinted: boolean
  readonly isOfSubscription: boolean
  readonly feeMinor: number
  readonly surgeMinor: number
  readonly discountMinor: number
  readonly refundedOfFeeMinor: number
  readonly gstMinor: number
  readonly dueMinor: number
  readonly gstBasisPoints: number
  readonly timeZone: string
  readonly variantIds: readonly VariantId[]
  /** How far the order's other deliveries are. */
  readonly others: readonly OrderStatus[]
}

export function findDeliveryToChange(
  db: Db,
  { orderId, deliveryId }: { orderId: OrderId; deliveryId: DeliveryId },
): Promise<DeliveryToChange | undefined> {
  return firstRow(
    db,
    sql`select d.order_id as "orderId", d.status, d.method, d.window_name as "windowName", d.window_starts as "windowStarts", d.window_ends as "windowEnds",
          d.zone_id as "zoneId", z.name as "zoneName", d.cut_off_at as "cutOffAt", d.bench_minutes as "benchMinutes",
          d.card_printed_at is not null as "isCardPrinted", o.occurrence_id is not null as "isOfSubscription", d.fee_minor as "feeMinor",
          d.surge_minor as "surgeMinor", d.discount_minor as "discountMinor", d.refunded_minor as "refundedOfFeeMinor", d.gst_minor as "gstMinor",
          o.currency, o.due_minor as "dueMinor", o.paid_minor as "paidMinor", o.refunded_minor as "refundedMinor", o.in_shop_minor as "inShopMinor",
          o.in_shop_refunded_minor as "inShopRefundedMinor", o.gift_card_minor as "giftCardMinor", o.gift_card_returned_minor as "giftCardReturnedMinor",
          shop.gst_basis_points as "gstBasisPoints", shop.time_zone as "timeZone",
          json_build_object('day', d.day, 'windowId', d.window_id, 'instructions', d.instructions, 'cardMessage', d.card_message, 'anonymous', d.anonymous,
            'substitution', d.substitution, 'recipient', json_build_object('name', d.recipient_name, 'phone', d.recipient_phone, 'line1', d.line1,
              'line2', d.line2, 'suburb', d.suburb, 'postcode', d.postcode)) as standing,
          (select coalesce(json_agg(distinct l.variant_id), '[]') from order_lines l where l.order_id = o.id and l.delivery_id = d.id) as "variantIds",
          (select coalesce(json_agg(other.status), '[]') from order_deliveries other where other.order_id = o.id and other.id <> d.id) as others
        from order_deliveries d join orders o on o.id = d.order_id join zones z on z.id = d.zone_id cross join shop
        where d.id = ${deliveryId} and d.order_id = ${orderId}`,
  )
}

/** Lets nobody change a price, a closure or a window until the transaction ends. Others who only rely on them do so at once. */
export async function lockFacts(tx: Tx): Promise<void> {
  await rows(tx, sql`select 1 from shop for share`)
}

/** The terms of the window it goes to. */
export interface NewTerms {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly zoneId: ZoneId
  readonly method: DeliveryMethod
  readonly windowName: string
  readonly windowStarts: string
  readonly windowEnds: string
  readonly cutOffAt: string
}

export interface SavedChange {
  readonly orderId: OrderId
  readonly deliveryId: DeliveryId
  readonly becomes: Standing
  /** When it moves. */
  readonly terms: NewTerms | undefined
  readonly status: OrderStatus
  readonly orderStatus: OrderStatus
}

/** Writes a delivery as it stands from now on. */
export async function saveChange(
  tx: Tx,
  { orderId, deliveryId, becomes, terms, status, orderStatus }: SavedChange,
): Promise<void> {
  const { recipient } = becomes
  const moved = terms
    ? sql`, day = ${terms.day}::date, window_id = ${terms.windowId}, zone_id = ${terms.zoneId}, method = ${terms.method}, window_name = ${terms.windowName},
        window_starts = ${terms.windowStarts}::time, window_ends = ${terms.windowEnds}::time, cut_off_at = ${terms.cutOffAt}::timestamptz`
    : sql``
  await rows(
    tx,
    sql`with header as (update orders set status = ${orderStatus} where id = ${orderId} and status <> ${orderStatus})
        update order_deliveries set recipient_name = ${recipient.name}, recipient_phone = ${recipient.phone}, line1 = ${recipient.line1},
          line2 = ${recipient.line2}, suburb = ${recipient.suburb}, postcode = ${recipient.postcode}, instructions = ${becomes.instructions},
          card_message = ${becomes.cardMessage}, anonymous = ${becomes.anonymous}, substitution = ${becomes.substitution}, status = ${status} ${moved}
        where id = ${deliveryId}`,
  )
}

export interface FeeChange {
  readonly orderId: OrderId
  readonly deliveryId: DeliveryId
  readonly feeMinor: number
  readonly surgeMinor: number
  readonly gstMinor: number
  /** What the order costs more; below zero: less. It is due in the shop, or is not any more. */
  readonly differenceMinor: number
  readonly gstDifferenceMinor: number
  readonly line: SumLine
}

/** Makes a delivery dearer or cheaper, and its order's sums with it, so that they still add up. */
export async function saveFee(tx: Tx, change: FeeChange): Promise<void> {
  const { orderId, deliveryId, feeMinor, surgeMinor, gstMinor, differenceMinor, gstDifferenceMinor, line } = change
  await rows(
    tx,
    sql`with fee as (update order_deliveries set fee_minor = ${feeMinor}, surge_minor = ${surgeMinor}, gst_minor = ${gstMinor} where id = ${deliveryId})
        update orders set delivery_minor = delivery_minor + ${differenceMinor}::bigint, total_minor = total_minor + ${differenceMinor}::bigint,
          to_pay_minor = to_pay_minor + ${differenceMinor}::bigint, due_minor = due_minor + ${differenceMinor}::bigint,
          gst_minor = gst_minor + ${gstDifferenceMinor}::bigint, sum = sum || ${JSON.stringify([line])}::jsonb
        where id = ${orderId}`,
  )
}

/** Counts what goes back of a delivery's fee. */
export async function addRefundedOfFee(tx: Tx, deliveryId: DeliveryId, amountMinor: number): Promise<void> {
  await rows(
    tx,
    sql`update order_deliveries set refunded_minor = refunded_minor + ${amountMinor}::bigint where id = ${deliveryId}`,
  )
}

export interface BuyerChange {
  readonly orderId: OrderId
  readonly name: string
  readonly email: string
  readonly phone: string
}

export async function saveBuyer(tx: Tx, { orderId, name, email, phone }: BuyerChange): Promise<void> {
  await rows(
    tx,
    sql`update orders set buyer_name = ${name}, buyer_email = ${email}, buyer_phone = ${phone} where id = ${orderId}`,
  )
}
