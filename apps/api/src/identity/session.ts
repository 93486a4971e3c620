import type { AccountId, SessionId } from '@flora/contract/ids.ts'

/** A device stays signed in for as long as it comes back within this; and then it signs in again. */
export const idleDays = 30
/** However busy it is. */
export const longestDays = 180
/** A used refresh token may come once more within this: two tabs that renewed at once, an answer that was lost on its way. */
export const graceSeconds = 20
/** `last_seen_at` is for people who look at their devices; a write at each request would be for nobody. */
export const seenMinutes = 5

/** A refresh token and its session, as the database has them, both locked. */
export interface RefreshTokenRow {
  readonly sessionId: SessionId
  readonly accountId: AccountId
  readonly device: string
  readonly tokenExpiresAt: Temporal.Instant
  readonly sessionExpiresAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | undefined
  readonly hasEnded: boolean
}

export type Rotation =
  | { kind: 'rotate' }
  /** Used a moment ago: by the next tab, or by an answer that was lost. */
  | { kind: 'again' }
  | { kind: 'reuse' }
  | { kind: 'over' }

/** What a refresh token brings now. */
export function decideRotation(row: RefreshTokenRow, now: Temporal.Instant): Rotation {
  if (row.hasEnded || isPast(row.sessionExpiresAt, now) || isPast(row.tokenExpiresAt, now)) return { kind: 'over' }
  if (!row.usedAt) return { kind: 'rotate' }
  return isPast(row.usedAt.add({ seconds: graceSeconds }), now) ? { kind: 'reuse' } : { kind: 'again' }
}

/** When a token that is made now ends: with the idle time, and never after its session. */
export function tokenExpiry(sessionExpiresAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const idle = now.add({ hours: idleDays * 24 })
  return Temporal.Instant.compare(idle, sessionExpiresAt) < 0 ? idle : sessionExpiresAt
}

function isPast(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, now) <= 0
}
