import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { GiftCardId, OrderId } from '@flora/contract/ids.ts'
import type { GiftCardLedger } from '@flora/contract/promotions-desk.ts'
import { type Db, firstRow, rows, type Tx } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'
import { deskPageSize } from './promotion-queries.ts'

export interface CardRecord {
  readonly id: GiftCardId
  readonly ending: string
  readonly balanceMinor: number
  readonly issuedMinor: number
  readonly expiresDay: ShopDay | null
  readonly active: boolean
}

const columns: SQL = sql`card.id, card.ending, card.balance_minor as "balanceMinor", card.expires_day as "expiresDay", card.active,
  (select coalesce(sum(amount_minor), 0) from gift_card_entries e where e.gift_card_id = card.id and e.reason = 'issued')::bigint as "issuedMinor"`

/** A page of gift cards, the one that was issued last first; by the end of a code or the hash of the whole. */
export function listCards(
  db: Db,
  { ending, hash, page }: { ending: string | undefined; hash: string | undefined; page: number },
): Promise<(CardRecord & { total: number })[]> {
  return rows(
    db,
    sql`
      select ${columns}, count(*) over ()::int as total from gift_cards card
      where true ${ending === undefined ? sql`` : sql`and (ending = ${ending} or code_hash = ${hash})`}
      order by (select min(e.at) from gift_card_entries e where e.gift_card_id = card.id) desc nulls last, card.id desc limit ${deskPageSize} offset ${(page - 1) * deskPageSize}`,
  )
}

export function findCard(db: Db, id: GiftCardId): Promise<CardRecord | undefined> {
  return firstRow(db, sql`select ${columns} from gift_cards card where card.id = ${id}`)
}

/** A card while nobody spends from it. */
export async function lockCard(tx: Tx, id: GiftCardId): Promise<CardRecord | undefined> {
  const there = await firstRow(tx, sql`select from gift_cards where id = ${id} for update`)
  return there ? findCard(tx, id) : undefined
}

export interface EntryRecord {
  readonly at: string
  readonly amountMinor: number
  /** After it. */
  readonly balanceMinor: number
  readonly reason: GiftCardLedger['entries'][number]['reason']
  readonly who: string | null
  readonly note: string | null
  readonly orderId: OrderId | null
  readonly orderNumber: string | null
}

/** The ledger, oldest first. */
export function listEntries(db: Db, id: GiftCardId): Promise<EntryRecord[]> {
  return rows(
    db,
    sql`
      select e.at, e.amount_minor as "amountMinor", sum(e.amount_minor) over (order by e.id)::bigint as "balanceMinor", e.reason, e.who, e.note,
        orders.id as "orderId", orders.number as "orderNumber"
      from gift_card_entries e left join orders on orders.id = e.order_id
      where e.gift_card_id = ${id} order by e.id limit 10000`,
  )
}

/** The card of an entry that was written under this key. */
export async function findCardByKey(tx: Tx, key: string): Promise<GiftCardId | undefined> {
  const found = await firstRow<{ id: GiftCardId }>(
    tx,
    sql`select gift_card_id as id from gift_card_entries where key = ${key}::uuid`,
  )
  return found?.id
}

export async function insertCard(
  tx: Tx,
  card: { id: GiftCardId; hash: string; ending: string; expiresDay: ShopDay | null },
): Promise<void> {
  await rows(
    tx,
    sql`insert into gift_cards (id, code_hash, ending, balance_minor, expires_day) values (${card.id}, ${card.hash}, ${card.ending}, 0, ${card.expiresDay}::date)`,
  )
}

export interface NewEntry {
  readonly id: GiftCardId
  readonly amountMinor: number
  readonly reason: 'issued' | 'adjusted' | 'voided'
  readonly who: string
  readonly note: string
  readonly key: string | null
  readonly at: Temporal.Instant
}

/** Moves a card's balance and writes it into its ledger, in one statement. The balance never goes below nothing: the database says so. */
export async function insertEntry(tx: Tx, { id, amountMinor, reason, who, note, key, at }: NewEntry): Promise<void> {
  await rows(
    tx,
    sql`
      with card as (update gift_cards set balance_minor = balance_minor + ${amountMinor}::bigint where id = ${id} returning id)
      insert into gift_card_entries (gift_card_id, amount_minor, reason, who, note, key, at)
      select id, ${amountMinor}::bigint, ${reason}, ${who}, ${note}, ${key}::uuid, ${at.toString()}::timestamptz from card`,
  )
}

export async function markVoid(tx: Tx, id: GiftCardId): Promise<void> {
  await rows(tx, sql`update gift_cards set active = false where id = ${id}`)
}
