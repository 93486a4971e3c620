import type { AccountId, NoteId, OrderId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export async function countNotes(db: Db, orderId: OrderId): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*)::int as count from order_notes where order_id = ${orderId}`,
  )
  return row!.count
}

export interface NewNote {
  readonly id: NoteId
  readonly orderId: OrderId
  readonly accountId: AccountId
  readonly who: string
  readonly text: string
  readonly at: Temporal.Instant
}

export async function insertNote(tx: Tx, { id, orderId, accountId, who, text, at }: NewNote): Promise<void> {
  await rows(
    tx,
    sql`insert into order_notes (id, order_id, account_id, who, text, at)
        values (${id}, ${orderId}, ${accountId}, ${who}, ${text}, ${at.toString()}::timestamptz)`,
  )
}

/** Who wrote a note of an order. */
export async function findNoteWriter(
  db: Db,
  { orderId, noteId }: { orderId: OrderId; noteId: NoteId },
): Promise<AccountId | undefined> {
  const row = await firstRow<{ accountId: AccountId }>(
    db,
    sql`select account_id as "accountId" from order_notes where id = ${noteId} and order_id = ${orderId}`,
  )
  return row?.accountId
}

export async function deleteNote(tx: Tx, id: NoteId): Promise<void> {
  await rows(tx, sql`delete from order_notes where id = ${id}`)
}
