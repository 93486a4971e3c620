import type { SessionId } from '@flora/contract/ids.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { signAccessToken, type TokenOwner } from './access-token.ts'
import { nameAndRole } from './account.ts'
import { findAccount } from './account-queries.ts'
import { writeAudit } from './audit-queries.ts'
import { hashOf, nextRefreshToken } from './secret.ts'
import { renewCart } from './replace-password.ts'
import { decideRotation, type RefreshTokenRow, tokenExpiry } from './session.ts'
import {
  findRefreshToken,
  insertRefreshToken,
  lockSessionOfToken,
  markEnded,
  markSeen,
  markTokenUsed,
} from './session-queries.ts'

export interface Rotated {
  readonly owner: TokenOwner
  readonly accessToken: string
  readonly expiresAt: Temporal.Instant
  /** Absent when the browser has a later one already, by an answer that came sooner. */
  readonly refreshToken: string | undefined
}

type Rotating = Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>

type Renewal = { kind: 'refused' } | { kind: 'renewed'; owner: TokenOwner; refreshToken: string | undefined }

/**
 * Changes a refresh token for the next one. A token that was used and comes again after its grace is in two hands: its session is
 * ended, whoever of the two it was, and the owner is told. `belongsTo` is the session that the browser's access token names.
 */
export async function rotateSession(
  shop: Rotating,
  token: string,
  belongsTo?: SessionId,
): Promise<Rotated | undefined> {
  const now = shop.clock.now()
  // What is refused is not thrown in there: the end of a session must outlive the refusal.
  const renewal = await shop.inTransaction((tx) => renewInside(tx, shop, { token, belongsTo, now }))
  if (renewal.kind === 'refused') return undefined
  const { token: accessToken, expiresAt } = await signAccessToken(shop.config, renewal.owner, now)
  return { owner: renewal.owner, accessToken, expiresAt, refreshToken: renewal.refreshToken }
}

async function renewInside(
  tx: Tx,
  shop: Rotating,
  { token, belongsTo, now }: { token: string; belongsTo: SessionId | undefined; now: Temporal.Instant },
): Promise<Renewal> {
  const hash = hashOf(token)
  const row = (await lockSessionOfToken(tx, hash)) ? await findRefreshToken(tx, hash) : undefined
  if (!row || (belongsTo !== undefined && belongsTo !== row.sessionId)) return { kind: 'refused' }
  const { sessionId, accountId } = row
  const next = nextRefreshToken(shop.config.sealingKey, token)
  switch (decideRotation(row, now).kind) {
    case 'over':
      return { kind: 'refused' }
    case 'reuse':
      await endReused(tx, shop, { row, now })
      return { kind: 'refused' }
    case 'again': {
      const following = await findRefreshToken(tx, hashOf(next))
      return {
        kind: 'renewed',
        owner: { accountId, sessionId },
        refreshToken: following?.usedAt ? undefined : next,
      }
    }
    case 'rotate':
      await markTokenUsed(tx, hash, now)
      await insertRefreshToken(tx, {
        hash: hashOf(next),
        sessionId,
        at: now,
        expiresAt: tokenExpiry(row.sessionExpiresAt, now),
      })
      await markSeen(tx, sessionId, now)
      return { kind: 'renewed', owner: { accountId, sessionId }, refreshToken: next }
  }
}

async function endReused(
  tx: Tx,
  shop: Rotating,
  { row: { accountId, sessionId, device }, now }: { row: RefreshTokenRow; now: Temporal.Instant },
): Promise<void> {
  await markEnded(tx, { accountId, only: sessionId }, { at: now, because: 'reuse' })
  await renewCart(tx, shop, accountId)
  const account = await findAccount(tx, accountId)
  if (!account) return
  await writeAudit(tx, {
    at: now,
    accountId,
    who: nameAndRole(account),
    action: 'refresh-token-reuse',
    outcome: 401,
    detail: { device },
  })
  await postAccountLetter(tx, shop, { to: account.email, letter: { kind: 'session-reuse', device, at: now } })
}
