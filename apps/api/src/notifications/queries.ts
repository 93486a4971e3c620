import type { EmailId, OrderId } from '@flora/contract/ids.ts'
import type { RefundReason } from '../jobs.ts'
import { type Currency, money } from '@flora/money/money.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import type { Email } from './email.ts'
import type { Letterhead } from './letters/sheet.ts'
import type { ReturnedMoney } from './letters/refunded.ts'

/** How the shop signs, and the zone of its clock. */
export async function findLetterhead(db: Db): Promise<Omit<Letterhead, 'publicUrl'>> {
  const row = await firstRow<Omit<Letterhead, 'publicUrl'>>(
    db,
    sql`select name, tagline, address, phone, email, time_zone as zone,
          (select coalesce(json_object_agg(letter, json_build_object('opening', opening, 'closing', closing)), '{}') from letter_wordings) as wordings
        from shop`,
  )
  if (!row) throw new Error('invariant broken: a letter is wanted and there is no shop')
  return row
}

/** What one refund of an order gave back. */
export async function findReturnedMoney(
  db: Db,
  { refundId, orderId }: { refundId: string; orderId: OrderId },
): Promise<ReturnedMoney | undefined> {
  const row = await firstRow<{ amountMinor: number; currency: Currency; reason: RefundReason }>(
    db,
    sql`select amount_minor as "amountMinor", currency, reason from refunds where id = ${refundId} and order_id = ${orderId}`,
  )
  return row && { amount: money(row.amountMinor, row.currency), reason: row.reason }
}

/** Mails that were decided before an instant and are still here, oldest first. */
export function listUnsent(db: Db, before: Temporal.Instant, limit: number): Promise<{ id: EmailId }[]> {
  return rows(
    db,
    sql`select id from emails where sent_at is null and not_needed_at is null and created_at < ${before.toString()}::timestamptz order by created_at limit ${limit}`,
  )
}

export interface NewEmail {
  readonly id: EmailId
  /** One decision, one mail: a second one with the same key is not written. */
  readonly once: string
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly orderId: OrderId | null
  readonly at: Temporal.Instant
}

/**
 * Writes mails down and takes them for sending until `until`. If one stands under a key already, that one is taken, unless it is settled or
 * another worker has it. Gives the ids of the mails that were taken, by their keys; of two with one key there must be only one.
 */
export async function insertClaimed(
  tx: Tx,
  emails: readonly NewEmail[],
  { at, until }: { at: Temporal.Instant; until: Temporal.Instant },
): Promise<Map<string, EmailId>> {
  const records = emails.map(({ at: _, ...email }) => email)
  const taken = await rows<{ id: EmailId; once: string }>(
    tx,
    sql`insert into emails (id, once, kind, recipient, subject, html, body, order_id, created_at, attempts, claimed_until)
        select id, once, kind, recipient, subject, html, text, "orderId", ${at.toString()}::timestamptz, 1, ${until.toString()}::timestamptz
        from json_to_recordset(${JSON.stringify(records)}::json) as mail (id text, once text, kind text, recipient text, subject text, html text, text text, "orderId" text)
        order by once
        on conflict (once) do update set attempts = emails.attempts + 1, claimed_until = excluded.claimed_until
        where emails.sent_at is null and emails.not_needed_at is null
          and (emails.claimed_until is null or emails.claimed_until <= ${at.toString()}::timestamptz)
        returning id, once`,
  )
  return new Map(taken.map(({ id, once }) => [once, id]))
}

/** A mail that was written before, by its id. */
export function findEmail(db: Db, id: EmailId): Promise<Email | undefined> {
  return firstRow<Email>(
    db,
    sql`select id, recipient, subject, html, body as text, attempts from emails where id = ${id}`,
  )
}

/** The mail of a key, and whether nothing is left to do for it. */
export function findByKey(db: Db, once: string): Promise<{ id: EmailId; isSettled: boolean } | undefined> {
  return firstRow(
    db,
    sql`select id, sent_at is not null or not_needed_at is not null as "isSettled" from emails where once = ${once}`,
  )
}

/** What a mail says is no longer so; it stays unsent. */
export async function markNotNeeded(tx: Tx, once: string, at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update emails set not_needed_at = ${at.toString()}::timestamptz where once = ${once} and sent_at is null`,
  )
}

/** Takes mails for sending until `until`, but those that are settled or that another worker has. */
export function claimEmails(
  tx: Tx,
  ids: readonly EmailId[],
  { now, until }: { now: Temporal.Instant; until: Temporal.Instant },
): Promise<Email[]> {
  return rows<Email>(
    tx,
    sql`update emails set claimed_until = ${until.toString()}::timestamptz, attempts = attempts + 1
        where id = any(${list(ids, 'text')}) and sent_at is null and not_needed_at is null and (claimed_until is null or claimed_until <= ${now.toString()}::timestamptz)
        returning id, recipient, subject, html, body as text, attempts`,
  )
}

/** Whether nothing is left to do for a mail: it was sent, or is not needed. */
export async function isSettled(db: Db, id: EmailId): Promise<boolean> {
  const row = await firstRow<{ settled: boolean }>(
    db,
    sql`select sent_at is not null or not_needed_at is not null as settled from emails where id = ${id}`,
  )
  return row?.settled ?? false
}

export async function markSent(tx: Tx, ids: readonly EmailId[], at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update emails set sent_at = ${at.toString()}::timestamptz, claimed_until = null, last_error = null
        where id = any(${list(ids, 'text')}) and sent_at is null`,
  )
}

/** Gives a mail back after the mail server refused it; a worker that was too slow does not take it from the next one. */
export async function markRefused(
  tx: Tx,
  { id, attempts }: Pick<Email, 'id' | 'attempts'>,
  complaint: string,
): Promise<void> {
  await rows(
    tx,
    sql`update emails set claimed_until = null, last_error = ${complaint} where id = ${id} and sent_at is null and attempts = ${attempts}`,
  )
}
