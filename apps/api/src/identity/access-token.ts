import { dateAt } from '@flora/calendar/instant.ts'
import { AccountId, SessionId } from '@flora/contract/ids.ts'
import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Config } from '../platform/config.ts'

/** Long enough to spare renewals, short enough that other services, who cannot ask whether a session ended, are soon right. */
export const accessTokenMinutes = 30

// One algorithm: what a token says of itself is compared with this and never followed.
const algorithm = 'ES256'
const audience = 'flora'
// RFC 9068: no other kind of JWT that these keys may one day sign passes for an access token.
const kind = 'at+jwt'

type Keys = Pick<Config, 'signingKeys' | 'publicUrl'>

/** Whose token it is, and which session it belongs to. */
export interface TokenOwner {
  readonly accountId: AccountId
  readonly sessionId: SessionId
}

export type ReadToken = ({ kind: 'good' | 'expired' } & TokenOwner) | { kind: 'bad' }

/** Signs with the first key. */
export async function signAccessToken(
  { signingKeys, publicUrl }: Keys,
  { accountId, sessionId }: TokenOwner,
  now: Temporal.Instant,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const key = signingKeys[0]!
  const issued = Math.floor(now.epochMilliseconds / 1_000)
  const expires = issued + accessTokenMinutes * 60
  const token = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: algorithm, kid: key.kid, typ: kind })
    .setIssuer(publicUrl)
    .setAudience(audience)
    .setSubject(accountId)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(key.privateKey)
  return { token, expiresAt: Temporal.Instant.fromEpochMilliseconds(expires * 1_000) }
}

const Claims = z.object({ sub: AccountId, sid: SessionId })

/** Reads a token of ours. One that has expired is told apart, signature and all: it still says whose browser it was. */
export async function readAccessToken(config: Keys, token: string, now: Temporal.Instant): Promise<ReadToken> {
  try {
    return { kind: 'good', ...ownerIn(await verify(config, token, now)) }
  } catch (error) {
    // jose looks at the signature first and at the expiry last: all else was in order.
    if (error instanceof errors.JWTExpired) {
      const claims = Claims.safeParse(error.payload)
      if (claims.success) return { kind: 'expired', accountId: claims.data.sub, sessionId: claims.data.sid }
    }
    return { kind: 'bad' }
  }
}

function ownerIn(payload: unknown): TokenOwner {
  const { sub, sid } = Claims.parse(payload)
  return { accountId: sub, sessionId: sid }
}

async function verify({ signingKeys, publicUrl }: Keys, token: string, now: Temporal.Instant): Promise<unknown> {
  const keyOf = ({ kid }: JWTHeaderParameters) => {
    const key = signingKeys.find((known) => known.kid === kid)
    if (!key) throw new errors.JWKSNoMatchingKey()
    return key.publicKey
  }
  const { payload } = await jwtVerify(token, keyOf, {
    algorithms: [algorithm],
    issuer: publicUrl,
    audience,
    typ: kind,
    requiredClaims: ['sub', 'sid', 'exp', 'iat'],
    currentDate: dateAt(now),
  })
  return payload
}
