import type { AccountId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export type TokenKind =
  | 'verify-email'
  | 'reset-password'
  | 'change-email'
  | 'link-identity'
  | 'second-factor'
  | 'invite-staff'
  | 'oidc-attempt'

export interface TokenRow {
  readonly accountId: AccountId | null
  readonly email: string | null
  readonly payload: Readonly<Record<string, unknown>>
}

export interface TokenToInsert {
  readonly hash: string
  readonly kind: TokenKind
  readonly accountId?: AccountId
  readonly email?: string
  readonly payload?: object
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

export async function insertToken(tx: Tx, token: TokenToInsert): Promise<void> {
  await rows(
    tx,
    sql`insert into account_tokens (hash, kind, account_id, email, payload, created_at, expires_at)
        values (${token.hash}, ${token.kind}, ${token.accountId ?? null}, ${token.email ?? null},
                ${JSON.stringify(token.payload ?? {})}::jsonb, ${token.at.toString()}::timestamptz, ${token.expiresAt.toString()}::timestamptz)`,
  )
}

/** A token that still counts, without using it up: a ticket may be tried with several codes. */
export function findToken(
  db: Db,
  { kind, hash, now }: { kind: TokenKind; hash: string; now: Temporal.Instant },
): Promise<TokenRow | undefined> {
  return firstRow<TokenRow>(
    db,
    sql`select account_id as "accountId", email, payload from account_tokens
        where hash = ${hash} and kind = ${kind} and used_at is null and expires_at > ${now.toString()}::timestamptz`,
  )
}

/** Uses a token up, if it still counts. Of two at once the second waits for the first and finds it used. */
export function markTokenTaken(
  tx: Tx,
  { kind, hash, now }: { kind: TokenKind; hash: string; now: Temporal.Instant },
): Promise<TokenRow | undefined> {
  return firstRow<TokenRow>(
    tx,
    sql`update account_tokens set used_at = ${now.toString()}::timestamptz
        where hash = ${hash} and kind = ${kind} and used_at is null and expires_at > ${now.toString()}::timestamptz
        returning account_id as "accountId", email, payload`,
  )
}

/** Uses up all tokens of some kinds that an account or an address has. */
export async function markTokensVoid(
  tx: Tx,
  of: { accountId: AccountId } | { email: string },
  { kinds, now }: { kinds: readonly TokenKind[]; now: Temporal.Instant },
): Promise<void> {
  const owner = 'accountId' in of ? sql`account_id = ${of.accountId}` : sql`lower(email) = lower(${of.email})`
  await rows(
    tx,
    sql`update account_tokens set used_at = ${now.toString()}::timestamptz
        where ${owner} and kind = any(${list(kinds, 'text')}) and used_at is null`,
  )
}

/** Throws away tokens that were over before an instant; says how many. */
export async function deleteTokensBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(
    tx,
    sql`delete from account_tokens where expires_at < ${at.toString()}::timestamptz returning hash`,
  )
  return gone.length
}
