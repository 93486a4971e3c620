import type { Shop } from '../../shop.ts'
import { hashOf, newSecret } from '../secret.ts'
import { insertToken } from '../token-queries.ts'
import { SignInStopped } from './problem.ts'
import { askProvider } from './provider.ts'
import { readWayBack } from './way-back.ts'

/** As long as somebody may take at the provider: to find a password, a telephone, a code. */
export const attemptMinutes = 10

/** An attempt that the browser now carries to the provider. */
export interface Begun {
  /** Where the provider asks who she is. */
  readonly url: URL
  /** What this browser keeps, so that nobody else's can finish. */
  readonly browserSecret: string
}

/**
 * Begins a sign-in by the provider. `browserSecret` is what an earlier attempt left in this browser: two tabs may be on their way at
 * once. Throws SignInStopped.
 */
export async function beginSignIn(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  { wanted, browserSecret = newSecret(), home }: { wanted: string; browserSecret: string | undefined; home: string },
): Promise<Begun> {
  const to = readWayBack(wanted, shop.config.publicUrl)
  if (to === undefined) throw new SignInStopped('not-our-page')
  const {
    url,
    attempt: { state, ...attempt },
  } = await askProvider(shop, to, (provider) => provider.begin(`${home}/api/auth/oidc/callback`))
  const now = shop.clock.now()
  await shop.inTransaction((tx) =>
    insertToken(tx, {
      kind: 'oidc-attempt',
      hash: attemptHash(state, browserSecret),
      payload: { ...attempt, to },
      at: now,
      expiresAt: now.add({ minutes: attemptMinutes }),
    }),
  )
  return { url, browserSecret }
}

/** Names an attempt by what the provider brings back and what the browser kept: either alone finds nothing. */
export function attemptHash(state: string, browserSecret: string): string {
  return hashOf(`${state} ${browserSecret}`)
}
