import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { buildApi, filesOfRelease, packagesOfRelease } from '../../../../scripts/build-api.ts'
import { until } from '../../test/door-process.ts'
import { aVisitor, openPayingShop, type PayingShop, pay, placedOrder } from '../../test/open-paying-shop.ts'
import { type RedisServer, startRedis, whyNoRedis } from '../../test/redis-server.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { noPicture, placeOf } from '../publishing/picture.ts'
import { doorEnvironment } from './door-environment.ts'

const root = path.join(import.meta.dirname, '../../../..')
const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let release: string
let open: PayingShop
let doors: { serve: ChildProcess; work: ChildProcess; url: string }
let redis: RedisServer | undefined
let receiver: Server
let tracedBy: Set<string>
let measuresFrom: number

before(async () => {
  if (skip) return
  release = await aRelease()
  open = await openPayingShop({ on: 'server', now: Temporal.Now.instant().toString() })
  // A worker begins by drawing what is missing: here the picture that stands for a missing one, and no other.
  await rows(open.shop.db, sql`update pictures set drawing = null`)
  await openWatchers()
  doors = await openBuiltDoors()
})
after(async () => {
  await Promise.all([doors?.serve, doors?.work].map((child) => child && ended(child)))
  await open?.close()
  await redis?.kill()
  receiver?.close()
  if (release) await rm(release, { recursive: true, force: true })
})

/** A folder that holds what a release holds, and nothing else: no source, and of the packages only those that it names. */
async function aRelease(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'flora-release-'))
  await buildApi({ into: path.join(folder, 'apps/api/dist') })
  for (const part of [...filesOfRelease, ...packagesOfRelease.map((name) => `node_modules/${name}`)]) {
    await mkdir(path.dirname(path.join(folder, part)), { recursive: true })
    await symlink(path.join(root, part), path.join(folder, part))
  }
  return folder
}

/** Who a release tells of itself, when it is told to: each brings a library that no door loads otherwise. */
async function openWatchers(): Promise<void> {
  if (!whyNoRedis()) redis = await startRedis()
  tracedBy = new Set()
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      for (const [, service] of body.matchAll(/"stringValue":"(flora-\w+)"/g)) tracedBy.add(service!)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  measuresFrom = (free.address() as AddressInfo).port
  free.close()
}

async function openBuiltDoors(): Promise<typeof doors> {
  const { PATH = '', HOME = '' } = process.env
  const env = {
    PATH,
    HOME,
    MODE: 'rehearsal',
    LOG_LEVEL: 'silent',
    PORT: '0',
    DATA_DIR: 'kept',
    DATABASE_POOL: '6',
    DATABASE_URL: open.shop.database.url!,
    STRIPE_API_BASE: open.stripe.url,
    METRICS_PORT: String(measuresFrom),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    ...(redis && { REDIS_URL: redis.url }),
  }
  const start = async (door: 'serve' | 'work'): Promise<{ child: ChildProcess; url: string }> => {
    const program = path.join(release, `apps/api/dist/${door}.js`)
    const whole = { ...env, ...(await envBeside(door)) }
    return new Promise((resolve, reject) => {
      const child = fork(program, {
        cwd: tmpdir(),
        env: whole,
        execArgv: [],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      let complaint = ''
      child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()))
      child.once('exit', (code) => reject(new Error(`${door} ended (${code}). ${complaint}`)))
      child.on('message', (said: { url?: string; progress?: string }) => {
        if (said.url || said.progress === 'working') resolve({ child, url: said.url ?? '' })
      })
    })
  }
  const [serve, work] = await Promise.all([start('serve'), start('work')])
  return { serve: serve.child, work: work.child, url: serve.url }
}

/** The file that the build puts beside a door, read as systemd reads an EnvironmentFile. */
async function envBeside(door: 'serve' | 'work'): Promise<Record<string, string>> {
  const text = await readFile(path.join(release, `apps/api/dist/${door}.env`), 'utf8')
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)="(.*)"$/gm)].map(([, name, value]) => [name!, value!]))
}

