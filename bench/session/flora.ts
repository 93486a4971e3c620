import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { doorEnvironment, type Program } from '../../apps/api/src/entry/door-environment.ts'
import { freePort } from '../../sandbox/postgres/free-port.ts'
import { type Child, startChild } from './children.ts'

/** How many processes the shop is run as. */
export type Doors = 'serve' | 'serve and work' | 'all-in-one'

export interface Flora {
  readonly url: string
  readonly serve: Child
  readonly work: Child | undefined
  /** The payment service's and the mail server's stand-ins, when they were asked for. */
  readonly standIns: Child | undefined
  readonly stripeUrl: string | undefined
  readonly close: () => Promise<void>
}

export interface FloraParts {
  readonly database: string
  readonly doors: Doors
  /** Without it nobody takes payments or letters. */
  readonly standIns?: boolean
  readonly environment?: Record<string, string>
  /** Options for Node itself, as `--cpu-prof`. */
  readonly node?: readonly string[]
}

/**
 * The shop as it runs in production but for the payment service: every door a process, built, with production's environment,
 * MODE=rehearsal, a log that is written.
 */
export async function startFlora({
  database,
  doors,
  standIns = false,
  environment = {},
  node = [],
}: FloraParts): Promise<Flora> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-bench-'))
  const outside = standIns ? await startChild('bench/session/stand-ins.ts') : undefined
  const [stripeUrl, smtpUrl] = outside?.url.split(' ') ?? []
  const port = String(await freePort())
  const env = {
    MODE: 'rehearsal',
    DATABASE_URL: database,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: port,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    ...(stripeUrl && { STRIPE_API_BASE: stripeUrl }),
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
    ...environment,
  }
  const start = (door: Program): Promise<Child> =>
    startChild(`apps/api/dist/${door}.js`, {
      env: { ...doorEnvironment(door), ...env },
      node,
      log: path.join(folder, `${door}.log`),
    })
  const serve = await start(doors === 'all-in-one' ? 'all-in-one' : 'serve')
  const work = doors === 'serve and work' ? await start('work') : undefined
  outside?.say({ webhook: `${serve.url}/api/stripe/webhook` })
  return {
    url: serve.url,
    serve,
    work,
    standIns: outside,
    stripeUrl,
    close: async () => {
      await Promise.all([serve.end(), work?.end()])
      await outside?.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
