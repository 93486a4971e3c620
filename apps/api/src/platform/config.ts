import { createSecretKey, type KeyObject } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { inWords } from './config-words.ts'
import { type CacheConfig, cacheProblems, cacheVariables, readCache } from './cache-settings.ts'
import { type FilesBucketConfig, filesProblems, filesVariables, readFilesBucket } from './files-settings.ts'
import { giftNotesProblems, giftNotesVariables, type HostedNotesConfig, readGiftNotes } from './gift-notes-settings.ts'
import { type MetricsConfig, metricsProblems, metricsVariables, readMetrics } from './metrics-settings.ts'
import { type OidcConfig, oidcProblems, oidcVariables, readOidc } from './oidc-settings.ts'
import { keepOwnKeys, newOwnKeys, type OwnKeys } from './own-keys.ts'
import { readSigningKeys, type SigningKey } from './signing-keys.ts'
import { stripeProblems } from './stripe-settings.ts'
import { readSupervisor, type SupervisorConfig, supervisorVariables } from './supervisor-settings.ts'
import { readTracing, type TracingConfig, tracingProblems, tracingVariables } from './tracing-settings.ts'

const projectRoot = path.join(import.meta.dirname, '../../../..')

const flag = z.enum(['on', 'off'])
const port = z.coerce.number().int().min(0).max(65_535)
const address = z.url({ protocol: /^https?$/, error: 'should be an address like https://flowers.example' })

// Below this a stolen database gives its passwords away too cheaply.
const leastBcryptCost = 12

