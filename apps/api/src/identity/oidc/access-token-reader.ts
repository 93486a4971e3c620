import { dateAt } from '@flora/calendar/instant.ts'
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type RemoteJWKSet,
} from 'jose'
import type { Clock } from '../../platform/clock.ts'
import type { OidcConfig, TokenAlgorithm } from '../../platform/oidc-settings.ts'
import type { ProviderIdentity } from './arrival.ts'
import { openRest } from './reach.ts'

// A key that is not known yet is looked for this often at the most, however many tokens name one.
const againMs = 30_000
// A key that the provider has taken back opens nothing after this.
const keptMs = 10 * 60_000
// Two machines' clocks.
const toleranceSeconds = 5
// What access tokens call themselves: RFC 9068, and Auth0's older kind. ID tokens, which may do so too, are of another audience.
const kinds = [undefined, 'jwt', 'at+jwt', 'application/at+jwt']

/** What of a provider's description of itself is needed. */
export interface Metadata {
  readonly issuer: string
  readonly jwks_uri?: string | undefined
}

export type AccessTokenReader = (token: string) => Promise<ProviderIdentity | undefined>

/** Reads access tokens that the provider gave for our API. What cannot be one costs neither a signature nor a question. */
export function openAccessTokenReader(
  { issuer, audience, algorithms }: Pick<OidcConfig, 'issuer' | 'audience' | 'algorithms'>,
  clock: Clock,
  { metadata, patienceMs }: { metadata: () => Promise<Metadata>; patienceMs: number },
): AccessTokenReader {
  let keys: RemoteJWKSet | undefined
  return async (token) => {
    if (audience === undefined || !mayBeFrom(issuer, algorithms, token)) return undefined
    const provider = await metadata().catch(() => undefined)
    // While it cannot be asked, nobody is let in by it; all other ways in stay open.
    if (!provider?.jwks_uri || new URL(provider.jwks_uri).protocol !== issuer.protocol) return undefined
    keys ??= openKeys(new URL(provider.jwks_uri), clock, patienceMs)
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [...algorithms],
        issuer: provider.issuer,
        audience,
        requiredClaims: ['sub', 'exp', 'iat'],
        currentDate: dateAt(clock.now()),
        clockTolerance: toleranceSeconds,
      })
      return payload.sub ? { issuer: provider.issuer, subject: payload.sub } : undefined
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }
}

// Says nothing of whether it is genuine: only whether it is worth asking.
function mayBeFrom(issuer: URL, algorithms: readonly TokenAlgorithm[], token: string): boolean {
  try {
    const { alg, typ } = decodeProtectedHeader(token)
    const { iss } = decodeJwt(token)
    const isOfIssuer = iss !== undefined && URL.canParse(iss) && new URL(iss).href === issuer.href
    return isOfIssuer && algorithms.some((known) => known === alg) && kinds.includes(typ?.toLowerCase())
  } catch {
    return false
  }
}

function openKeys(address: URL, clock: Clock, patienceMs: number): RemoteJWKSet {
  const asking = openRest(clock)
  return createRemoteJWKSet(address, {
    timeoutDuration: patienceMs,
    cooldownDuration: againMs,
    cacheMaxAge: keptMs,
    [customFetch]: (url, options) =>
      asking(async () => {
        const answer = await fetch(url, options)
        if (!answer.ok) throw new Error(`the provider’s keys came with ${answer.status}`)
        return answer
      }).catch((cause: unknown) => {
        throw new errors.JWKSInvalid('The provider gave no keys.', { cause })
      }),
  })
}
