import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Picture } from '@flora/contract/catalog.ts'
import type { Substitution } from '@flora/contract/cart.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { DeliveryId, OrderId, StemId, VariantId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'

/** A delivery as its papers need it. */
export interface PackDelivery {
  readonly deliveryId: DeliveryId
  readonly orderId: OrderId
  readonly number: string
  readonly method: DeliveryMethod
  readonly day: ShopDay
  readonly zoneName: string
  readonly windowStarts: string
  readonly windowEnds: string
  readonly recipientName: string
  readonly recipientPhone: string
  readonly line1: string
  readonly line2: string
  readonly suburb: string
  readonly postcode: string
  readonly instructions: string
  readonly cardMessage: string
  readonly cardIsFrozen: boolean
  readonly anonymous: boolean
  readonly substitution: Substitution
  readonly benchMinutes: number
  readonly runNumber: number | null
  readonly driverName: string | null
  /** 1 for the first stop of its run. */
  readonly stop: number | null
  readonly lines: readonly PackLine[]
}

export interface PackLine {
  readonly variantId: VariantId
  readonly name: string
  readonly variantName: string
  readonly kind: string
  readonly quantity: number
  readonly picture: Picture
  readonly stems: readonly { stemId: StemId; name: string; quantity: number }[]
}

/** What is to be made for a day: paid, and not called off. */
export const inPack = sql`d.status in ('CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED')`

/** Which deliveries of a day papers are drawn of: all, or some. */
export interface PackOf {
  readonly day: ShopDay
  readonly deliveryIds?: readonly DeliveryId[] | undefined
}

function whichOf({ day, deliveryIds }: PackOf): SQL {
  return deliveryIds
    ? sql`d.day = ${day}::date and d.id = any(${list(deliveryIds, 'text')}) and ${inPack}`
    : sql`d.day = ${day}::date and ${inPack}`
}

/** The ids of a day's deliveries in the order in which they leave the shop. */
export async function listPackIds(db: Db, of: PackOf): Promise<DeliveryId[]> {
  const found = await rows<{ id: DeliveryId }>(
    db,
    sql`select d.id from order_deliveries d join zones z on z.id = d.zone_id left join stops s on s.delivery_id = d.id
          left join runs r on r.id = s.run_id and r.day = d.day
        where ${whichOf(of)}
        order by d.window_ends, d.window_starts, r.number nulls last, case when r.id is not null then s.position end, z.position, d.postcode, d.id`,
  )
  return found.map((row) => row.id)
}

/** Deliveries by their ids, in that order. */
export function listPackDeliveries(db: Db, ids: readonly DeliveryId[]): Promise<PackDelivery[]> {
  return rows<PackDelivery>(
    db,
    sql`select d.id as "deliveryId", d.order_id as "orderId", o.number, d.method, d.day, z.name as "zoneName", d.window_starts as "windowStarts",
          d.window_ends as "windowEnds", d.recipient_name as "recipientName", d.recipient_phone as "recipientPhone", d.line1, d.line2, d.suburb, d.postcode,
          d.instructions, d.card_message as "cardMessage", d.card_printed_at is not null as "cardIsFrozen", d.anonymous, d.substitution,
          d.bench_minutes as "benchMinutes", r.number as "runNumber", a.name as "driverName",
          case when r.id is not null then (select count(*)::int from stops e where e.run_id = r.id and e.position <= s.position) end as stop,
          (select coalesce(jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'name', l.name, 'variantName', l.variant_name, 'kind', l.kind,
               'quantity', l.quantity, 'picture', l.picture, 'stems',
               (select coalesce(jsonb_agg(jsonb_build_object('stemId', t.id, 'name', t.name, 'quantity', q.quantity) order by q.position), '[]')
                  from recipe_stems q join stems t on t.id = q.stem_id where q.variant_id = l.variant_id)) order by l.position), '[]')
             from order_lines l where l.order_id = d.order_id and l.delivery_id = d.id) as lines
        from unnest(${list(ids, 'text')}) with ordinality as wanted (id, place)
          join order_deliveries d on d.id = wanted.id join orders o on o.id = d.order_id join zones z on z.id = d.zone_id
          left join stops s on s.delivery_id = d.id left join runs r on r.id = s.run_id and r.day = d.day left join accounts a on a.id = r.driver_id
        order by wanted.place`,
  )
}

