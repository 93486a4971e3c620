import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryId, GiftCardId, OccurrenceId, OrderId, PromotionId, WindowId } from '@flora/contract/ids.ts'
import { type Currency, money, type Money } from '@flora/money/money.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { CancelledBecause, Order } from './order.ts'
import type { NewOrder, OrderRecord } from './order-record.ts'

export function findOrderByLink(db: Db, link: string): Promise<OrderRecord | undefined> {
  return findOrder(db, sql`o.link = ${link}`)
}

/** Orders by their ids, however many, by one statement. */
export async function listOrdersById(db: Db, ids: readonly OrderId[]): Promise<Map<OrderId, OrderRecord>> {
  const found = await listOrders(db, sql`o.id = any(${list(ids, 'text')})`)
  return new Map(found.map((order) => [order.id, order]))
}

async function findOrder(db: Db, which: SQL): Promise<OrderRecord | undefined> {
  return (await listOrders(db, which))[0]
}

function listOrders(db: Db, which: SQL): Promise<OrderRecord[]> {
  return rows<OrderRecord>(
    db,
    sql`select o.id, o.number, o.link, o.status, o.places, o.hold_until as "holdUntil", o.placed_at as "placedAt", o.cancelled_because as "cancelledBecause",
          o.buyer_name as "buyerName", o.buyer_email as "buyerEmail", o.buyer_phone as "buyerPhone", o.currency, o.total_minor as "totalMinor",
          o.to_pay_minor as "toPayMinor", o.gst_minor as "gstMinor", o.gift_card_minor as "giftCardMinor", o.paid_minor as "paidMinor",
          o.refunded_minor as "refundedMinor", o.in_shop_minor as "inShopMinor", o.due_minor as "dueMinor", o.sum, o.occurrence_id as "occurrenceId", o.begins,
          exists (select from order_lines l where l.order_id = o.id and l.purchase = 'surprise') as "isSurprise",
          (select json_build_object('state', p.state, 'failureCode', p.failure_code, 'method', p.method, 'intentId', p.intent_id)
             from payments p where p.order_id = o.id) as payment,
          (select json_agg(json_build_object('id', d.id, 'status', d.status, 'method', d.method, 'day', d.day, 'windowName', d.window_name,
               'windowStarts', d.window_starts, 'windowEnds', d.window_ends, 'cutOffAt', d.cut_off_at, 'recipientName', d.recipient_name,
               'recipientPhone', d.recipient_phone, 'line1', d.line1, 'line2', d.line2, 'suburb', d.suburb, 'postcode', d.postcode,
               'instructions', d.instructions, 'cardMessage', d.card_message, 'anonymous', d.anonymous, 'substitution', d.substitution,
               'feeMinor', d.fee_minor, 'surgeMinor', d.surge_minor,
               'proofIds', case when d.status in ('DELIVERED', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED') then
                 (select json_agg(f.id order by p.at, f.id) from proofs f join stop_reports p on p.key = f.report_key where f.delivery_id = d.id) end) order by d.position)
             from order_deliveries d where d.order_id = o.id) as deliveries,
          (select json_agg(json_build_object('id', l.id, 'deliveryId', l.delivery_id, 'goesWith', l.goes_with, 'slug', l.slug, 'name', l.name,
               'variantName', l.variant_name, 'tint', l.tint, 'picture', l.picture, 'quantity', l.quantity, 'unitPriceMinor', l.unit_price_minor,
               'totalMinor', l.total_minor, 'discountMinor', l.discount_minor) order by l.position)
             from order_lines l where l.order_id = o.id) as lines,
          (select coalesce(json_agg(json_build_object('at', e.at, 'kind', e.kind, 'who', e.who, 'detail', e.detail, 'deliveryId', e.delivery_id) order by e.id), '[]')
             from order_events e where e.order_id = o.id) as events
        from orders o where ${which}`,
  )
}

/** Links of an address's latest orders, for the letter that finds them again. */
export function listOrderLinks(
  db: Db,
  email: string,
): Promise<{ number: string; link: string; placedAt: string; status: string }[]> {
  return rows(
    db,
    sql`select number, link, placed_at as "placedAt", status from orders
        where lower(buyer_email) = lower(${email}) and status <> 'PENDING' order by placed_at desc limit 20`,
  )
}

