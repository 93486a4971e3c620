import type { Configuration, interactionPolicy as Policies, JWK, KoaContextWithOIDC } from 'oidc-provider'
import { interactionPolicy } from './library.ts'
import { createMemory } from './memory.ts'
import { errorPage } from './pages.ts'
import type { People, Person } from './people.ts'

/** A program that may send people here to sign in. */
export interface Client {
  readonly clientId: string
  readonly clientSecret: string
  /** As the consent page names it. */
  readonly name: string
  readonly redirectUris: readonly string[]
  /** RS256 unless said: HS256 is for tests of those who must not take it. */
  readonly idTokenAlg?: 'RS256' | 'HS256'
}

export interface Settings {
  readonly clients: readonly Client[]
  readonly people: People
  /** The key that everything is signed with, private part and all. */
  readonly key: JWK
  /** Where name and e-mail address are said. Providers do either; most that conform to the letter say them at userinfo only. */
  readonly claimsIn: 'id-token' | 'userinfo'
  readonly consents: Consents
}

/** Which grant somebody has given a program, so that she is asked once. */
export interface Consents {
  find(subject: string, clientId: string): string | undefined
  remember(subject: string, clientId: string, grantId: string): void
}

export function createConsents(): Consents {
  const grants = new Map<string, string>()
  return {
    find: (subject, clientId) => grants.get(`${clientId} ${subject}`),
    remember: (subject, clientId, grantId) => void grants.set(`${clientId} ${subject}`, grantId),
  }
}

const hour = 60 * 60
const day = 24 * hour

/** Everything the certified library wants to be told; nothing is left to its development defaults. */
export function providerSettings({ clients, people, key, claimsIn, consents }: Settings): Configuration {
  return {
    adapter: createMemory(),
    jwks: { keys: [key] },
    clients: clients.map((client) => ({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      client_name: client.name,
      redirect_uris: [...client.redirectUris],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: client.idTokenAlg ?? 'RS256',
    })),
    enabledJWA: { idTokenSigningAlgValues: ['RS256', ...clients.flatMap(({ idTokenAlg = [] }) => idTokenAlg)] },
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: claimsIn === 'userinfo',
    findAccount: (_, subject) => {
      const person = people.find(subject)
      return person && { accountId: subject, claims: () => claimsOf(person) }
    },
    // Several of them run on one machine, and the shop's cookies lie beside these.
    cookies: {
      names: { session: 'issuer-session', interaction: 'issuer-step', resume: 'issuer-resume' },
      keys: [crypto.randomUUID()],
    },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}`, policy: askingWhoEachTime() },
    loadExistingGrant: (ctx) => loadGrant(ctx, consents),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // Any API may be asked for: that a token is for another one is the API's to find out.
        getResourceServerInfo: () => ({
          scope: 'shop',
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
          jwt: { sign: { alg: 'RS256' } },
        }),
        useGrantedResource: () => true,
      },
    },
    ttl: { AccessToken: hour, AuthorizationCode: 60, IdToken: hour, Interaction: hour, Session: day, Grant: 14 * day },
    clientBasedCORS: () => false,
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html'
      ctx.body = errorPage(String(error), description ? String(description) : '')
    },
  }
}

// A test issuer is for trying several people: it asks who comes, even when it could remember.
function askingWhoEachTime(): Policies.DefaultPolicy {
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy
    .get('login')!
    .checks.add(
      new Check('ask_who', 'End-User chooses who to be', 'login_required', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    )
  return policy
}

async function loadGrant({ oidc }: KoaContextWithOIDC, consents: Consents) {
  const clientId = oidc.client?.clientId ?? ''
  const subject = oidc.session?.accountId ?? ''
  const grantId = oidc.result?.consent?.grantId ?? consents.find(subject, clientId)
  return grantId ? oidc.provider.Grant.find(grantId) : undefined
}

function claimsOf({ subject, name, email, emailVerified }: Person) {
  return { sub: subject, name, ...(email !== undefined && { email, email_verified: emailVerified }) }
}