/** Tells a door to stop and gives its exit code; one that has ended already is left in peace. */
function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

test('a release’s door for people is ready, and finds everything that lies beside it', { skip }, async () => {
  const ask = (address: string) => fetch(doors.url + address)
  const ready = await ask('/api/ready')
  assert.deepEqual(await ready.json(), { status: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' })
  // The pages are built by another step, which may not have been taken.
  const pages = existsSync(path.join(root, 'apps/storefront/dist/server')) ? 200 : 503
  const studio = existsSync(path.join(root, 'apps/studio/dist/index.html')) ? 200 : 503
  const found = ['/', '/studio/', '/api/docs/swagger-ui.css', '/api/openapi.json', '/api/products', '/favicon.svg']
  for (const address of found)
    assert.equal(
      (await ask(address)).status,
      address === '/' ? pages : address === '/studio/' ? studio : 200,
      `${address} is not there`,
    )
})

test(
  'a picture is drawn by the press of the same release, into the folder that the configuration names',
  { skip },
  async () => {
    const file = { id: noPicture.id, width: 400, format: 'webp' } as const
    const reply = await fetch(`${doors.url}/pictures/${noPicture.id}-400.webp`)
    assert.equal(reply.headers.get('content-type'), 'image/webp')
    assert.equal(Buffer.from(await reply.arrayBuffer()).toString('latin1', 8, 12), 'WEBP')
    assert.ok(existsSync(path.join(release, 'kept/files', placeOf(file))))
  },
)

test(
  'an order that is paid is confirmed by the release’s worker, and its invoice is printed by the door',
  { skip },
  async () => {
    const visitor = aVisitor(open.app)
    const { days } = await visitor.call('GET /delivery/calendar', {
      query: { postcode: '3067', lines: 'var_peace-lily-one:1' },
    })
    const day = days.slice(7).find(({ windows }) => windows.some(({ id, open }) => id === 'win_inner-morning' && open))!
    const placed = await placedOrder(visitor, { day: day.day })
    await pay(open.stripe, placed)
    const { link } = placed.order
    await until(
      () => visitor.call('GET /orders/:link', { params: { link } }),
      ({ status }) => status === 'CONFIRMED',
    )
    const invoice = await fetch(`${doors.url}/api/orders/${link}/invoice.pdf`)
    assert.equal(invoice.status, 200)
    assert.equal(Buffer.from(await invoice.arrayBuffer()).toString('latin1', 0, 8), '%PDF-1.7')
  },
)

test('a release that is told to measures and traces, and counts in the cache', { skip }, async () => {
  const ports = Array.from({ length: 10 }, (_, at) => measuresFrom + at)
  const asked = ports.map((port) => fetch(`http://127.0.0.1:${port}/metrics`).then((reply) => reply.text()))
  const texts = (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const told = (door: string) => texts.find((text) => text.includes(`door="${door}"`)) ?? ''
  assert.match(
    told('serve'),
    /^flora_http_requests_total\{method="GET",route="\/api\/ready",status="2xx",door="serve"\} \d/m,
  )
  assert.match(told('work'), /^flora_jobs_total\{job_name="payments\/process-event",outcome="done",door="work"\} \d/m)
  assert.match(told('work'), /^flora_figures_up\{door="work"\} 1$/m)
  if (redis) assert.match(told('serve'), /^flora_shared_cache_up\{door="serve"\} 1$/m)
  await until(
    async () => tracedBy,
    (services) => services.has('flora-serve') && services.has('flora-work'),
  )
})

test('both start with the environment that production gives them, and close when they are told', { skip }, async () => {
  for (const door of ['serve', 'work'] as const) assert.deepEqual(await envBeside(door), doorEnvironment(door))
  assert.equal(await ended(doors.serve), 0)
  assert.equal(await ended(doors.work), 0)
})
