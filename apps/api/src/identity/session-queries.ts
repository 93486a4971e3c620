import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { AccountId, SessionId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { RefreshTokenRow } from './session.ts'

export type WhyEnded = 'signed-out' | 'everywhere' | 'reuse' | 'password' | 'role' | 'erased'

/** A live session and the account it belongs to, as a guarded request needs them. */
export interface SessionRow {
  readonly accountId: AccountId
  readonly sessionId: SessionId
  readonly email: string
  readonly name: string
  readonly role: Role | null
  readonly twoFactor: boolean
  readonly lastSeenAt: Temporal.Instant
}

type StoredSession = Omit<SessionRow, 'lastSeenAt'> & { lastSeenAt: string }

/** The one statement of a guarded request: an ended session or a role that was taken counts at once. */
export async function findLiveSession(
  db: Db,
  { sessionId, accountId }: { sessionId: SessionId; accountId: AccountId },
  now: Temporal.Instant,
): Promise<SessionRow | undefined> {
  const row = await firstRow<StoredSession>(
    db,
    sql`select s.id as "sessionId", s.two_factor as "twoFactor", s.last_seen_at as "lastSeenAt",
               a.id as "accountId", a.email, a.name, a.role
        from sessions s join accounts a on a.id = s.account_id
        where s.id = ${sessionId} and a.id = ${accountId} and s.ended_at is null and a.erased_at is null
          and s.expires_at > ${now.toString()}::timestamptz`,
  )
  return row && { ...row, lastSeenAt: instantFromStored(row.lastSeenAt) }
}

export async function markSeen(tx: Tx, sessionId: SessionId, at: Temporal.Instant): Promise<void> {
  await rows(tx, sql`update sessions set last_seen_at = ${at.toString()}::timestamptz where id = ${sessionId}`)
}

export interface NewSession {
  readonly id: SessionId
  readonly accountId: AccountId
  readonly device: string
  readonly twoFactor: boolean
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

export async function insertSession(
  tx: Tx,
  { id, accountId, device, twoFactor, at, expiresAt }: NewSession,
): Promise<void> {
  await rows(
    tx,
    sql`insert into sessions (id, account_id, device, two_factor, created_at, last_seen_at, expires_at)
        values (${id}, ${accountId}, ${device}, ${twoFactor}, ${at.toString()}::timestamptz, ${at.toString()}::timestamptz,
                ${expiresAt.toString()}::timestamptz)`,
  )
}

export interface NewRefreshToken {
  readonly hash: string
  readonly sessionId: SessionId
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** Writes a refresh token down. One that is there already stays as it is: it was derived from the same token a moment ago. */
export async function insertRefreshToken(tx: Tx, { hash, sessionId, at, expiresAt }: NewRefreshToken): Promise<void> {
  await rows(
    tx,
    sql`insert into refresh_tokens (hash, session_id, created_at, expires_at)
        values (${hash}, ${sessionId}, ${at.toString()}::timestamptz, ${expiresAt.toString()}::timestamptz)
        on conflict (hash) do nothing`,
  )
}

/** Locks the session that a refresh token belongs to, so that all who renew it take turns. */
export async function lockSessionOfToken(tx: Tx, hash: string): Promise<boolean> {
  const locked = await rows(
    tx,
    sql`select 1 from sessions where id = (select session_id from refresh_tokens where hash = ${hash}) for update`,
  )
  return locked.length > 0
}

interface StoredToken {
  readonly sessionId: SessionId
  readonly accountId: AccountId
  readonly device: string
  readonly tokenExpiresAt: string
  readonly sessionExpiresAt: string
  readonly usedAt: string | null
  readonly hasEnded: boolean
}

/** A refresh token, read after its session was locked: a statement that waited for the lock would still see it unused. */
export async function findRefreshToken(tx: Tx, hash: string): Promise<RefreshTokenRow | undefined> {
  const row = await firstRow<StoredToken>(
    tx,
    sql`select t.session_id as "sessionId", s.account_id as "accountId", s.device, t.expires_at as "tokenExpiresAt", t.used_at as "usedAt",
               s.expires_at as "sessionExpiresAt", s.ended_at is not null as "hasEnded"
        from refresh_tokens t join sessions s on s.id = t.session_id where t.hash = ${hash}`,
  )
  return (
    row && {
      ...row,
      tokenExpiresAt: instantFromStored(row.tokenExpiresAt),
      sessionExpiresAt: instantFromStored(row.sessionExpiresAt),
      usedAt: row.usedAt === null ? undefined : instantFromStored(row.usedAt),
    }
  )
}

export async function markTokenUsed(tx: Tx, hash: string, at: Temporal.Instant): Promise<void> {
  await rows(tx, sql`update refresh_tokens set used_at = ${at.toString()}::timestamptz where hash = ${hash}`)
}

/** Ends sessions of an account: one, all, or all but one. Gives the ids of those that were live. */
export async function markEnded(
  tx: Tx,
  which: { accountId: AccountId; only?: SessionId; but?: SessionId | undefined },
  { at, because }: { at: Temporal.Instant; because: WhyEnded },
): Promise<SessionId[]> {
  const ended = await rows<{ id: SessionId }>(
    tx,
    sql`update sessions set ended_at = ${at.toString()}::timestamptz, ended_because = ${because}
        where account_id = ${which.accountId} and ended_at is null
          and (${which.only ?? null}::text is null or id = ${which.only ?? null}::text)
          and (${which.but ?? null}::text is null or id <> ${which.but ?? null}::text)
        returning id`,
  )
  return ended.map(({ id }) => id)
}

/** Ends the session that a browser leaves behind when somebody signs in on it anew. */
export async function endReplacedSession(tx: Tx, tokenHash: string, at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update sessions set ended_at = ${at.toString()}::timestamptz, ended_because = 'signed-out'
        where id = (select session_id from refresh_tokens where hash = ${tokenHash}) and ended_at is null`,
  )
}

/** Whether an account was ever signed in somewhere. */
export async function hasSessions(db: Db, accountId: AccountId): Promise<boolean> {
  return (await firstRow(db, sql`select 1 from sessions where account_id = ${accountId} limit 1`)) !== undefined
}

export interface ListedSession {
  readonly id: SessionId
  readonly device: string
  readonly createdAt: string
  readonly lastSeenAt: string
}

/** Live sessions of an account that were seen since an instant, the last seen first. */
export async function listLiveSessions(
  db: Db,
  { accountId, now, since }: { accountId: AccountId; now: Temporal.Instant; since: Temporal.Instant },
): Promise<ListedSession[]> {
  const found = await rows<ListedSession>(
    db,
    sql`select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt" from sessions
        where account_id = ${accountId} and ended_at is null and expires_at > ${now.toString()}::timestamptz
          and last_seen_at > ${since.toString()}::timestamptz
        order by last_seen_at desc, id limit 100`,
  )
  return found.map((session) => ({
    ...session,
    createdAt: instantFromStored(session.createdAt).toString(),
    lastSeenAt: instantFromStored(session.lastSeenAt).toString(),
  }))
}

/** Throws away sessions that were over before an instant, with all their tokens; says how many. */
export async function deleteSessionsBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(
    tx,
    sql`delete from sessions where ended_at < ${at.toString()}::timestamptz or expires_at < ${at.toString()}::timestamptz returning id`,
  )
  return gone.length
}

/** Throws away refresh tokens that were over before an instant: brought again, they are refused without being known. */
export async function deleteRefreshTokensBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(
    tx,
    sql`delete from refresh_tokens where expires_at < ${at.toString()}::timestamptz returning hash`,
  )
  return gone.length
}

/** When a session began: with a sign-in. */
export async function findSessionBegin(db: Db, id: SessionId): Promise<Temporal.Instant | undefined> {
  const row = await firstRow<{ at: string }>(db, sql`select created_at as at from sessions where id = ${id}`)
  return row && instantFromStored(row.at)
}
