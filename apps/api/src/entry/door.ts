import { setFlagsFromString } from 'node:v8'
import type { FastifyInstance } from 'fastify'
import type { SharedCache } from '../platform/cache.ts'
import type { CacheConfig } from '../platform/cache-settings.ts'
import { BadConfig, type Config, readOwnConfig } from '../platform/config.ts'
import type { Database } from '../platform/db.ts'
import type { MetricsDoor } from '../platform/metrics-door.ts'
import { FolderInUse } from '../platform/one-process.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { listenAtGivenSocket, partGently, tellSupervisor } from './hand-over.ts'
import { type Doors, type Observation, observe } from './observe.ts'
import { openShop } from './open-shop.ts'
import type { Measured } from './tell-figures.ts'

// Load balancers and people wait about this long for an answer that is under way.
const graceSeconds = 25

export interface RunningShop {
  readonly url: string | undefined
  readonly close: () => Promise<void>
}

/** Opens a shop that serves, works, or both. Closing finishes what is under way: requests first, then jobs, then the database. */
export async function openDoors(config: Config, { serves, works }: Doors): Promise<RunningShop> {
  tell({ progress: 'opening the database' })
  const observed = await observe(config, { serves, works })
  const { shop, database, queue, readiness } = await openShop(config, { observed })
  if (config.mode === 'development') await prepareForDevelopment(shop, database)
  // The file itself: its feature's window would bring all that planting needs into a process that never plants.
  else if ((await readiness()).migrations) await (await import('../demo/dismiss-demo-staff.ts')).dismissDemoStaff(shop)
  await queue.start()

  // What only the other door needs is not loaded: a worker holds no web server, a server no letters.
  const cache = serves && config.cache && config.rateLimits ? await openSharedCache(config.cache, shop) : undefined
  const app = serves
    ? await (await import('./http-app.ts')).buildHttpApp(shop, readiness, { ...observed, cache })
    : undefined
  const url = app && (await listen(app, config))
  if (works) {
    const { jobHandlers } = await import('./handlers.ts')
    await queue.work(jobHandlers(shop))
    await firstWork(shop)
  }
  const metricsDoor = await openMeasures(config, observed, { shop, database, cache, works })
  forgetTheStart()
  tell(url ? { url } : { progress: 'working' })
  tellSupervisor(config.supervisor.notifySocket)
  return {
    url,
    close: async () => {
      if (app && config.supervisor.givesSocket) await partGently(app.server)
      await app?.close()
      await queue.stop(graceSeconds)
      shop.mail.close()
      cache?.close()
      await metricsDoor?.close()
      await database.close()
      await observed.tracing?.close()
    },
  }
}

async function openSharedCache(at: CacheConfig, shop: Shop): Promise<SharedCache> {
  return (await import('../platform/cache.ts')).openCache(at, shop)
}

async function openMeasures(
  { metrics: at, release }: Config,
  { metrics }: Observation,
  open: Omit<Measured, 'release'>,
): Promise<MetricsDoor | undefined> {
  if (!at || !metrics) return undefined
  const [{ tellFigures }, { openMetricsDoor }] = await Promise.all([
    import('./tell-figures.ts'),
    import('../platform/metrics-door.ts'),
  ])
  tellFigures(metrics, { ...open, release })
  const { log } = open.shop
  try {
    const door = await openMetricsDoor(at, metrics.told)
    log.info({ url: door.url }, 'measurements are told')
    return door
  } catch (err) {
    // A shop that nobody can look at sells all the same.
    log.error({ err, port: at.port }, 'measurements cannot be told: see METRICS_PORT and METRICS_HOST')
    return undefined
  }
}

async function listen(app: FastifyInstance, { host, port, supervisor }: Config): Promise<string> {
  if (!supervisor.givesSocket) return app.listen({ host, port })
  await app.ready()
  await listenAtGivenSocket(app.server)
  return `http://${host}:${port}`
}

// A quarter of what a process holds after its start, the start alone has needed, and nobody would collect it before the first rush. This takes
// a twentieth of a second, once. Afterwards, pages that the collector has emptied go back after one second instead of eight: after a rush
// that was up to 40 MB. Only production gives its doors a collector to call (door-environment.ts); Node takes these two switches from nobody's environment.
function forgetTheStart(): void {
  if (!globalThis.gc) return
  setFlagsFromString('--memory-pool-timeout=1')
  setFlagsFromString('--no-large-page-pool')
  globalThis.gc({ type: 'major', flavor: 'last-resort' })
}

// What the clock would bring round later is wanted at once on a first start.
async function firstWork(shop: Shop): Promise<void> {
  const [{ openDays }, { drawMissingPictures }] = await Promise.all([
    import('../delivery/index.ts'),
    import('../publishing/index.ts'),
  ])
  await openDays(shop)
  await drawMissingPictures(shop)
}

// In production migrating is a step of the release, taken once and before any process starts.
async function prepareForDevelopment(shop: Shop, database: Database): Promise<void> {
  // Needed once in the life of a database: nobody else should carry it in memory.
  const [{ migrate }, { fillWithDemo, hasShop, plantDemoStaff }] = await Promise.all([
    import('../platform/migrate.ts'),
    import('../demo/index.ts'),
  ])
  tell({ progress: 'bringing the database up to date' })
  await migrate(database)
  if (!(await hasShop(shop.db))) {
    tell({ progress: 'planting the demo shop' })
    const { demoShop } = await import('@flora/demo-shop/demo-shop.ts')
    await fillWithDemo(shop, demoShop)
  }
  await plantDemoStaff(shop)
}

/** Tells the program that started this door how far it is, when one did. */
function tell(message: { progress: string } | { url: string }): void {
  process.send?.(message)
}

/** Runs a door as a process: until SIGTERM or SIGINT, then closes it gracefully. A second signal ends it at once. */
export async function runDoor(doors: Doors): Promise<void> {
  let config: Config
  try {
    config = readOwnConfig()
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    process.stderr.write(`Flora cannot start with this configuration:\n${error.message.replaceAll(/^/gm, '  ')}\n`)
    process.exit(78)
  }
  const running = await openDoors(config, doors).catch((error: unknown) => {
    process.stderr.write(`${whyNot(error, config)}\n`)
    process.exit(1)
  })
  let isClosing = false
  const stop = (): void => {
    if (isClosing) process.exit(1)
    isClosing = true
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** A failed start in one sentence that says what to do. */
export function whyNot(error: unknown, config: Pick<Config, 'host' | 'port' | 'databaseUrl' | 'dataDir'>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  // These say themselves what to do.
  if (error instanceof FolderInUse || error instanceof Refusal) return message
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start.`
  if (code === 'EACCES')
    return `Flora may not use port ${config.port} or write to ${config.dataDir}. Choose a port above 1023 and a folder of your own (DATA_DIR).`
  if (['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000', '28000'].includes(code)) {
    return `The PostgreSQL server of DATABASE_URL does not let Flora in (${code}). Check that it runs, and that user, password and database are right.`
  }
  if (!config.databaseUrl && /(database|wasm|abort|RuntimeError|unreachable|PGlite)/i.test(message)) {
    return `The embedded database in ${config.dataDir} cannot be opened (${message}). If another Flora is running, stop it; else start over with: npm run reset.`
  }
  return `Flora could not start: ${message}`
}
