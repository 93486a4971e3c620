import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, DraftOrderId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface DraftRow {
  readonly id: DraftOrderId
  readonly who: string
  readonly createdAt: string
  readonly changedAt: string
}

export async function insertDraft(
  tx: Tx,
  draft: { id: DraftOrderId; accountId: AccountId; who: string; tokenHash: string; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into draft_orders (id, account_id, who, token_hash, created_at)
        values (${draft.id}, ${draft.accountId}, ${draft.who}, ${draft.tokenHash}, ${draft.at.toString()}::timestamptz)`,
  )
}

/** A draft, placed ones too: whoever presses twice finds what became of it. */
export function findDraft(db: Db, id: DraftOrderId): Promise<(DraftRow & { isPlaced: boolean }) | undefined> {
  return firstRow(
    db,
    sql`select d.id, d.who, d.created_at as "createdAt", coalesce(c.updated_at, d.created_at) as "changedAt", d.placed_at is not null as "isPlaced"
        from draft_orders d left join carts c on c.token_hash = d.token_hash where d.id = ${id}`,
  )
}

export interface ListedDraft extends DraftRow {
  readonly buyerName: string | null
  readonly lines: number
  readonly day: ShopDay | null
}

export function listOpenDrafts(db: Db, most: number): Promise<ListedDraft[]> {
  return rows(
    db,
    sql`select d.id, d.who, d.created_at as "createdAt", coalesce(c.updated_at, d.created_at) as "changedAt",
          c.document -> 'buyer' ->> 'name' as "buyerName", coalesce(jsonb_array_length(c.document -> 'lines'), 0) as lines,
          (select min(delivery ->> 'day') from jsonb_array_elements(coalesce(c.document -> 'deliveries', '[]')) as delivery) as day
        from draft_orders d left join carts c on c.token_hash = d.token_hash
        where d.placed_at is null order by d.created_at desc limit ${most}::int`,
  )
}

export async function markDraftPlaced(tx: Tx, id: DraftOrderId, at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`with cart as (delete from carts where token_hash = (select token_hash from draft_orders where id = ${id}))
        update draft_orders set placed_at = ${at.toString()}::timestamptz where id = ${id} and placed_at is null`,
  )
}

/** Throws a draft and its cart away. */
export async function deleteDraft(tx: Tx, id: DraftOrderId): Promise<void> {
  await rows(
    tx,
    sql`with cart as (delete from carts where token_hash = (select token_hash from draft_orders where id = ${id} and placed_at is null))
        delete from draft_orders where id = ${id} and placed_at is null`,
  )
}
