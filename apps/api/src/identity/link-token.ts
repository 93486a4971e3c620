import type { AccountId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import { linkNotValid } from './errors.ts'
import { hashOf, newSecret } from './secret.ts'
import { insertToken, markTokenTaken, type TokenKind, type TokenRow } from './token-queries.ts'

export interface NewToken {
  readonly kind: TokenKind
  readonly accountId?: AccountId
  readonly email?: string
  /** What the step after needs. */
  readonly payload?: object
  readonly minutes: number
  readonly now: Temporal.Instant
}

/** Makes the secret of a letter's link or of a step that follows; the database has its hash only. */
export async function makeToken(tx: Tx, { now, minutes, ...token }: NewToken): Promise<string> {
  const secret = newSecret()
  await insertToken(tx, { ...token, hash: hashOf(secret), at: now, expiresAt: now.add({ minutes }) })
  return secret
}

/** Uses a secret up. Of two who bring the same one, one gets it; refused is also what is too old or of another kind. */
export async function takeToken(
  tx: Tx,
  kind: TokenKind,
  { secret, now }: { secret: string; now: Temporal.Instant },
): Promise<TokenRow> {
  const token = await markTokenTaken(tx, { kind, hash: hashOf(secret), now })
  if (!token) throw linkNotValid()
  return token
}