/** Those of a day that go by van, run by run and stop by stop; those without a run come last. */
export async function listRunSheetIds(db: Db, of: PackOf): Promise<{ id: DeliveryId; runNumber: number | null }[]> {
  return rows(
    db,
    sql`select d.id, r.number as "runNumber" from order_deliveries d join zones z on z.id = d.zone_id left join stops s on s.delivery_id = d.id
          left join runs r on r.id = s.run_id and r.day = d.day
        where ${whichOf(of)} and d.method <> 'pick-up'
        order by r.number nulls last, case when r.id is not null then s.position end, d.window_ends, d.window_starts, z.position, d.postcode, d.id`,
  )
}

/** Their ids and cards, for whoever decides whether and what to print. */
export function listPackCards(
  db: Db,
  of: PackOf,
): Promise<{ deliveryId: DeliveryId; orderId: OrderId; number: string; cardMessage: string; isFrozen: boolean }[]> {
  return rows(
    db,
    sql`select d.id as "deliveryId", d.order_id as "orderId", o.number, d.card_message as "cardMessage", d.card_printed_at is not null as "isFrozen"
        from order_deliveries d join orders o on o.id = d.order_id where ${whichOf(of)} order by d.order_id, d.id`,
  )
}

/** What is tied on a day, each kind once, the most frequent first. */
export function listPackBouquets(db: Db, of: PackOf): Promise<PackLine[]> {
  return rows<PackLine>(
    db,
    sql`with tied as (
          select l.variant_id, max(l.name) as name, max(l.variant_name) as variant_name, max(l.kind) as kind, sum(l.quantity)::int as quantity,
            (array_agg(l.picture order by l.id desc))[1] as picture
          from order_deliveries d join order_lines l on l.order_id = d.order_id and l.delivery_id = d.id
          where ${whichOf(of)} group by l.variant_id
        )
        select variant_id as "variantId", name, variant_name as "variantName", kind, quantity, picture,
          (select coalesce(jsonb_agg(jsonb_build_object('stemId', t.id, 'name', t.name, 'quantity', q.quantity) order by q.position), '[]')
             from recipe_stems q join stems t on t.id = q.stem_id where q.variant_id = tied.variant_id) as stems
        from tied order by kind = 'add-on', quantity desc, name, variant_name, variant_id`,
  )
}

export interface PackCounts {
  readonly deliveries: number
  readonly orders: number
  readonly benchMinutes: number
  readonly withoutRun: number
}

export async function countPack(db: Db, of: PackOf): Promise<PackCounts> {
  const row = await firstRow<PackCounts>(
    db,
    sql`select count(*)::int as deliveries, count(distinct d.order_id)::int as orders, coalesce(sum(d.bench_minutes), 0)::int as "benchMinutes",
          count(*) filter (where d.method <> 'pick-up' and r.id is null)::int as "withoutRun"
        from order_deliveries d left join stops s on s.delivery_id = d.id left join runs r on r.id = s.run_id and r.day = d.day where ${whichOf(of)}`,
  )
  return row!
}

/** Which orders a bouquet of the day is in. */
export function listOrdersOfBouquet(
  db: Db,
  of: PackOf,
  variantId: VariantId,
): Promise<
  { number: string; windowStarts: string; windowEnds: string; quantity: number; substitution: Substitution }[]
> {
  return rows(
    db,
    sql`select o.number, d.window_starts as "windowStarts", d.window_ends as "windowEnds", sum(l.quantity)::int as quantity, d.substitution
        from order_deliveries d join orders o on o.id = d.order_id join order_lines l on l.order_id = d.order_id and l.delivery_id = d.id
        where ${whichOf(of)} and l.variant_id = ${variantId}
        group by d.id, o.number order by d.window_ends, d.window_starts, o.number, d.id`,
  )
}
