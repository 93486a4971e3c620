import type { EmailId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface AccountEmail {
  readonly id: EmailId
  readonly once: string
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly at: Temporal.Instant
  /** After this it need not be sent any more. */
  readonly goodUntil: Temporal.Instant | null
}

/** Writes letters of accounts down, but those whose key one stands under already; gives the ids of what it wrote. */
export async function insertAccountEmails(tx: Tx, emails: readonly AccountEmail[]): Promise<EmailId[]> {
  const records = emails.map(({ at, goodUntil, ...email }) => ({
    ...email,
    at: at.toString(),
    goodUntil: goodUntil?.toString() ?? null,
  }))
  const written = await rows<{ id: EmailId }>(
    tx,
    sql`insert into emails (id, once, kind, recipient, subject, html, body, created_at, good_until)
        select id, once, kind, recipient, subject, html, text, at, "goodUntil"
        from jsonb_to_recordset(${recordset(records)}) as mail (id text, once text, kind text, recipient text, subject text, html text, text text,
          at timestamptz, "goodUntil" timestamptz)
        order by once on conflict (once) do nothing returning id`,
  )
  return written.map(({ id }) => id)
}

/** Lets those who write letters of one kind to an address take turns, so that each counts the one before. */
export async function lockLettersTo(tx: Tx, { recipient, kind }: { recipient: string; kind: string }): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${kind} || ' ' || lower(${recipient}), 0))`)
}

/** How many letters of one kind an address was written since an instant. */
export async function countLetters(
  db: Db,
  { recipient, kind, since }: { recipient: string; kind: string; since: Temporal.Instant },
): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*)::int as count from emails
        where lower(recipient) = lower(${recipient}) and kind = ${kind} and created_at > ${since.toString()}::timestamptz`,
  )
  return row?.count ?? 0
}

/** Whatever a letter said of a link is not kept longer than it takes to send it. */
export async function deleteSentWords(tx: Tx, ids: readonly EmailId[]): Promise<void> {
  await rows(
    tx,
    sql`update emails set html = '', body = '' where id = any(${list(ids, 'text')}) and (sent_at is not null or not_needed_at is not null)`,
  )
}

/** Gives up letters whose links are over, and forgets the words of all that are settled; says how many it found. */
export async function deleteSettledWords(tx: Tx, now: Temporal.Instant): Promise<number> {
  const settled = await rows(
    tx,
    sql`update emails set html = '', body = '', not_needed_at = case when sent_at is null then ${now.toString()}::timestamptz end
        where good_until is not null and body <> '' and (sent_at is not null or not_needed_at is not null or good_until < ${now.toString()}::timestamptz)
        returning id`,
  )
  return settled.length
}
