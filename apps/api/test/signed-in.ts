import { type AccountId, newId, type SessionId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { signAccessToken } from '../src/identity/access-token.ts'
import { hashOf, newSecret } from '../src/identity/secret.ts'
import { longestDays, tokenExpiry } from '../src/identity/session.ts'
import { insertRefreshToken, insertSession } from '../src/identity/session-queries.ts'
import { rows } from '../src/platform/db.ts'
import { sql } from '../src/platform/sql.ts'
import type { Shop } from '../src/shop.ts'

export interface AccountParts {
  readonly email?: string
  readonly name?: string
  readonly role?: Role | null
  /** Whether a second factor was shown; staff show it unless told otherwise, customers don't. */
  readonly twoFactor?: boolean
  /** A device more of an account that is there already. */
  readonly accountId?: AccountId
}

export interface SignedInAccount {
  readonly accountId: AccountId
  readonly sessionId: SessionId
  readonly email: string
  readonly accessToken: string
  readonly refreshToken: string
  /** For a program. */
  readonly headers: { readonly authorization: string }
  /** For a browser, by name: what a `Visitor` keeps. */
  readonly cookies: Map<string, string>
}

let accounts = 0

/** Somebody with an account, signed in on one device at the shop's clock. She has no password. */
export async function aSignedIn(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>,
  parts: AccountParts = {},
): Promise<SignedInAccount> {
  const { role = null } = parts
  accounts += 1
  const { email = `somebody-${accounts}@example.com`, name = 'Mercy Okafor', twoFactor = role !== null } = parts
  const accountId = parts.accountId ?? newId('acc')
  const sessionId = newId('ses')
  const refreshToken = newSecret()
  const now = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    await rows(
      tx,
      sql`insert into accounts (id, email, name, role, created_at) values (${accountId}, ${email}, ${name}, ${role}, ${now.toString()})
          on conflict (id) do nothing`,
    )
    const expiresAt = now.add({ hours: longestDays * 24 })
    await insertSession(tx, { id: sessionId, accountId, device: 'Firefox on Linux', twoFactor, at: now, expiresAt })
    await insertRefreshToken(tx, {
      hash: hashOf(refreshToken),
      sessionId,
      at: now,
      expiresAt: tokenExpiry(expiresAt, now),
    })
  })
  const { token } = await signAccessToken(shop.config, { accountId, sessionId }, now)
  return {
    accountId,
    sessionId,
    email,
    accessToken: token,
    refreshToken,
    headers: { authorization: `Bearer ${token}` },
    cookies: new Map([
      ['access', token],
      ['refresh', refreshToken],
      ['signed-in', '1'],
    ]),
  }
}
