import { z } from 'zod'

/** The variables of sign-in by a provider; they stand among the others in config.ts. */
export const oidcVariables = {
  OIDC_ISSUER: z
    .string()
    .max(300)
    .optional()
    .describe(
      'An OpenID provider that customers may sign in by, as https://…; with OIDC_PRESET=auth0 the tenant’s domain is enough. Absent: none (npm start runs a test issuer).',
    ),
  OIDC_PRESET: z
    .enum(['generic', 'auth0'])
    .default('generic')
    .describe(
      'What is known of the provider: auth0 takes a bare domain, names the button and holds tokens to Auth0’s algorithms.',
    ),
  OIDC_CLIENT_ID: z.string().min(1).max(300).optional().describe('What the provider calls the shop.'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(8)
    .max(500)
    .optional()
    .describe('How the shop proves to the provider that it is the shop.'),
  OIDC_NAME: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .describe('What stands on the button: Continue with … Absent with OIDC_PRESET=auth0: Auth0.'),
  OIDC_AUDIENCE: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe(
      'The API’s identifier at the provider: its access tokens for this audience open the API. Absent: none do.',
    ),
}

type Given = z.output<z.ZodObject<typeof oidcVariables>>

/** How tokens of a provider may be signed. Never by a shared secret, and never not at all. */
export type TokenAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA'

export interface OidcConfig {
  /** As an address; whether it ends in a slash is the provider's to say. */
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  /** Absent: no access token of the provider opens the API. */
  readonly audience: string | undefined
  readonly algorithms: readonly TokenAlgorithm[]
}

interface Preset {
  readonly name: string | undefined
  readonly algorithms: readonly TokenAlgorithm[]
  readonly takesDomain: boolean
}

const presets: Record<Given['OIDC_PRESET'], Preset> = {
  generic: { name: undefined, algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'], takesDomain: false },
  // Auth0 signs with RS256 or PS256; its HS256 is not taken.
  auth0: { name: 'Auth0', algorithms: ['RS256', 'PS256'], takesDomain: true },
}

/** The provider, when there is one. Call it after `oidcProblems` found none. */
export function readOidc(given: Given): OidcConfig | undefined {
  if (given.OIDC_ISSUER === undefined) return undefined
  const preset = presets[given.OIDC_PRESET]
  return {
    issuer: new URL(withScheme(given.OIDC_ISSUER, preset)),
    clientId: given.OIDC_CLIENT_ID!,
    clientSecret: given.OIDC_CLIENT_SECRET!,
    name: (given.OIDC_NAME ?? preset.name)!,
    audience: given.OIDC_AUDIENCE,
    algorithms: preset.algorithms,
  }
}

/** What does not fit together, in sentences. */
export function oidcProblems(given: Given, mode: 'development' | 'rehearsal' | 'production'): string[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_AUDIENCE, OIDC_PRESET } = given
  const preset = presets[OIDC_PRESET]
  if (OIDC_ISSUER === undefined) {
    const lost = Object.entries({ OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_AUDIENCE })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name)
    return lost.length > 0 ? [`OIDC_ISSUER is missing: ${lost.join(', ')} would be used by nobody.`] : []
  }
  return [
    ...issuerProblems(withScheme(OIDC_ISSUER, preset), preset, mode),
    ...(OIDC_CLIENT_ID ? [] : ['OIDC_CLIENT_ID is missing: the provider must know who asks.']),
    ...(OIDC_CLIENT_SECRET
      ? []
      : ['OIDC_CLIENT_SECRET is missing: the provider would not believe that it is the shop.']),
    ...((OIDC_NAME ?? preset.name) ? [] : ['OIDC_NAME is missing: it stands on the button.']),
    ...(OIDC_AUDIENCE !== undefined && OIDC_AUDIENCE === OIDC_CLIENT_ID
      ? [
          'OIDC_AUDIENCE is the client’s id: then every ID token would open the API. Make an API of its own at the provider.',
        ]
      : []),
  ]
}

function issuerProblems(
  text: string,
  { takesDomain }: Preset,
  mode: 'development' | 'rehearsal' | 'production',
): string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password)
    return ['OIDC_ISSUER is not an issuer: it must be an https:// address without anything behind its path.']
  if (url.pathname.includes('/.well-known/'))
    return ['OIDC_ISSUER is the address of a document: take what stands before /.well-known.']
  const isHere = /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname)
  if (isHere && mode === 'production')
    return ['OIDC_ISSUER is on this machine: whoever runs a test issuer could sign in as anybody.']
  if (url.protocol === 'http:' && !isHere)
    return ['OIDC_ISSUER must be an https:// address: who can change what it says could sign in as anybody.']
  if (takesDomain && url.pathname !== '/')
    return ['OIDC_ISSUER has a path, which an Auth0 tenant has not: take its domain, such as flora.au.auth0.com.']
  return []
}

function withScheme(text: string, { takesDomain }: Preset): string {
  return takesDomain && !text.includes('://') ? `https://${text}` : text
}
