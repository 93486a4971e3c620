import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import cookie from '@fastify/cookie'
import { createDatabase, startPostgres } from '../../../sandbox/postgres/start-postgres.ts'
import fastify, { type FastifyInstance } from 'fastify'
import { guard } from '../src/identity/index.ts'
import { jobRules, type Jobs } from '../src/jobs.ts'
import { readConfig, sandboxKeys } from '../src/platform/config.ts'
import { type Database, openServer, overEmbedded } from '../src/platform/db.ts'
import { openFolder } from '../src/platform/files.ts'
import { openHotReads } from '../src/platform/hot-reads.ts'
import { answerErrors } from '../src/platform/http.ts'
import { type Draining, type Handlers, type JobQueue, openJobs } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'
import type { Letter, Mail } from '../src/platform/mail.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openStripe } from '../src/platform/stripe.ts'
import type { Shop } from '../src/shop.ts'
import { preparedDatabase } from './database-image.ts'
import { type StoppedClock, stoppedClock } from './stopped-clock.ts'

export interface TestShop extends Shop {
  readonly clock: StoppedClock
  readonly database: Database
  readonly app: FastifyInstance
  /** Every letter the shop sent, oldest first. */
  readonly letters: readonly Letter[]
  /** Does all waiting jobs with these handlers and says how many there were. A job without a handler fails the test. */
  readonly runJobs: (handlers: Partial<Handlers<Jobs>>, how?: Draining) => Promise<number>
  readonly close: () => Promise<void>
}

export interface ShopOptions {
  /** The instant at which the clock stands: '2026-11-20T09:00:00+11:00'. */
  readonly now: string
  /** A real PostgreSQL server instead of the embedded one, for what happens at the same moment. */
  readonly on?: 'embedded' | 'server'
  /** The routes under test. A test of the whole shop builds it with entry/http-app.ts. */
  readonly routes?: (app: FastifyInstance, shop: Shop) => unknown
  readonly environment?: Record<string, string>
}

/** A whole shop for one test: a migrated, empty database of its own, a stopped clock, real jobs, and mail that is only written down. */
export async function openShop({ now, on = 'embedded', routes, environment = {} }: ShopOptions): Promise<TestShop> {
  const [database, folder] = await Promise.all([
    on === 'server' ? databaseOnServer() : embeddedDatabase(),
    mkdtemp(path.join(tmpdir(), 'flora-test-')),
  ])
  const config = readConfig({
    LOG_LEVEL: 'silent',
    RATE_LIMITS: 'off',
    DATA_DIR: folder,
    BCRYPT_COST: '4',
    ...environment,
  })
  const log = openLog(config.logLevel)
  const jobs = openJobs<Jobs>({ database, rules: jobRules, log })
  await jobs.start()
  const hotReads = openHotReads({ maxBytes: 8_000_000 })
  await database.listen('catalog', () => hotReads.forget())
  const { mail, letters } = recordingMail()

  const shop: Shop & { clock: StoppedClock } = {
    db: database.db,
    inTransaction: database.inTransaction,
    listen: database.listen,
    clock: stoppedClock(now),
    jobs,
    // Stripe's stand-in is given by the tests that pay; nothing answers here.
    stripe: openStripe({ secretKey: sandboxKeys.secretKey, apiBase: config.stripe.apiBase }),
    mail,
    files: openFolder(path.join(folder, 'files')),
    hotReads,
    config,
    log,
  }
  const app = await openApp(shop, routes)

  return {
    ...shop,
    database,
    app,
    letters,
    runJobs: (handlers, how) => runJobs(jobs, handlers, how),
    close: async () => {
      await app.close()
      await jobs.stop(1)
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openApp(shop: Shop, routes: ShopOptions['routes']): Promise<FastifyInstance> {
  const app = fastify()
  await app.register(cookie)
  answerErrors(app, shop.log)
  guard(app, shop)
  await routes?.(app, shop)
  await app.ready()
  return app
}

function runJobs(jobs: JobQueue<Jobs>, handlers: Partial<Handlers<Jobs>>, how?: Draining): Promise<number> {
  const missing = (name: string) => () =>
    Promise.reject(new Error(`A job ${name} waits and this test has no handler for it.`))
  const all = Object.fromEntries(
    Object.keys(jobRules).map((name) => [name, handlers[name as keyof Jobs] ?? missing(name)]),
  )
  return jobs.drain(all as unknown as Handlers<Jobs>, how)
}

function recordingMail(): { mail: Mail; letters: Letter[] } {
  const letters: Letter[] = []
  return { letters, mail: { send: async (letter) => void letters.push(letter), close: () => undefined } }
}

async function embeddedDatabase(): Promise<Database> {
  return overEmbedded(await PGlite.create({ loadDataDir: await preparedDatabase(prepare), extensions: { pg_trgm } }))
}

async function prepare(database: Database): Promise<void> {
  await migrate(database)
  const jobs = openJobs<Jobs>({ database, rules: jobRules, log: openLog('silent') })
  await jobs.start()
  await jobs.stop(1)
}

let server: Promise<string> | undefined
let databases = 0

async function databaseOnServer(): Promise<Database> {
  server ??= startServer()
  databases += 1
  return openServer(await createDatabase(await server, `test_${databases}`, 'template_shop'), 40)
}

/** The server ends with this process. */
async function startServer(): Promise<string> {
  const { url } = await startPostgres()
  const template = openServer(await createDatabase(url, 'template_shop'), 4)
  await prepare(template)
  await template.close()
  return url
}