interface LockedRow {
  id: OrderId
  status: Order['status']
  places: Order['places']
  holdUntil: string
  currency: Currency
  toPayMinor: number
  paidMinor: number
  refundedMinor: number
  inShopMinor: number
  onCardMinor: number
  cancelledBecause: CancelledBecause | null
  occurrenceId: OccurrenceId | null
  begins: boolean
  cutOffAt: string
}

/** Locks the order until the transaction ends, so that two cannot decide about it at once. */
export async function lockOrder(tx: Tx, id: OrderId): Promise<Order | undefined> {
  return (await lockOrders(tx, [id])).get(id)
}

/**
 * The same for several, one after the other by their ids: two who want the same ones in another order take turns. No stronger lock than
 * the change of an order takes itself, so that what refers to one (a payment that is just being written down) need not wait for it.
 */
export async function lockOrders(tx: Tx, ids: readonly OrderId[]): Promise<Map<OrderId, Order>> {
  const locked = await rows<LockedRow>(
    tx,
    sql`select o.id, o.status, o.places, o.hold_until as "holdUntil", o.currency, o.to_pay_minor as "toPayMinor", o.paid_minor as "paidMinor",
          o.refunded_minor as "refundedMinor", o.in_shop_minor as "inShopMinor", (o.paid_minor - o.in_shop_minor) - (o.refunded_minor - o.in_shop_refunded_minor) as "onCardMinor", o.cancelled_because as "cancelledBecause", o.occurrence_id as "occurrenceId", o.begins is not null as begins,
          (select min(d.cut_off_at) from order_deliveries d where d.order_id = o.id) as "cutOffAt"
        from orders o where o.id = any(${list(ids, 'text')}) order by o.id for no key update`,
  )
  return new Map(locked.map((row) => [row.id, toOrder(row)]))
}

function toOrder({
  currency,
  toPayMinor,
  paidMinor,
  refundedMinor,
  inShopMinor,
  onCardMinor,
  ...row
}: LockedRow): Order {
  return {
    ...row,
    inShop: money(inShopMinor, currency),
    onCard: money(onCardMinor, currency),
    holdUntil: instantFromStored(row.holdUntil),
    toPay: money(toPayMinor, currency),
    paid: money(paidMinor, currency),
    refunded: money(refundedMinor, currency),
    cutOffAt: instantFromStored(row.cutOffAt),
  }
}

/** What an order takes from the counters, as it was taken. */
export interface Takings {
  readonly stock: readonly { itemId: string; quantity: number }[]
  readonly deliveries: readonly { day: ShopDay; windowId: WindowId; minutes: number }[]
  readonly promotionId: PromotionId | null
  readonly giftCardId: GiftCardId | null
  readonly giftCardUse: Money
}

export async function findTakings(tx: Tx, id: OrderId): Promise<Takings> {
  const row = await firstRow<Omit<Takings, 'giftCardUse'> & { giftCardMinor: number; currency: Currency }>(
    tx,
    sql`select o.promotion_id as "promotionId", o.gift_card_id as "giftCardId", o.gift_card_minor - o.gift_card_returned_minor as "giftCardMinor", o.currency,
          (select coalesce(jsonb_agg(jsonb_build_object('itemId', s.item_id, 'quantity', s.quantity)), '[]') from order_stock s where s.order_id = o.id) as stock,
          (select jsonb_agg(jsonb_build_object('day', d.day, 'windowId', d.window_id, 'minutes', d.bench_minutes)) from order_deliveries d where d.order_id = o.id) as deliveries
        from orders o where o.id = ${id}`,
  )
  if (!row) throw new Error(`invariant broken: ${id} was locked and is gone`)
  const { giftCardMinor, currency, ...takings } = row
  return { ...takings, giftCardUse: money(giftCardMinor, currency) }
}

/** Locks the order whose hold is over longest; one that another worker has in hand is passed over. */
export function lockExpiredHold(
  tx: Tx,
  { now, except }: { now: Temporal.Instant; except: readonly OrderId[] },
): Promise<{ id: OrderId; occurrenceId: OccurrenceId | null } | undefined> {
  return firstRow(
    tx,
    sql`select id, occurrence_id as "occurrenceId" from orders where places = 'held' and hold_until <= ${now.toString()}::timestamptz and id <> all(${list(except, 'text')}) order by hold_until limit 1 for update skip locked`,
  )
}

