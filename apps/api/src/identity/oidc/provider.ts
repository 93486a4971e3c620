import { typed } from '@flora/contract/text.ts'
import type * as OpenidClient from 'openid-client'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { OidcConfig } from '../../platform/oidc-settings.ts'
import type { Shop } from '../../shop.ts'
import { type AccessTokenReader, openAccessTokenReader } from './access-token-reader.ts'
import type { ProviderIdentity, ProviderPerson } from './arrival.ts'
import { SignInStopped } from './problem.ts'
import { toStop } from './provider-fault.ts'
import { openOnce } from './reach.ts'

type Client = typeof OpenidClient

// A person waits in front of an empty page meanwhile.
const answerMs = 5_000

/** What belongs to one attempt and must come back with it. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  /** The secret half of PKCE: who only saw the code cannot use it. */
  readonly verifier: string
  /** Where the provider sends her back to. */
  readonly redirectUri: string
}

/** A provider of identities, asked for its addresses and keys when it is first needed. */
export interface Provider {
  /** The address that the browser is sent to, and what must be kept for when it comes back. */
  begin(redirectUri: string): Promise<{ url: URL; attempt: Attempt }>
  /** Changes the code of an answer for the person it stands for. `answer` is the query that came back. */
  finish(attempt: Attempt, answer: URLSearchParams): Promise<ProviderPerson>
  /** Whose access token this is; undefined when it does not open our API. */
  readAccessToken(token: string): Promise<ProviderIdentity | undefined>
}

const providers = new WeakMap<OidcConfig, Provider>()

/** The shop's provider, if it has one: the same for as long as the process lives. */
export function providerOf({ config, clock }: Pick<Shop, 'config' | 'clock'>): Provider | undefined {
  if (!config.oidc) return undefined
  const provider = providers.get(config.oidc) ?? openProvider(config.oidc, clock)
  providers.set(config.oidc, provider)
  return provider
}

/** Asks the provider something; when that stops the sign-in, the page she wanted is kept for the next try. */
export async function askProvider<T>(
  shop: Pick<Shop, 'config' | 'clock'>,
  to: string,
  ask: (provider: Provider) => Promise<T>,
): Promise<T> {
  const provider = providerOf(shop)
  if (!provider) throw new SignInStopped('provider-down', { to })
  try {
    return await ask(provider)
  } catch (error) {
    throw error instanceof SignInStopped ? new SignInStopped(error.problem, { to, cause: error.cause }) : error
  }
}

/** Asks nothing of the provider yet. `patienceMs` is how long one answer may take. */
export function openProvider(oidc: OidcConfig, clock: Clock, patienceMs: number = answerMs): Provider {
  // A shop without a provider, and every start, is spared the loading of the library.
  const loading = () => import('openid-client')
  const discovered = openOnce(clock, async () => {
    const client = await loading()
    return { client, provider: await discover(client, oidc, patienceMs) }
  })
  let reader: AccessTokenReader | undefined
  return {
    begin: async (redirectUri) => {
      const { client, provider } = await discovered().catch(stop)
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        redirectUri,
      }
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { url, attempt }
    },
    finish: async (attempt, answer) => {
      const { client, provider } = await discovered().catch(stop)
      return readPerson(client, provider, attempt, answer).catch(stop)
    },
    readAccessToken: async (token) => {
      reader ??= openAccessTokenReader(oidc, clock, {
        patienceMs,
        metadata: async () => (await discovered()).provider.serverMetadata(),
      })
      return reader(token)
    },
  }
}

function stop(error: unknown): never {
  throw error instanceof SignInStopped ? error : toStop(error)
}

function discover(client: Client, oidc: OidcConfig, patienceMs: number) {
  return client.discovery(oidc.issuer, oidc.clientId, oidc.clientSecret, authentication(client, oidc.clientSecret), {
    timeout: patienceMs / 1_000,
    execute: [
      // The ID token comes straight from the provider; its signature is held against its keys all the same.
      client.enableNonRepudiationChecks,
      // Only a test issuer on this machine, as the configuration made sure.
      ...(oidc.issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
    ],
  })
}

// Providers take the secret in the body or in a header, and say which; the header is what counts when they say nothing.
function authentication(client: Client, secret: string): ReturnType<Client['ClientSecretPost']> {
  const [post, basic] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)]
  return (server, ...rest) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    return (takesPost ? post : basic)(server, ...rest)
  }
}

async function readPerson(
  client: Client,
  provider: Awaited<ReturnType<typeof discover>>,
  { state, nonce, verifier, redirectUri }: Attempt,
  answer: URLSearchParams,
): Promise<ProviderPerson> {
  const came = new URL(redirectUri)
  came.search = answer.toString()
  const tokens = await client.authorizationCodeGrant(provider, came, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const idToken = tokens.claims()!
  const first = Claims.parse(idToken)
  const saysAll = first.email !== undefined && first.email_verified !== undefined
  const more =
    saysAll || !provider.serverMetadata().userinfo_endpoint
      ? first
      : Claims.parse(await client.fetchUserInfo(provider, tokens.access_token, first.sub))
  return {
    issuer: idToken.iss,
    subject: first.sub,
    // The address and whether it is verified are of one mouth.
    email: more.email,
    isEmailVerified: more.email_verified === true,
    name: more.name ?? first.name,
  }
}

// Some providers write the flag as text.
const Flag = z.union([z.boolean(), z.literal('true').transform(() => true)])

const Claims = z.object({
  // A subject has at most 255 characters; none that a database would refuse.
  sub: typed(255).pipe(z.string().min(1)),
  email: z.string().optional().catch(undefined),
  email_verified: Flag.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
})
