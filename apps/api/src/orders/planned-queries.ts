import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderId, WindowId } from '@flora/contract/ids.ts'
import { list, recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { NewOrder } from './order-record.ts'

/** What a planned order holds: one delivery's place and minutes. Its stems are taken when it is charged. */
export interface PlannedPlace {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly minutes: number
}

/** Locks planned orders by their ids; those that are something else by now, or have taken stems, are missing. */
export async function lockPlannedPlaces(tx: Tx, ids: readonly OrderId[]): Promise<Map<OrderId, PlannedPlace>> {
  if (ids.length === 0) return new Map()
  const found = await rows<PlannedPlace & { id: OrderId }>(
    tx,
    sql`select o.id, d.day::text as day, d.window_id as "windowId", d.bench_minutes as minutes
        from orders o join order_deliveries d on d.order_id = o.id
        where o.id = any(${list(ids, 'text')}) and o.status = 'PENDING' and o.places = 'held' and o.promotion_id is null and o.gift_card_id is null
          and not exists (select from order_stock s where s.order_id = o.id)
        order by o.id for no key update of o`,
  )
  return new Map(found.map(({ id, ...place }) => [id, place]))
}

/** Ends planned orders; the caller holds their locks and has given their places back. */
export async function markLetGo(tx: Tx, ids: readonly OrderId[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return
  await rows(
    tx,
    sql`with deliveries as (
          update order_deliveries set status = 'CANCELLED' where order_id = any(${list(ids, 'text')})
        ), ended as (
          update orders set status = 'CANCELLED', places = 'released', cancelled_at = ${at.toString()}::timestamptz, cancelled_because = 'shop'
          where id = any(${list(ids, 'text')}) returning id
        )
        insert into order_events (order_id, at, kind, who) select id, ${at.toString()}::timestamptz, 'let-go', 'shop' from ended order by id`,
  )
}

/** Writes planned orders, however many, by one statement: what `insertOrder` writes of one that takes no stock and has no code. */
export async function insertPlanned(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  if (orders.length === 0) return
  const headers = orders.map(({ deliveries: _, lines: __, stock: ___, ...header }) => header)
  const deliveries = orders.flatMap(({ id: orderId, deliveries: some }) =>
    some.map((delivery, position) => ({ ...delivery, orderId, position })),
  )
  const lines = orders.flatMap(({ id: orderId, lines: some }) =>
    some.map((line, position) => ({ ...line, orderId, position })),
  )
  await rows(
    tx,
    sql`with o as (
          insert into orders (id, number, link, status, places, hold_until, placement_key, placement_fingerprint, account_id, buyer_name,
            buyer_email, buyer_phone, currency, goods_minor, delivery_minor, discount_minor, total_minor, gst_minor, gift_card_minor, to_pay_minor, sum,
            placed_at, occurrence_id)
          select id, number, link, status, places, "holdUntil", "placementKey", "placementFingerprint", "accountId", "buyerName",
            "buyerEmail", "buyerPhone", currency, "goodsMinor", "deliveryMinor", "discountMinor", "totalMinor", "gstMinor", "giftCardMinor", "toPayMinor", sum,
            "placedAt", "occurrenceId"
          from jsonb_to_recordset(${recordset(headers)}) as h (id text, number text, link text, status text, places text, "holdUntil" timestamptz,
            "placementKey" text, "placementFingerprint" text, "accountId" text, "buyerName" text, "buyerEmail" text, "buyerPhone" text,
            currency text, "goodsMinor" bigint, "deliveryMinor" bigint, "discountMinor" bigint, "totalMinor" bigint, "gstMinor" bigint,
            "giftCardMinor" bigint, "toPayMinor" bigint, sum jsonb, "placedAt" timestamptz, "occurrenceId" text)
          returning id, placed_at
        ), d as (
          insert into order_deliveries (id, order_id, position, status, method, zone_id, window_id, day, window_name, window_starts, window_ends, cut_off_at,
            bench_minutes, recipient_name, recipient_phone, line1, line2, suburb, postcode, instructions, card_message, anonymous, substitution, fee_minor,
            surge_minor, discount_minor, gst_minor)
          select id, "orderId", position, 'PENDING', method, "zoneId", "windowId", day, "windowName", "windowStarts", "windowEnds", "cutOffAt",
            "benchMinutes", "recipientName", "recipientPhone", line1, line2, suburb, postcode, instructions, "cardMessage", anonymous, substitution,
            "feeMinor", "surgeMinor", "discountMinor", "gstMinor"
          from jsonb_to_recordset(${recordset(deliveries)}) as r (id text, "orderId" text, position int, method text,
            "zoneId" text, "windowId" text, day date, "windowName" text, "windowStarts" time, "windowEnds" time, "cutOffAt" timestamptz, "benchMinutes" int,
            "recipientName" text, "recipientPhone" text, line1 text, line2 text, suburb text, postcode text, instructions text, "cardMessage" text,
            anonymous boolean, substitution text, "feeMinor" bigint, "surgeMinor" bigint, "discountMinor" bigint, "gstMinor" bigint)
        ), l as (
          insert into order_lines (id, order_id, delivery_id, goes_with, position, variant_id, slug, name, variant_name, kind, tint, picture, purchase,
            quantity, unit_price_minor, total_minor, discount_minor, gst_minor)
          select id, "orderId", "deliveryId", "goesWith", position, "variantId", slug, name, "variantName", kind, tint, picture, purchase, quantity,
            "unitPriceMinor", "totalMinor", "discountMinor", "gstMinor"
          from jsonb_to_recordset(${recordset(lines)}) as r (id text, "orderId" text, "deliveryId" text, "goesWith" text,
            position int, "variantId" text, slug text, name text, "variantName" text, kind text, tint text, picture jsonb, purchase text, quantity int,
            "unitPriceMinor" bigint, "totalMinor" bigint, "discountMinor" bigint, "gstMinor" bigint)
        )
        insert into order_events (order_id, at, kind, who) select id, placed_at, 'placed', 'customer' from o order by id`,
  )
}
