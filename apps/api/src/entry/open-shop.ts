import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Jobs, jobRules } from '../jobs.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { type Database, isAlive, openEmbedded, openServer } from '../platform/db.ts'
import { openFiles } from '../platform/files.ts'
import { openHotReads } from '../platform/hot-reads.ts'
import { type JobQueue, openJobs } from '../platform/jobs.ts'
import { type Log, openLog } from '../platform/log.ts'
import { openMail } from '../platform/mail.ts'
import { isMigrated, readMigrations } from '../platform/migrate.ts'
import { claimFolder } from '../platform/one-process.ts'
import { openStripe } from '../platform/stripe.ts'
import { traceDatabase } from '../platform/tracing-database.ts'
import type { Shop } from '../shop.ts'
import type { Readiness } from './http-app.ts'
import { type Observation, unobserved } from './observe.ts'

// The answers of 500 products, and the two hundred pages that are asked most, with their compressed forms; behind a CDN the others are asked
// seldom. What is kept and given up again leaves holes in a process's memory, so the bound is felt twice.
const hotReadBytes = 12 * 1024 * 1024

export interface OpenShop {
  readonly shop: Shop
  readonly database: Database
  readonly queue: JobQueue<Jobs>
  readonly readiness: () => Promise<Readiness>
}

/** Opens everything the shop needs of the world, as the configuration says. The database is opened first: the rest needs it. */
export async function openShop(
  config: Config,
  {
    observed = unobserved,
    log = openLog(config.logLevel, undefined, observed.tracing?.ids),
    database,
  }: { log?: Log; database?: Database; observed?: Observation } = {},
): Promise<OpenShop> {
  await mkdir(config.dataDir, { recursive: true })
  const plain = database ?? (await openDatabase(config))
  const opened = observed.tracing ? traceDatabase(plain, observed.tracing) : plain
  const queue = openJobs<Jobs>({ database: opened, rules: jobRules, log, watch: observed.jobs })
  const hotReads = openHotReads({ maxBytes: hotReadBytes })
  await opened.listen('catalog', () => hotReads.forget())
  const shop: Shop = {
    db: opened.db,
    inTransaction: opened.inTransaction,
    listen: opened.listen,
    clock: systemClock,
    jobs: queue,
    stripe: openStripe(config.stripe, observed.aroundStripe),
    mail: observed.aroundMail(openMail(config.smtpUrl, config.mailFrom)),
    files: await openFiles(config.filesBucket, path.join(config.dataDir, 'files')),
    hotReads,
    config,
    log,
    metrics: observed.metrics,
  }
  const migrations = await readMigrations()
  const answers = (question: () => Promise<unknown>) => question().then(Boolean, () => false)
  return {
    shop,
    database: opened,
    queue,
    readiness: async () => {
      const [isThere, migrated, queueReady] = await Promise.all([
        answers(() => isAlive(opened.db)),
        answers(() => isMigrated(opened.db, migrations)),
        answers(() => queue.isReady()),
      ])
      return { database: isThere, migrations: migrated, queue: queueReady }
    },
  }
}

export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl) return openServer(config.databaseUrl, config.databasePool)
  // The mark comes before the database: opening it a second time would already do harm.
  const release = claimFolder(config.dataDir)
  const database = await openEmbedded(path.join(config.dataDir, 'database'))
  return {
    ...database,
    close: async () => {
      await database.close()
      release()
    },
  }
}
