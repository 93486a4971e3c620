import type { AccountId, SessionId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface TwoFactorRow {
  /** Whose codes count; absent while two-factor is off. */
  readonly sealedSecret: string | null
  /** Shown, and not confirmed yet. */
  readonly offeredSecret: string | null
}

export function findTwoFactor(db: Db, accountId: AccountId): Promise<TwoFactorRow | undefined> {
  return firstRow<TwoFactorRow>(
    db,
    sql`select sealed_secret as "sealedSecret", offered_secret as "offeredSecret" from two_factors where account_id = ${accountId}`,
  )
}

/** Keeps a secret that was shown until a code of it comes; one that was shown before is forgotten. */
export async function saveOfferedSecret(tx: Tx, accountId: AccountId, offeredSecret: string): Promise<void> {
  await rows(
    tx,
    sql`insert into two_factors (account_id, offered_secret) values (${accountId}, ${offeredSecret})
        on conflict (account_id) do update set offered_secret = excluded.offered_secret`,
  )
}

/** The offered secret becomes the one that counts, if it is still the one whose code was given. */
export async function markConfirmed(
  tx: Tx,
  {
    accountId,
    offeredSecret,
    step,
    at,
  }: { accountId: AccountId; offeredSecret: string; step: number; at: Temporal.Instant },
): Promise<boolean> {
  const confirmed = await rows(
    tx,
    sql`update two_factors
        set sealed_secret = offered_secret, offered_secret = null, last_step = ${step}::bigint, confirmed_at = ${at.toString()}::timestamptz
        where account_id = ${accountId} and offered_secret = ${offeredSecret} returning account_id`,
  )
  return confirmed.length === 1
}

/** Takes the code of a step, and of all steps before it. False when it was taken already: of two at once, one is told so. */
export async function takeStep(
  tx: Tx,
  { accountId, sealedSecret, step }: { accountId: AccountId; sealedSecret: string; step: number },
): Promise<boolean> {
  const taken = await rows(
    tx,
    sql`update two_factors set last_step = ${step}::bigint
        where account_id = ${accountId} and sealed_secret = ${sealedSecret} and last_step < ${step}::bigint returning account_id`,
  )
  return taken.length === 1
}

/** Takes a recovery code. False when there is none such, or it was taken already: of two at once, one is told so. */
export async function takeRecoveryCode(
  tx: Tx,
  { accountId, hash, at }: { accountId: AccountId; hash: string; at: Temporal.Instant },
): Promise<boolean> {
  const taken = await rows(
    tx,
    sql`update recovery_codes set used_at = ${at.toString()}::timestamptz
        where account_id = ${accountId} and hash = ${hash} and used_at is null returning hash`,
  )
  return taken.length === 1
}

export async function insertRecoveryCodes(tx: Tx, accountId: AccountId, hashes: readonly string[]): Promise<void> {
  await rows(
    tx,
    sql`insert into recovery_codes (account_id, hash) select ${accountId}, hash from unnest(${list(hashes, 'text')}) as hash`,
  )
}

export async function deleteRecoveryCodes(tx: Tx, accountId: AccountId): Promise<void> {
  await rows(tx, sql`delete from recovery_codes where account_id = ${accountId}`)
}

/** How many an account has left. */
export async function countRecoveryCodes(db: Db, accountId: AccountId): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*)::int as count from recovery_codes where account_id = ${accountId} and used_at is null`,
  )
  return row?.count ?? 0
}

/** Counts a try with a ticket. False when it has had as many as it may. */
export async function takeTry(tx: Tx, ticketHash: string, most: number): Promise<boolean> {
  const taken = await rows(
    tx,
    sql`update account_tokens
        set payload = jsonb_set(payload, '{tries}', to_jsonb(coalesce((payload->>'tries')::int, 0) + 1))
        where hash = ${ticketHash} and kind = 'second-factor' and coalesce((payload->>'tries')::int, 0) < ${most}::int
        returning hash`,
  )
  return taken.length === 1
}

/** Says whether there was one that counted. */
export async function deleteTwoFactor(tx: Tx, accountId: AccountId): Promise<boolean> {
  const gone = await rows<{ wasOn: boolean }>(
    tx,
    sql`delete from two_factors where account_id = ${accountId} returning sealed_secret is not null as "wasOn"`,
  )
  return gone[0]?.wasOn ?? false
}

/** This device has shown a second factor. */
export async function markSessionTwoFactor(tx: Tx, sessionId: SessionId): Promise<void> {
  await rows(tx, sql`update sessions set two_factor = true where id = ${sessionId}`)
}

/** No device has shown a second factor that counts any more. */
export async function markSessionsOneFactor(tx: Tx, accountId: AccountId): Promise<void> {
  await rows(tx, sql`update sessions set two_factor = false where account_id = ${accountId} and two_factor`)
}