/** Marks orders and their deliveries and writes their history, with parts of others, which are made from the rows of `confirmed`. */
export async function markConfirmed(
  tx: Tx,
  orders: readonly { orderId: OrderId; paid: Money }[],
  { who, at, parts }: { who: string; at: Temporal.Instant; parts: readonly SQL[] },
): Promise<void> {
  invariant(parts.length <= partNames.length, `${parts.length} parts want as many names`)
  const ids = orders.map(({ orderId }) => orderId)
  const minors = orders.map(({ paid }) => paid.minor)
  await rows(
    tx,
    sql`with paid as (select * from unnest(${list(ids, 'text')}, ${list(minors, 'bigint')}) as paid (order_id, minor)),
        confirmed as (
          update orders o set status = 'CONFIRMED', places = 'kept', paid_minor = paid.minor, confirmed_at = ${at.toString()}::timestamptz,
            cancelled_at = null, cancelled_because = null from paid where o.id = paid.order_id returning o.id, o.occurrence_id
        ), deliveries as (
          update order_deliveries d set status = 'CONFIRMED' from confirmed where d.order_id = confirmed.id and d.status in ('PENDING', 'CANCELLED')
        )
        ${sql.join(
          parts.map((part, n) => sql`, ${partNames[n]!} as (${part})`),
          sql``,
        )}
        insert into order_events (order_id, at, kind, who) select id, ${at.toString()}::timestamptz, 'confirmed', ${who} from confirmed`,
  )
}

const partNames = [sql`first_part`, sql`second_part`, sql`third_part`, sql`fourth_part`]

export async function markCancelled(
  tx: Tx,
  id: OrderId,
  { because, at }: { because: CancelledBecause; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`with deliveries as (update order_deliveries set status = 'CANCELLED' where order_id = ${id})
        update orders set status = 'CANCELLED', places = 'released', cancelled_at = ${at.toString()}::timestamptz, cancelled_because = ${because} where id = ${id}`,
  )
}

export async function markPaid(tx: Tx, id: OrderId, paid: Money): Promise<void> {
  await rows(tx, sql`update orders set paid_minor = in_shop_minor + ${paid.minor} where id = ${id}`)
}

/** Counts a refund; the database refuses one that would exceed what was paid. */
export async function addRefunded(tx: Tx, id: OrderId, amount: Money): Promise<void> {
  await rows(tx, sql`update orders set refunded_minor = refunded_minor + ${amount.minor} where id = ${id}`)
}

/** Money that came back to the shop is owed again: the order is cancelled, and not refunded. */
export async function markOwedAgain(tx: Tx, id: OrderId): Promise<void> {
  await rows(tx, sql`update orders set status = 'CANCELLED' where id = ${id} and status = 'REFUNDED'`)
}

/** A cancelled order all of whose money is back is refunded. */
export async function markRefundedIfWhole(tx: Tx, id: OrderId): Promise<void> {
  await rows(
    tx,
    sql`update orders set status = 'REFUNDED' where id = ${id} and status = 'CANCELLED' and paid_minor > 0 and refunded_minor = paid_minor`,
  )
}

export interface NewEvent {
  readonly orderId: OrderId
  /** The delivery it is about, when it is about one. */
  readonly deliveryId?: DeliveryId
  readonly at: Temporal.Instant
  readonly kind: string
  readonly who: string
  readonly detail?: Record<string, unknown>
}

export async function insertEvent(
  tx: Tx,
  { orderId, deliveryId, at, kind, who, detail = {} }: NewEvent,
): Promise<void> {
  await rows(
    tx,
    sql`insert into order_events (order_id, delivery_id, at, kind, who, detail)
        values (${orderId}, ${deliveryId ?? null}, ${at.toString()}::timestamptz, ${kind}, ${who}, ${JSON.stringify(detail)}::jsonb)`,
  )
}

/**
 * Writes a whole order in one statement: header, deliveries, lines, what it took, and its first event. `provided` is a part of it that
 * comes before the rest: if it gives no row nothing is written, and the answer is false.
 */
