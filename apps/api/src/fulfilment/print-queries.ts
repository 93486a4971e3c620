import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CardLayout, PackPart, PrintedField } from '@flora/contract/fulfilment.ts'
import type { AccountId, DeliveryId, OrderId, PrintId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { inPack } from './pack-queries.ts'

export interface PrintRecord {
  readonly id: PrintId
  readonly day: ShopDay
  readonly part: PackPart
  readonly cards: CardLayout
  readonly at: string
  readonly who: string
  readonly deliveries: number
  readonly isReprint: boolean
  readonly frozen: number
}

export function listPrints(db: Db, day: ShopDay, limit: number): Promise<PrintRecord[]> {
  return rows<PrintRecord>(db, sql`${prints} where p.day = ${day}::date order by p.at desc, p.id desc limit ${limit}`)
}

export function findPrint(db: Db, id: string): Promise<PrintRecord | undefined> {
  return firstRow<PrintRecord>(db, sql`${prints} where p.id = ${id}`)
}

export function findPrintByKey(db: Db, key: string): Promise<PrintRecord | undefined> {
  return firstRow<PrintRecord>(db, sql`${prints} where p.key = ${key}::uuid`)
}

const prints = sql`select p.id, p.day, p.part, p.cards, p.at, p.who, p.is_reprint as "isReprint", p.frozen,
    (select count(*)::int from day_print_deliveries e where e.print_id = p.id) as deliveries from day_prints p`

export async function listPrintedIds(db: Db, id: PrintId): Promise<DeliveryId[]> {
  const found = await rows<{ id: DeliveryId }>(
    db,
    sql`select delivery_id as id from day_print_deliveries where print_id = ${id}`,
  )
  return found.map((row) => row.id)
}

/** Locks orders in the order of their ids, as everybody does who locks several. */
export async function lockOrders(tx: Tx, ids: readonly OrderId[]): Promise<void> {
  await rows(tx, sql`select id from orders where id = any(${list(ids, 'text')}) order by id for update`)
}

/** From now on the words of these cards stand; says of how many that was not so yet. */
export async function markCardsPrinted(tx: Tx, ids: readonly DeliveryId[], at: Temporal.Instant): Promise<number> {
  const frozen = await rows(
    tx,
    sql`update order_deliveries set card_printed_at = ${at.toString()}::timestamptz
        where id = any(${list(ids, 'text')}) and card_printed_at is null returning id`,
  )
  return frozen.length
}

export interface NewPrint {
  readonly id: PrintId
  readonly key: string
  readonly day: ShopDay
  readonly part: PackPart
  readonly cards: CardLayout
  readonly at: Temporal.Instant
  readonly accountId: AccountId
  readonly who: string
  readonly frozen: number
  readonly deliveryIds: readonly DeliveryId[]
}

/** Writes a print down with what it says of each delivery, and a word in each order's history. Once for its key. */
export async function insertPrint(tx: Tx, print: NewPrint): Promise<boolean> {
  const written = await rows(
    tx,
    sql`with print as (
          insert into day_prints (id, key, day, part, cards, at, account_id, who, is_reprint, frozen)
          select ${print.id}, ${print.key}::uuid, ${print.day}::date, ${print.part}, ${print.cards}, ${print.at.toString()}::timestamptz, ${print.accountId},
            ${print.who}, exists (select from day_prints p where p.day = ${print.day}::date and p.part in (${print.part}, 'whole')), ${print.frozen}
          on conflict (key) do nothing returning id
        ), said as (
          insert into day_print_deliveries (print_id, delivery_id, fields)
          select print.id, d.id, ${fields} from print, order_deliveries d where d.id = any(${list(print.deliveryIds, 'text')})
        ), told as (
          insert into order_events (order_id, delivery_id, at, kind, who, detail)
          select d.order_id, d.id, ${print.at.toString()}::timestamptz, 'printed', ${print.accountId}, jsonb_build_object('part', ${print.part}::text, 'print', print.id)
          from print, order_deliveries d where d.id = any(${list(print.deliveryIds, 'text')})
        )
        select id from print`,
  )
  return written.length === 1
}

// What papers say of a delivery, a hash a field.
const fields: SQL = sql`jsonb_build_object(
    'recipient', md5(d.recipient_name || '/' || d.recipient_phone), 'address', md5(concat_ws('/', d.line1, d.line2, d.suburb, d.postcode)),
    'window', md5(d.day || '/' || d.window_starts || '/' || d.window_ends), 'card', md5(d.card_message), 'instructions', md5(d.instructions || d.anonymous),
    'bouquets', md5(d.substitution || coalesce((select string_agg(l.variant_id || '*' || l.quantity, '/' order by l.position, l.id)
      from order_lines l where l.order_id = d.order_id and l.delivery_id = d.id), '')),
    'stop', md5(coalesce((select r.number || '/' || s.position || '/' || coalesce(r.driver_id, '') from stops s join runs r on r.id = s.run_id
      where s.delivery_id = d.id and r.day = d.day), '')))`

export interface ChangeRecord {
  readonly orderId: OrderId
  readonly number: string
  readonly deliveryId: DeliveryId
  readonly kind: 'new' | 'changed' | 'gone'
  readonly fields: PrintedField[]
}

/** What differs from the work sheets that were printed last, delivery by delivery; nothing as long as none was printed. */
export function listChanges(db: Db, day: ShopDay, limit: number): Promise<ChangeRecord[]> {
  return rows<ChangeRecord>(
    db,
    sql`with printed as (
          select distinct on (e.delivery_id) e.delivery_id, e.fields from day_prints p join day_print_deliveries e on e.print_id = p.id
          where p.day = ${day}::date and p.part in ('whole', 'work-sheets') order by e.delivery_id, p.at desc, p.id desc
        ), now as (
          select d.id, ${fields} as fields from order_deliveries d where d.day = ${day}::date and ${inPack} and exists (select from printed)
        ), seen as (
          select coalesce(printed.delivery_id, now.id) as id,
            case when printed.delivery_id is null then 'new' when now.id is null then 'gone' else 'changed' end as kind,
            case when printed.fields is not null and now.fields is not null then
              (select coalesce(jsonb_agg(key order by key), '[]') from jsonb_each_text(now.fields) where printed.fields ->> key is distinct from value) else '[]' end as fields
          from printed full join now on now.id = printed.delivery_id
        )
        select d.order_id as "orderId", o.number, d.id as "deliveryId", seen.kind, seen.fields
        from seen join order_deliveries d on d.id = seen.id join orders o on o.id = d.order_id
        where seen.kind <> 'changed' or seen.fields <> '[]' order by o.number, d.id limit ${limit}`,
  )
}
