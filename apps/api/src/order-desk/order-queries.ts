import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ProductKind } from '@flora/contract/catalog.ts'
import type { RefundWay } from '@flora/contract/desk-order.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type {
  AccountId,
  DeliveryId,
  EmailId,
  LineId,
  NoteId,
  OccurrenceId,
  OrderId,
  RefundId,
  StemId,
  SubscriptionId,
  VariantId,
  WindowId,
  ZoneId,
} from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** What the desk knows of an order beside what its buyer sees. */
export interface DeskRecord {
  readonly id: OrderId
  readonly currency: Currency
  readonly timeZone: string
  readonly occurrenceId: OccurrenceId | null
  readonly subscriptionId: SubscriptionId | null
  readonly account: { id: AccountId; name: string } | null
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly inShopMinor: number
  readonly inShopRefundedMinor: number
  readonly dueMinor: number
  readonly giftCardMinor: number
  readonly giftCardReturnedMinor: number
  readonly deliveries: readonly DeskDeliveryRecord[]
  readonly lines: readonly DeskLineRecord[]
  readonly refunds: readonly {
    id: RefundId
    amountMinor: number
    way: RefundWay
    state: 'wanted' | 'pending' | 'succeeded' | 'failed'
    reason: string
    note: string
    who: string
    at: string
  }[]
  readonly notes: readonly { id: NoteId; accountId: AccountId; who: string; text: string; at: string }[]
  readonly letters: readonly DeskLetterRecord[]
  /** Names of the accounts that did something to it, by id. */
  readonly people: Readonly<Record<string, string>>
}

export interface DeskDeliveryRecord {
  readonly id: DeliveryId
  readonly method: DeliveryMethod
  readonly windowId: WindowId
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly benchMinutes: number
  readonly cutOffAt: string
  readonly cardPrintedAt: string | null
  readonly feeMinor: number
  readonly surgeMinor: number
  readonly discountMinor: number
  readonly refundedMinor: number
  readonly isKnownPlace: boolean
  readonly isShort: boolean
}

export interface DeskLineRecord {
  readonly id: LineId
  readonly deliveryId: DeliveryId
  readonly variantId: VariantId
  readonly kind: ProductKind
  readonly totalMinor: number
  readonly discountMinor: number
  readonly refundedMinor: number
  readonly recipe: readonly { stemId: StemId; name: string; count: number }[]
}

export interface DeskLetterRecord {
  readonly id: EmailId
  readonly once: string
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  readonly createdAt: string
  readonly sentAt: string | null
  readonly notNeededAt: string | null
}

// What anybody reads on one page; an order with more has been through more than orders go through.
const mostLetters = 60

/** One statement, whatever the order has been through. */
export function findDeskRecord(db: Db, id: OrderId): Promise<DeskRecord | undefined> {
  return firstRow(
    db,
    sql`select o.id, o.currency, shop.time_zone as "timeZone", o.occurrence_id as "occurrenceId",
          (select subscription_id from occurrences where id = o.occurrence_id) as "subscriptionId",
          (select json_build_object('id', a.id, 'name', a.name) from accounts a where a.id = o.account_id) as account,
          o.paid_minor as "paidMinor", o.refunded_minor as "refundedMinor", o.in_shop_minor as "inShopMinor",
          o.in_shop_refunded_minor as "inShopRefundedMinor", o.due_minor as "dueMinor", o.gift_card_minor as "giftCardMinor",
          o.gift_card_returned_minor as "giftCardReturnedMinor",
          (select coalesce(json_agg(json_build_object('id', d.id, 'method', d.method, 'windowId', d.window_id, 'zoneId', d.zone_id, 'zoneName', z.name,
               'benchMinutes', d.bench_minutes, 'cutOffAt', d.cut_off_at, 'cardPrintedAt', d.card_printed_at, 'feeMinor', d.fee_minor,
               'surgeMinor', d.surge_minor, 'discountMinor', d.discount_minor, 'refundedMinor', d.refunded_minor,
               'isKnownPlace', exists (select from postcodes p where p.postcode = d.postcode and lower(p.suburb) = lower(d.suburb)),
               'isShort', exists (select from order_stock s join stock_items i on i.item_id = s.item_id where s.order_id = o.id and i.taken > i.on_hand))
               order by d.position), '[]')
             from order_deliveries d join zones z on z.id = d.zone_id where d.order_id = o.id) as deliveries,
          (select coalesce(json_agg(json_build_object('id', l.id, 'deliveryId', l.delivery_id, 'variantId', l.variant_id, 'kind', l.kind,
               'totalMinor', l.total_minor, 'discountMinor', l.discount_minor, 'refundedMinor', l.refunded_minor,
               'recipe', (select coalesce(json_agg(json_build_object('stemId', r.stem_id, 'name', s.name, 'count', r.quantity) order by r.position), '[]')
                  from recipe_stems r join stems s on s.id = r.stem_id where r.variant_id = l.variant_id)) order by l.position), '[]')
             from order_lines l where l.order_id = o.id) as lines,
          (select coalesce(json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor, 'way', r.way, 'state', r.state, 'reason', r.reason,
               'note', r.note, 'who', r.who, 'at', r.created_at) order by r.created_at, r.id), '[]') from refunds r where r.order_id = o.id) as refunds,
          (select coalesce(json_agg(json_build_object('id', n.id, 'accountId', n.account_id, 'who', n.who, 'text', n.text, 'at', n.at) order by n.at, n.id), '[]')
             from order_notes n where n.order_id = o.id) as notes,
          (select coalesce(json_agg(json_build_object('id', e.id, 'once', e.once, 'kind', e.kind, 'recipient', e.recipient, 'subject', e.subject,
               'createdAt', e.created_at, 'sentAt', e.sent_at, 'notNeededAt', e.not_needed_at) order by e.created_at, e.id), '[]')
             from (select * from emails where order_id = o.id order by created_at desc limit ${mostLetters}::int) as e) as letters,
          (select coalesce(json_object_agg(a.id, a.name), '{}') from accounts a
             where a.id in (select v.who from order_events v where v.order_id = o.id union select r.who from refunds r where r.order_id = o.id)) as people
        from orders o cross join shop where o.id = ${id}`,
  )
}

/** The days of an order's deliveries. */
export async function listDaysOf(db: Db, orderId: OrderId): Promise<ShopDay[]> {
  const found = await rows<{ day: ShopDay }>(
    db,
    sql`select distinct day from order_deliveries where order_id = ${orderId} order by day`,
  )
  return found.map(({ day }) => day)
}
