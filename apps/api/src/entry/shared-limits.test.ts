import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { type DoorProcess, endDoorProcesses, openDoorProcess, until } from '../../test/door-process.ts'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { type RedisServer, startRedis, whyNoRedis } from '../../test/redis-server.ts'

const postgres = hasRealPostgres()
const skip = whyNoRedis() ?? (postgres.ok ? false : postgres.because)

let open: PayingShop
let redis: RedisServer
let doors: DoorProcess[]

before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  redis = await startRedis()
  doors = await Promise.all([1, 2].map(() => openDoorProcess('serve', environment())))
})
after(async () => {
  await endDoorProcesses()
  await redis?.kill()
  await open?.close()
})

function environment(): Record<string, string> {
  return {
    MODE: 'rehearsal',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: open.shop.config.dataDir,
    DATABASE_URL: open.shop.database.url!,
    DATABASE_POOL: '4',
    STRIPE_API_BASE: open.stripe.url,
    TRUST_PROXY: '1',
    REDIS_URL: redis.url,
  }
}

/** Guesses at a code, by turns at one process and the other; the statuses of the answers. */
async function guess(client: string, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let asked = 0; asked < times; asked += 1) {
    const reply = await fetch(`${doors[asked % 2]!.url}/api/cart/code`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
      body: '{"code":"NOTHING"}',
    })
    statuses.push(reply.status)
    await reply.arrayBuffer()
  }
  return statuses
}

test('two processes count the guesses of a client together', { skip }, async () => {
  const statuses = await guess('203.0.113.1', 13)
  assert.deepEqual(statuses, [...Array.from({ length: 12 }, () => 404), 429])
  assert.equal((await guess('203.0.113.2', 1))[0], 404, 'another client is not bothered')
})

test('the cache dies in between: both go on answering, and each still limits for itself', { skip }, async () => {
  assert.deepEqual(new Set(await guess('203.0.113.3', 6)), new Set([404]))
  await redis.kill()
  const statuses = await guess('203.0.113.3', 26)
  assert.deepEqual(
    [statuses.filter((status) => status === 404).length, statuses.filter((status) => status === 429).length],
    [24, 2],
    'twelve at each',
  )
  for (const { url } of doors) assert.equal((await fetch(`${url}/api/products`)).status, 200)
  await redis.restart()
  let host = 10
  await until(
    () => guess(`203.0.113.${(host += 1)}`, 14),
    (seen) => seen.filter((status) => status === 404).length === 12,
  )
})