/** Every variable Flora reads, with its default and what it is for. `.env.example` is held equal to this list by a test. */
export const variables = z.object({
  MODE: z
    .enum(['development', 'rehearsal', 'production'])
    .default('development')
    .describe(
      'production refuses sandbox payments and plain defaults; rehearsal is production with sandbox payments, for drills and measurements.',
    ),
  HOST: z.string().default('127.0.0.1').describe('The address the shop listens on.'),
  PORT: port.default(3000).describe('The port the shop listens on.'),
  PUBLIC_URL: address
    .optional()
    .describe('Where customers reach the shop, for links in mail. Defaults to http://HOST:PORT.'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('How many proxies stand before the shop and may name the client.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'should be like postgres://user:password@host:5432/flora' })
    .optional()
    .describe('A PostgreSQL server. Absent: the embedded database in DATA_DIR, one process only.'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe('Connections one process may hold.'),
  DATA_DIR: z
    .string()
    .default('.flora')
    .describe('Where the embedded database, pictures and sandbox books are kept; relative to the project.'),
  ...filesVariables,
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'should be a secret key of Stripe’s, which begins with sk_live_ or sk_test_')
    .optional()
    .describe('Stripe’s secret key. Absent: the sandbox takes payments.'),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, 'should be a publishable key of Stripe’s, which begins with pk_live_ or pk_test_')
    .optional()
    .describe('Stripe’s publishable key, for the payment form.'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, 'should be a signing secret of Stripe’s, which begins with whsec_')
    .optional()
    .describe('The signing secret of the webhook endpoint at /api/stripe/webhook.'),
  STRIPE_API_BASE: address.optional().describe('Where the payment sandbox listens. Never with real keys.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'should be like smtp://user:password@host:587' })
    .optional()
    .describe('The mail server, as smtp://user:password@host:port. Absent in development: the mail catcher.'),
  MAIL_FROM: z.string().min(3).default('Flora <hello@flora.example>').describe('How the shop signs its mail.'),
  SIGNING_KEYS: z
    .string()
    .refine((text) => readSigningKeys(text) !== undefined, 'is not a private JWKS of P-256 keys, each with its own kid')
    .optional()
    .describe(
      'The keys of access tokens: a private JWKS, as npm run ops -- new-signing-key prints it. The first signs, all verify. Absent in development: kept in DATA_DIR.',
    ),
  SEALING_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'is not 32 bytes as base64')
    .optional()
    .describe(
      'Seals secrets that the database holds: 32 random bytes as base64 (openssl rand -base64 32). Absent in development: kept in DATA_DIR.',
    ),
  BCRYPT_COST: z.coerce
    .number()
    .int()
    .min(4)
    .max(15)
    .default(leastBcryptCost)
    .describe('How dear a guess at a password is; one more doubles it. At least 12 in production.'),
  STAFF_TWO_FACTOR: flag
    .optional()
    .describe('Whether staff need two-factor sign-in for their work. Absent: on, except in development.'),
  ...oidcVariables,
  ...giftNotesVariables,
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('What is written to the log.'),
  RATE_LIMITS: flag
    .default('on')
    .describe('Limits a client and route. Off only where something before the shop limits, or to measure speed.'),
  ...cacheVariables,
  ...metricsVariables,
  ...tracingVariables,
  SANDBOX_PORT: port.default(3010).describe('The payment sandbox that npm start runs.'),
  MAIL_PORT: port.default(3025).describe('The mail catcher’s SMTP that npm start runs.'),
  MAILBOX_PORT: port.default(3026).describe('The mail catcher’s page that npm start runs.'),
  SANDBOX_OIDC_PORT: port.default(3012).describe('The test issuer that npm start runs, for sign-in by a provider.'),
  ...supervisorVariables,
  RELEASE: z.string().max(80).default('development').describe('The release that runs, as shown by /api/health.'),
})

export interface Config {
  readonly mode: 'development' | 'rehearsal' | 'production'
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly trustProxy: number
  readonly databaseUrl: string | undefined
  readonly databasePool: number
  readonly dataDir: string
  /** Absent: files lie in the data folder. */
  readonly filesBucket: FilesBucketConfig | undefined
  readonly stripe: {
    readonly secretKey: string
    readonly publishableKey: string
    readonly webhookSecret: string
    readonly apiBase: string | undefined
  }
  readonly smtpUrl: string
  readonly mailFrom: string
  /** The first signs, all verify. */
  readonly signingKeys: readonly SigningKey[]
  /** Seals and derives; 32 bytes. */
  readonly sealingKey: KeyObject
  readonly bcryptCost: number
  readonly staffTwoFactor: boolean
  /** Absent: customers sign in by password only. */
  readonly oidc: OidcConfig | undefined
  /** Absent: the shop drafts card messages by itself. */
  readonly giftNotes: HostedNotesConfig | undefined
  readonly logLevel: string
  readonly rateLimits: boolean
  /** Absent: each process counts for itself. */
  readonly cache: CacheConfig | undefined
  /** Absent: nothing is measured. */
  readonly metrics: MetricsConfig | undefined
  /** Absent: nothing is traced. */
  readonly tracing: TracingConfig | undefined
  readonly sandbox: Readonly<Record<'stripePort' | 'smtpPort' | 'mailboxPort' | 'oidcPort', number>>
  readonly supervisor: SupervisorConfig
  readonly release: string
}

/** What is wrong with the configuration, in sentences, one for each variable. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/** The keys the sandbox answers to; they open nothing else. */
export const sandboxKeys = {
  secretKey: 'sk_test_flora_sandbox',
  publishableKey: 'pk_test_flora_sandbox',
  webhookSecret: 'whsec_flora_sandbox',
} as const

/**
 * Reads the environment once. Throws BadConfig with every problem at a time. Keys that are not given, and need not be, are asked of
 * `ownKeys`: unless told, they live as long as this configuration.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  ownKeys: (dataDir: string) => OwnKeys = newOwnKeys,
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key in variables.shape && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    throw new BadConfig(parsed.error.issues.map(inWords).join('\n'))
  }
  const v = parsed.data
  const problems = crossProblems(v)
  if (problems.length > 0) throw new BadConfig(problems.join('\n'))
  const dataDir = path.resolve(projectRoot, v.DATA_DIR)

  return {
    mode: v.MODE,
    host: v.HOST,
    port: v.PORT,
    publicUrl: (v.PUBLIC_URL ?? `http://${v.HOST === '0.0.0.0' ? '127.0.0.1' : v.HOST}:${v.PORT}`).replace(/\/$/, ''),
    trustProxy: v.TRUST_PROXY,
    databaseUrl: v.DATABASE_URL,
    databasePool: v.DATABASE_POOL,
    dataDir,
    filesBucket: readFilesBucket(v),
    stripe: v.STRIPE_SECRET_KEY
      ? {
          secretKey: v.STRIPE_SECRET_KEY,
          publishableKey: v.STRIPE_PUBLISHABLE_KEY!,
          webhookSecret: v.STRIPE_WEBHOOK_SECRET!,
          apiBase: undefined,
        }
      : { ...sandboxKeys, apiBase: v.STRIPE_API_BASE ?? `http://127.0.0.1:${v.SANDBOX_PORT}` },
    smtpUrl: v.SMTP_URL ?? `smtp://127.0.0.1:${v.MAIL_PORT}`,
    mailFrom: v.MAIL_FROM,
    ...keys(v, () => ownKeys(dataDir)),
    bcryptCost: v.BCRYPT_COST,
    staffTwoFactor: v.STAFF_TWO_FACTOR ? v.STAFF_TWO_FACTOR === 'on' : v.MODE !== 'development',
    oidc: readOidc(v),
    giftNotes: readGiftNotes(v),
    logLevel: v.LOG_LEVEL,
    rateLimits: v.RATE_LIMITS === 'on',
    cache: readCache(v),
    metrics: readMetrics(v),
    tracing: readTracing(v),
    sandbox: {
      stripePort: v.SANDBOX_PORT,
      smtpPort: v.MAIL_PORT,
      mailboxPort: v.MAILBOX_PORT,
      oidcPort: v.SANDBOX_OIDC_PORT,
    },
    supervisor: readSupervisor(v),
    release: v.RELEASE,
  }
}

/** The process's own environment; the only place that touches it. */
export function readOwnConfig(): Config {
  return readConfig(process.env, (dataDir) => {
    try {
      return keepOwnKeys(dataDir)
    } catch {
      throw new BadConfig(`DATA_DIR: the shop’s keys cannot be kept in ${dataDir}. Choose a folder of your own.`)
    }
  })
}

/** The signing keys that the environment names now, none when it names none; for the command that makes the next one. */
export function readOwnSigningKeys(): readonly SigningKey[] {
  const given = process.env['SIGNING_KEYS']
  if (!given) return []
  const read = readSigningKeys(given)
  if (!read) throw new BadConfig('SIGNING_KEYS: is not a private JWKS of P-256 keys, each with its own kid')
  return read
}

function keys(
  { SIGNING_KEYS: given, SEALING_KEY: seal }: z.output<typeof variables>,
  own: () => OwnKeys,
): Pick<Config, 'signingKeys' | 'sealingKey'> {
  const kept = given && seal ? { signingKeys: given, sealingKey: seal } : own()
  return {
    signingKeys: readSigningKeys(given ?? kept.signingKeys)!,
    sealingKey: createSecretKey(Buffer.from(seal ?? kept.sealingKey, 'base64')),
  }
}

function crossProblems(v: z.output<typeof variables>): string[] {
  const problems: string[] = []
  const say = (wrong: unknown, sentence: string) => wrong && problems.push(sentence)
  problems.push(...stripeProblems(v), ...oidcProblems(v, v.MODE), ...giftNotesProblems(v), ...filesProblems(v))
  problems.push(...cacheProblems(v), ...metricsProblems(v), ...tracingProblems(v))
  if (v.MODE !== 'production') return problems
  say(!v.STRIPE_SECRET_KEY, 'STRIPE_SECRET_KEY is missing: a shop in production takes no sandbox money.')
  say(
    v.STRIPE_SECRET_KEY?.includes('_test_') || v.STRIPE_PUBLISHABLE_KEY?.includes('_test_'),
    'STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY are test keys: anybody could pay with a test card. Use MODE=rehearsal to try them.',
  )
  say(
    v.TRUST_PROXY === 0,
    'TRUST_PROXY is 0: behind https stands a proxy, and without its word all customers would count as one.',
  )
  say(
    v.MAIL_FROM.includes('.example'),
    'MAIL_FROM is still the demo shop’s: mail that is signed by nobody ends as spam.',
  )
  say(!v.DATABASE_URL, 'DATABASE_URL is missing: a shop in production needs a PostgreSQL server.')
  say(!v.PUBLIC_URL?.startsWith('https://'), 'PUBLIC_URL must be the shop’s https:// address: it stands in every mail.')
  say(!v.SMTP_URL, 'SMTP_URL is missing: customers wait for their confirmation.')
  say(!v.SIGNING_KEYS, 'SIGNING_KEYS is missing: every machine must sign and verify with the same keys.')
  say(!v.SEALING_KEY, 'SEALING_KEY is missing: what one machine seals, every other must open.')
  say(
    v.BCRYPT_COST < leastBcryptCost,
    `BCRYPT_COST is below ${leastBcryptCost}: a stolen database would give its passwords away.`,
  )
  return problems
}
