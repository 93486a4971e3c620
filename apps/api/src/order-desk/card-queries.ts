import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { DeliveryId, OrderId, WindowId, ZoneId } from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { Suspect } from './risk.ts'

/** A delivery as the board shows it, still as it lies in the tables. */
export interface CardRow extends Suspect {
  readonly deliveryId: DeliveryId
  readonly orderId: OrderId
  readonly number: string
  readonly method: DeliveryMethod
  readonly windowId: WindowId
  readonly windowName: string
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly recipientName: string
  readonly recipientPhone: string
  readonly buyerName: string
  readonly currency: Currency
  readonly name: string | null
  readonly variantName: string | null
  readonly pieces: number
  readonly isCardPrinted: boolean
}

// A card of fewer letters fits whatever they are: fourteen lines of the widest.
const shortCard = 200

/** Columns of a card, of a delivery `d` and its order `o`. Whatever is looked up here is looked up for the few that are shown. */
export const cardColumns: SQL = sql`d.id as "deliveryId", d.order_id as "orderId", o.number, d.status, d.method, d.day,
  d.window_id as "windowId", d.window_name as "windowName", d.window_starts as "windowStarts", d.window_ends as "windowEnds",
  d.zone_id as "zoneId", (select name from zones where id = d.zone_id) as "zoneName",
  d.recipient_name as "recipientName", d.recipient_phone as "recipientPhone", d.line1, d.line2, d.suburb, d.postcode,
  o.buyer_name as "buyerName", o.currency, d.bench_minutes as "benchMinutes", o.due_minor as "dueMinor",
  d.card_printed_at is not null as "isCardPrinted", d.substitution,
  case when char_length(d.card_message) > ${sql.raw(String(shortCard))} or d.card_message like '%' || chr(10) || '%' then d.card_message else '' end as "longCard",
  exists (select from postcodes p where p.postcode = d.postcode and lower(p.suburb) = lower(d.suburb)) as "isKnownPlace",
  exists (select from order_stock s join stock_items i on i.item_id = s.item_id where s.order_id = d.order_id and i.taken > i.on_hand) as "isShort",
  lines.name, lines.variant_name as "variantName", coalesce(lines.pieces, 0) as pieces`

/** Looks at a delivery's lines, by their order. */
export const withLines: SQL = sql`cross join lateral (
    select (array_agg(l.name order by l.position))[1] as name, (array_agg(l.variant_name order by l.position))[1] as variant_name,
      sum(l.quantity)::int as pieces
    from order_lines l where l.order_id = d.order_id and l.delivery_id = d.id
  ) as lines`
