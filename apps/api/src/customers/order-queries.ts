import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Substitution } from '@flora/contract/cart.ts'
import type { Picture, Tint } from '@flora/contract/catalog.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { AccountId, DeliveryId, LineId, OrderId, VariantId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** An order as a line of the history. Instants as PostgreSQL writes them. */
export interface PastOrder {
  readonly id: OrderId
  readonly number: string
  readonly link: string
  readonly status: OrderStatus
  readonly placedAt: string
  readonly totalMinor: number
  readonly currency: Currency
  readonly count: number
  readonly pictures: readonly { picture: Picture; tint: Tint; name: string }[]
  readonly deliveries: readonly {
    id: DeliveryId
    status: OrderStatus
    method: DeliveryMethod
    day: ShopDay
    recipient: string
    suburb: string
  }[]
}

/** Where a page of the history begins: after this order. */
export interface HistoryPlace {
  readonly id: OrderId
  readonly placedAt: string
}

/** The place of one of her orders in her history; somebody else's order has none. */
export function findHistoryPlace(db: Db, accountId: AccountId, id: OrderId): Promise<HistoryPlace | undefined> {
  return firstRow(
    db,
    sql`select id, placed_at as "placedAt" from orders where account_id = ${accountId} and id = ${id}`,
  )
}

// A delivery of a subscription is an order from the day its places are taken. It is history when it is paid; a surprise when it is there.
const isHersToSee = sql`(o.occurrence_id is null or (o.confirmed_at is not null and (o.status = 'DELIVERED'
  or not exists (select from order_lines s where s.order_id = o.id and s.purchase = 'surprise'))))`

/** Orders of an account, newest first. The index on account and time gives them in this order. */
export function listPastOrders(
  db: Db,
  { accountId, after, limit }: { accountId: AccountId; after: HistoryPlace | undefined; limit: number },
): Promise<PastOrder[]> {
  const page = after ? sql`and (o.placed_at, o.id) < (${after.placedAt}::timestamptz, ${after.id})` : sql``
  return rows(
    db,
    sql`with page as materialized (
          select id, number, link, status, placed_at, total_minor, currency from orders o
          where o.account_id = ${accountId} and ${isHersToSee} ${page} order by o.placed_at desc, o.id desc limit ${limit}
        )
        select o.id, o.number, o.link, o.status, o.placed_at as "placedAt", o.total_minor as "totalMinor", o.currency,
          (select coalesce(sum(l.quantity), 0)::int from order_lines l where l.order_id = o.id and l.purchase <> 'prepaid') as count,
          (select coalesce(jsonb_agg(jsonb_build_object('picture', l.picture, 'tint', l.tint, 'name', l.name) order by l.position), '[]')
             from (select * from order_lines where order_id = o.id and goes_with is null order by position limit 3) l) as pictures,
          (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'status', d.status, 'method', d.method, 'day', d.day,
               'recipient', d.recipient_name, 'suburb', d.suburb) order by d.position), '[]')
             from order_deliveries d where d.order_id = o.id) as deliveries
        from page o order by o.placed_at desc, o.id desc`,
  )
}

/** An order of hers as far as it can be had again. */
export interface RepeatableOrder {
  readonly deliveries: readonly {
    id: DeliveryId
    name: string
    phone: string
    line1: string
    line2: string
    suburb: string
    postcode: string
    instructions: string
    anonymous: boolean
    substitution: Substitution
  }[]
  readonly lines: readonly {
    id: LineId
    deliveryId: DeliveryId
    goesWith: LineId | null
    variantId: VariantId
    name: string
    variantName: string
    quantity: number
  }[]
}

export function findRepeatableOrder(db: Db, accountId: AccountId, link: string): Promise<RepeatableOrder | undefined> {
  return firstRow(
    db,
    sql`select
          (select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.recipient_name, 'phone', d.recipient_phone, 'line1', d.line1, 'line2', d.line2,
               'suburb', d.suburb, 'postcode', d.postcode, 'instructions', d.instructions, 'anonymous', d.anonymous,
               'substitution', d.substitution) order by d.position)
             from order_deliveries d where d.order_id = o.id) as deliveries,
          (select jsonb_agg(jsonb_build_object('id', l.id, 'deliveryId', l.delivery_id, 'goesWith', l.goes_with, 'variantId', l.variant_id,
               'name', l.name, 'variantName', l.variant_name, 'quantity', l.quantity) order by l.position)
             from order_lines l where l.order_id = o.id and l.purchase <> 'prepaid') as lines
        from orders o where o.link = ${link} and o.account_id = ${accountId}`,
  )
}

/** An order of hers, as much as paying it needs. */
export interface OrderToPay {
  readonly id: OrderId
  readonly status: OrderStatus
  readonly places: 'held' | 'kept' | 'released'
  readonly holdUntil: string
  readonly toPayMinor: number
  readonly currency: Currency
  readonly intentId: string | null
}

export function findOrderToPay(db: Db, accountId: AccountId, link: string): Promise<OrderToPay | undefined> {
  return firstRow(
    db,
    sql`select o.id, o.status, o.places, o.hold_until as "holdUntil", o.to_pay_minor as "toPayMinor", o.currency, p.intent_id as "intentId"
        from orders o left join payments p on p.order_id = o.id where o.link = ${link} and o.account_id = ${accountId}`,
  )
}

/** Makes the orders of an address that are nobody's an account's; says how many. An erased account takes none. */
export async function saveOwner(tx: Tx, accountId: AccountId, email: string): Promise<number> {
  const claimed = await rows(
    tx,
    // Behind the account's lock: one that is just being erased takes nothing any more.
    sql`with owner as materialized (select id from accounts where id = ${accountId} and erased_at is null for no key update)
        update orders set account_id = owner.id from owner where lower(buyer_email) = lower(${email}) and account_id is null returning orders.id`,
  )
  return claimed.length
}
