import path from 'node:path'
import { z } from 'zod'

const projectRoot = path.join(import.meta.dirname, '../../../..')

const flag = z.enum(['on', 'off'])
const port = z.coerce.number().int().min(0).max(65_535)
const address = z.url({ protocol: /^https?$/ })

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
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL server. Absent: the embedded database in DATA_DIR, one process only.'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe('Connections one process may hold.'),
  DATA_DIR: z
    .string()
    .default('.flora')
    .describe('Where the embedded database, pictures and sandbox books are kept; relative to the project.'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/)
    .optional()
    .describe('Stripe’s secret key. Absent: the sandbox takes payments.'),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/)
    .optional()
    .describe('Stripe’s publishable key, for the payment form.'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/)
    .optional()
    .describe('The signing secret of the webhook endpoint at /api/stripe/webhook.'),
  STRIPE_API_BASE: address.optional().describe('Where the payment sandbox listens. Never with real keys.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('The mail server, as smtp://user:password@host:port. Absent in development: the mail catcher.'),
  MAIL_FROM: z.string().min(3).default('Flora <hello@flora.example>').describe('How the shop signs its mail.'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('What is written to the log.'),
  RATE_LIMITS: flag
    .default('on')
    .describe('Limits a client and route. Off only where something before the shop limits, or to measure speed.'),
  SANDBOX_PORT: port.default(3010).describe('The payment sandbox that npm start runs.'),
  MAIL_PORT: port.default(3025).describe('The mail catcher’s SMTP that npm start runs.'),
  MAILBOX_PORT: port.default(3026).describe('The mail catcher’s page that npm start runs.'),
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
  readonly stripe: {
    readonly secretKey: string
    readonly publishableKey: string
    readonly webhookSecret: string
    readonly apiBase: string | undefined
  }
  readonly smtpUrl: string
  readonly mailFrom: string
  readonly logLevel: string
  readonly rateLimits: boolean
  readonly sandbox: { readonly stripePort: number; readonly smtpPort: number; readonly mailboxPort: number }
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

/** Reads the environment once. Throws BadConfig with every problem at a time. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key in variables.shape && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    throw new BadConfig(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const v = parsed.data
  const problems = crossProblems(v)
  if (problems.length > 0) throw new BadConfig(problems.join('\n'))

  return {
    mode: v.MODE,
    host: v.HOST,
    port: v.PORT,
    publicUrl: (v.PUBLIC_URL ?? `http://${v.HOST === '0.0.0.0' ? '127.0.0.1' : v.HOST}:${v.PORT}`).replace(/\/$/, ''),
    trustProxy: v.TRUST_PROXY,
    databaseUrl: v.DATABASE_URL,
    databasePool: v.DATABASE_POOL,
    dataDir: path.resolve(projectRoot, v.DATA_DIR),
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
    logLevel: v.LOG_LEVEL,
    rateLimits: v.RATE_LIMITS === 'on',
    sandbox: { stripePort: v.SANDBOX_PORT, smtpPort: v.MAIL_PORT, mailboxPort: v.MAILBOX_PORT },
    release: v.RELEASE,
  }
}

/** The process's own environment; the only place that touches it. */
export function readOwnConfig(): Config {
  return readConfig(process.env)
}

function crossProblems(v: z.output<typeof variables>): string[] {
  const problems: string[] = []
  const say = (wrong: unknown, sentence: string) => wrong && problems.push(sentence)
  say(
    v.STRIPE_SECRET_KEY && !v.STRIPE_PUBLISHABLE_KEY,
    'STRIPE_PUBLISHABLE_KEY is missing: it belongs to STRIPE_SECRET_KEY.',
  )
  say(
    v.STRIPE_SECRET_KEY && !v.STRIPE_WEBHOOK_SECRET,
    'STRIPE_WEBHOOK_SECRET is missing: without it no payment event can be trusted.',
  )
  say(
    !v.STRIPE_SECRET_KEY && v.STRIPE_PUBLISHABLE_KEY,
    'STRIPE_SECRET_KEY is missing: it belongs to STRIPE_PUBLISHABLE_KEY.',
  )
  const worlds = new Set([v.STRIPE_SECRET_KEY, v.STRIPE_PUBLISHABLE_KEY].flatMap((key) => key?.split('_')[1] ?? []))
  say(
    worlds.size > 1,
    'STRIPE_PUBLISHABLE_KEY and STRIPE_SECRET_KEY are of two worlds: both must be live keys, or both test keys.',
  )
  say(
    v.STRIPE_SECRET_KEY && v.STRIPE_API_BASE,
    'STRIPE_API_BASE is for the sandbox; take it away to use Stripe’s keys.',
  )
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
  return problems
}
