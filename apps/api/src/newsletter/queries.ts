import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface Consent {
  readonly email: string
  readonly kind: 'asked' | 'confirmed' | 'left'
  readonly source: 'footer' | 'account' | 'letter'
  /** The words that were read, when some were agreed to. */
  readonly wording: string | null
  readonly at: Temporal.Instant
}

/** Lets those who say something of one address take turns. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended('newsletter ' || lower(${email}), 0))`)
}

/** Whether an address wants the letter: what it said last, apart from questions. */
export async function isWanted(db: Db, email: string): Promise<boolean> {
  const row = await firstRow<{ kind: Consent['kind'] }>(
    db,
    sql`select kind from newsletter_consents where lower(email) = lower(${email}) and kind <> 'asked' order by id desc limit 1`,
  )
  return row?.kind === 'confirmed'
}

export async function insertConsent(tx: Tx, { email, kind, source, wording, at }: Consent): Promise<void> {
  await rows(
    tx,
    sql`insert into newsletter_consents (email, at, kind, source, wording)
        values (${email}, ${at.toString()}::timestamptz, ${kind}, ${source}, ${wording})`,
  )
}

/** Everything that was said of an address, oldest first. */
export function listConsents(
  db: Db,
  email: string,
): Promise<{ at: string; kind: string; source: string; wording: string | null }[]> {
  return rows(
    db,
    sql`select at, kind, source, wording from newsletter_consents where lower(email) = lower(${email}) order by id limit 1000`,
  )
}