export async function insertOrder(tx: Tx, order: NewOrder, provided: SQL = sql`select`): Promise<boolean> {
  const { deliveries, lines, stock, sum, placedBy = 'customer', ...header } = order
  const written = await rows(
    tx,
    sql`with provided as (${provided}), o as (
          insert into orders (id, number, link, status, places, hold_until, placement_key, placement_fingerprint, account_id, cart_id, buyer_name,
            buyer_email, buyer_phone, currency, goods_minor, delivery_minor, discount_minor, total_minor, gst_minor, gift_card_minor, to_pay_minor, sum,
            promotion_id, gift_card_id, placed_at, confirmed_at, occurrence_id, begins)
          select id, number, link, status, places, "holdUntil", "placementKey", "placementFingerprint", "accountId", "cartId", "buyerName",
            "buyerEmail", "buyerPhone", currency, "goodsMinor", "deliveryMinor", "discountMinor", "totalMinor", "gstMinor", "giftCardMinor", "toPayMinor",
            ${JSON.stringify(sum)}::jsonb, "promotionId", "giftCardId", "placedAt", case status when 'CONFIRMED' then "placedAt" end, "occurrenceId", begins
          from jsonb_to_record(${JSON.stringify(header)}::jsonb) as h (id text, number text, link text, status text, places text, "holdUntil" timestamptz,
            "placementKey" text, "placementFingerprint" text, "accountId" text, "cartId" text, "buyerName" text, "buyerEmail" text, "buyerPhone" text,
            currency text, "goodsMinor" bigint, "deliveryMinor" bigint, "discountMinor" bigint, "totalMinor" bigint, "gstMinor" bigint,
            "giftCardMinor" bigint, "toPayMinor" bigint, "promotionId" text, "giftCardId" text, "placedAt" timestamptz, "occurrenceId" text, begins jsonb)
          where exists (select from provided)
        ), d as (
          insert into order_deliveries (id, order_id, position, status, method, zone_id, window_id, day, window_name, window_starts, window_ends, cut_off_at,
            bench_minutes, recipient_name, recipient_phone, line1, line2, suburb, postcode, instructions, card_message, anonymous, substitution, fee_minor,
            surge_minor, discount_minor, gst_minor)
          select id, ${order.id}, position, ${order.status}, method, "zoneId", "windowId", day, "windowName", "windowStarts", "windowEnds", "cutOffAt",
            "benchMinutes", "recipientName", "recipientPhone", line1, line2, suburb, postcode, instructions, "cardMessage", anonymous, substitution,
            "feeMinor", "surgeMinor", "discountMinor", "gstMinor"
          from jsonb_to_recordset(${recordset(deliveries.map((delivery, position) => ({ ...delivery, position })))}) as r (id text, position int, method text,
            "zoneId" text, "windowId" text, day date, "windowName" text, "windowStarts" time, "windowEnds" time, "cutOffAt" timestamptz, "benchMinutes" int,
            "recipientName" text, "recipientPhone" text, line1 text, line2 text, suburb text, postcode text, instructions text, "cardMessage" text,
            anonymous boolean, substitution text, "feeMinor" bigint, "surgeMinor" bigint, "discountMinor" bigint, "gstMinor" bigint)
          where exists (select from provided)
        ), l as (
          insert into order_lines (id, order_id, delivery_id, goes_with, position, variant_id, slug, name, variant_name, kind, tint, picture, purchase,
            quantity, unit_price_minor, total_minor, discount_minor, gst_minor)
          select id, ${order.id}, "deliveryId", "goesWith", position, "variantId", slug, name, "variantName", kind, tint, picture, purchase, quantity,
            "unitPriceMinor", "totalMinor", "discountMinor", "gstMinor"
          from jsonb_to_recordset(${recordset(lines.map((line, position) => ({ ...line, position })))}) as r (id text, "deliveryId" text, "goesWith" text,
            position int, "variantId" text, slug text, name text, "variantName" text, kind text, tint text, picture jsonb, purchase text, quantity int,
            "unitPriceMinor" bigint, "totalMinor" bigint, "discountMinor" bigint, "gstMinor" bigint)
          where exists (select from provided)
        ), s as (
          insert into order_stock (order_id, item_id, quantity)
          select ${order.id}, "itemId", quantity from jsonb_to_recordset(${recordset(stock)}) as r ("itemId" text, quantity int)
          where exists (select from provided)
        )
        insert into order_events (order_id, at, kind, who)
        select ${order.id}, ${order.placedAt}::timestamptz, 'placed', ${placedBy}
        where case when exists (select from provided) then true else ${tx.isSentAtOnce ? sql`undo_all()` : sql`false`} end returning id`,
  )
  return written.length === 1
}
