import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../test/door-process.ts'
import { startRedis, whyNoRedis } from '../../test/redis-server.ts'
import { openCache } from './cache.ts'
import { readCache } from './cache-settings.ts'
import { signedPassword } from './cache-sign-in.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'

const skip = whyNoRedis() ?? false

function aLog() {
  const lines: { level: number; msg: string }[] = []
  return { lines, log: openLog('info', { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[0]) }) }
}

const warnings = (lines: { level: number }[]) => lines.filter(({ level }) => level === 40).length

test('two who count under one key count together, and a window ends by itself', { skip }, async (t) => {
  const redis = await startRedis()
  const { log, lines } = aLog()
  const open = () => openCache(readCache({ REDIS_URL: redis.url })!, { log, clock: systemClock })
  const [one, other] = await Promise.all([open(), open()])
  t.after(async () => {
    one.close()
    other.close()
    await redis.kill()
  })
  assert.equal((await one.countIn('guesses', 60_000))?.count, 1)
  assert.equal((await other.countIn('guesses', 60_000))?.count, 2)
  const third = await one.countIn('guesses', 1)
  assert.equal(third?.count, 3)
  assert.ok(third.leftMs > 50_000 && third.leftMs <= 60_000, 'the window is the first one’s')
  assert.equal((await other.countIn('others', 60_000))?.count, 1)
  await one.countIn('short', 5)
  await until(
    () => one.countIn('short', 5),
    (seen) => seen?.count === 1,
  )
  assert.equal(warnings(lines), 0)
})

test('a cache that goes away is told once, answers nothing, and is used again when it is back', { skip }, async (t) => {
  const redis = await startRedis()
  const { log, lines } = aLog()
  const cache = await openCache(readCache({ REDIS_URL: redis.url })!, { log, clock: systemClock })
  t.after(async () => {
    cache.close()
    await redis.kill()
  })
  assert.equal((await cache.countIn('a', 60_000))?.count, 1)
  await redis.kill()
  await until(
    () => cache.countIn('a', 60_000),
    (seen) => seen === undefined,
  )
  await until(
    async () => cache.isThere(),
    (isThere) => !isThere,
  )
  for (let asked = 0; asked < 20; asked += 1) assert.equal(await cache.countIn('a', 60_000), undefined)
  assert.equal(warnings(lines), 1)
  await redis.restart()
  const seen = await until(
    () => cache.countIn('a', 60_000),
    (found) => found !== undefined,
  )
  assert.equal(seen?.count, 1)
  assert.equal(cache.isThere(), true)
  assert.equal(warnings(lines), 1)
})

test('one that is there and says nothing is waited for once and then passed by', { skip }, async (t) => {
  const redis = await startRedis()
  const { log } = aLog()
  const cache = await openCache(readCache({ REDIS_URL: redis.url })!, { log, clock: systemClock })
  t.after(async () => {
    cache.close()
    redis.thaw()
    await redis.kill()
  })
  redis.freeze()
  assert.equal(await cache.countIn('a', 60_000), undefined)
  assert.equal(await cache.countIn('a', 60_000), undefined)
  redis.thaw()
  await until(
    () => cache.countIn('a', 60_000),
    (seen) => seen !== undefined,
  )
})

test('a shop opens without its cache, and uses it when it comes', { skip }, async (t) => {
  const redis = await startRedis(['--requirepass', 'of-the-cache'])
  const { log, lines } = aLog()
  const open = (url: string) => openCache(readCache({ REDIS_URL: url })!, { log, clock: systemClock })
  await redis.kill()
  const cache = await open(redis.url.replace('//', '//default:of-the-cache@'))
  t.after(async () => {
    cache.close()
    await redis.kill()
  })
  assert.equal(cache.isThere(), false)
  assert.equal(await cache.countIn('a', 60_000), undefined)
  await redis.restart()
  await until(
    () => cache.countIn('a', 60_000),
    (seen) => seen !== undefined,
  )
  assert.equal(warnings(lines), 1)

  const refused = await open(redis.url.replace('//', '//default:another@'))
  assert.equal(await refused.countIn('a', 60_000), undefined, 'the wrong password is no way in')
  refused.close()
  assert.doesNotMatch(JSON.stringify(lines), /of-the-cache|another/)
})

test('an address says where the cache is, and how one signs in', () => {
  const read = (url: string) => readConfig({ REDIS_URL: url }).cache
  assert.equal(readConfig({}).cache, undefined)
  assert.deepEqual(read('redis://127.0.0.1/2'), {
    host: '127.0.0.1',
    port: 6_379,
    database: 2,
    isEncrypted: false,
    user: undefined,
    password: undefined,
    signsInByRole: undefined,
  })
  const ofAws = read('rediss://flora-prod-shop@master.flora-prod.abc123.apse2.cache.amazonaws.com:6379')
  assert.deepEqual([ofAws?.signsInByRole, ofAws?.user, ofAws?.isEncrypted], ['flora-prod', 'flora-prod-shop', true])
  assert.throws(() => read('redis://flora@cache.example'), /names a user without a password/)
  assert.throws(() => read('redis://flora@master.x.abc.apse2.cache.amazonaws.com'), /must begin with rediss/)
  assert.throws(() => read('redis://cache.example/keys'), /number of a database/)
})

test('the password by role is the request that AWS’s own signer would sign', () => {
  const password = signedPassword({
    group: 'flora-prod',
    user: 'flora-prod-shop',
    region: 'ap-southeast-2',
    now: Temporal.Instant.from('2026-11-20T09:30:15.123Z'),
    keys: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret/example', sessionToken: 'session+token=/' },
  })
  const query = [
    'Action=connect',
    'User=flora-prod-shop',
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    'X-Amz-Credential=AKIAEXAMPLE%2F20261120%2Fap-southeast-2%2Felasticache%2Faws4_request',
    'X-Amz-Date=20261120T093015Z',
    'X-Amz-Expires=900',
    'X-Amz-Security-Token=session%2Btoken%3D%2F',
    'X-Amz-SignedHeaders=host',
    // As AWS's own signer made it of the same.
    'X-Amz-Signature=b360724cf4769c340d09b23517a8da5f7313fb0d4c6ce5ba88e7fca3a7b45ba5',
  ]
  assert.equal(password, `flora-prod/?${query.join('&')}`)
})
