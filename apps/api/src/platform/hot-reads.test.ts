import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { type HotReads, openHotReads } from './hot-reads.ts'

const long = 'peony '.repeat(1_000)

function shelf(hotReads: HotReads, body: () => Promise<string>): FastifyInstance {
  const app = fastify()
  app.get('/*', (request, reply) =>
    hotReads.answer(request, reply, request.url, async () => ({
      body: await body(),
      contentType: 'text/plain',
      edgeSeconds: 60,
    })),
  )
  return app
}

test('the same answer is made once, however many ask at once, and again when the catalogue changed', async () => {
  let made = 0
  const hotReads = openHotReads({ maxBytes: 1_000_000 })
  const app = shelf(hotReads, async () => `answer ${(made += 1)}`)
  const ask = async () => (await app.inject('/roses')).body
  assert.deepEqual(await Promise.all([ask(), ask(), ask()]), ['answer 1', 'answer 1', 'answer 1'])
  assert.equal(await ask(), 'answer 1')
  hotReads.forget()
  assert.equal(await ask(), 'answer 2')
})

test('each client gets the form it understands, the first one too', async () => {
  const app = shelf(openHotReads({ maxBytes: 1_000_000 }), async () => long)
  for (let time = 0; time < 2; time += 1) {
    const [plain, br, gzip] = await Promise.all(
      ['identity', 'gzip, br', 'gzip'].map((accepted) =>
        app.inject({ url: '/roses', headers: { 'accept-encoding': accepted } }),
      ),
    )
    assert.deepEqual([plain!.headers['content-encoding'], plain!.body], [undefined, long])
    assert.deepEqual([br!.headers['content-encoding'], brotliDecompressSync(br!.rawPayload).toString()], ['br', long])
    assert.deepEqual([gzip!.headers['content-encoding'], gunzipSync(gzip!.rawPayload).toString()], ['gzip', long])
    assert.equal(br!.headers.etag, plain!.headers.etag)
  }
})

test('what a client has already is not sent again, and short answers are not compressed', async () => {
  const app = shelf(openHotReads({ maxBytes: 1_000_000 }), async () => 'short')
  const first = await app.inject({ url: '/roses', headers: { 'accept-encoding': 'br' } })
  assert.equal(first.headers['content-encoding'], undefined)
  const again = await app.inject({ url: '/roses', headers: { 'if-none-match': String(first.headers.etag) } })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
})

test('memory is bounded: the answers kept longest go first', async () => {
  let made = 0
  // Room for one answer on trial, and for eight that are wanted.
  const app = shelf(openHotReads({ maxBytes: 100_000 }), async () => {
    made += 1
    return long
  })
  const nine = Array.from({ length: 9 }, (_, at) => `/${at}`)
  for (const path of nine.flatMap((path) => [path, path])) await app.inject(path)
  assert.equal(made, 9)
  await app.inject('/8')
  assert.equal(made, 9)
  await app.inject('/0')
  assert.equal(made, 10)
})

test('many that are asked one after the other are kept when they come round again', async () => {
  let made = 0
  // Room for three answers on trial.
  const app = shelf(openHotReads({ maxBytes: 300_000 }), async () => {
    made += 1
    return long
  })
  const rounds = (count: number): string[] =>
    Array.from({ length: count }, () => Array.from({ length: 12 }, (_, at) => `/${at}`)).flat()
  for (const path of rounds(2)) await app.inject(path)
  const asked = made
  for (const path of rounds(3)) await app.inject(path)
  assert.equal(made, asked)
})

test('what nobody asks for twice pushes out nothing that somebody does', async () => {
  const made: string[] = []
  const hotReads = openHotReads({ maxBytes: 100_000 })
  const app = fastify()
  app.get('/*', (request, reply) =>
    hotReads.answer(request, reply, request.url, async () => {
      made.push(request.url)
      return { body: long, contentType: 'text/plain', edgeSeconds: 60 }
    }),
  )
  for (const path of ['/roses', '/roses']) await app.inject(path)
  for (let search = 0; search < 50; search += 1) await app.inject(`/search-${search}`)
  assert.equal(made.length, 51)
  await app.inject('/roses')
  assert.equal(made.length, 51)
  await app.inject('/search-0')
  assert.equal(made.length, 52)
})

test('answers that grew old together are given while two at a time are made anew', async (t) => {
  let now = 1_000
  t.mock.method(performance, 'now', () => now)
  const made: string[] = []
  const waiting: (() => void)[] = []
  let isHeldUp = false
  const app = fastify()
  const hotReads = openHotReads({ maxBytes: 1_000_000 })
  app.get('/*', (request, reply) =>
    hotReads.answer(request, reply, request.url, async () => {
      made.push(request.url)
      if (isHeldUp) await new Promise<void>((resolve) => waiting.push(resolve))
      return { body: `${request.url} at ${now}`, contentType: 'text/plain', edgeSeconds: 60 }
    }),
  )
  const shown = async (): Promise<string[]> => {
    const answers = await Promise.all(['/a', '/b', '/c'].map((path) => app.inject(path)))
    return answers.map(({ body }) => body)
  }
  const old = await shown()
  now += 11_000
  isHeldUp = true
  for (let times = 0; times < 2; times += 1) assert.deepEqual(await shown(), old)
  assert.deepEqual(made, ['/a', '/b', '/c', '/a', '/b'])
  isHeldUp = false
  for (const goOn of waiting) goOn()
  await new Promise<void>((resolve) => void setImmediate(resolve))
  assert.deepEqual(await shown(), ['/a at 12000', '/b at 12000', '/c at 1000'])
  await new Promise<void>((resolve) => void setImmediate(resolve))
  assert.deepEqual(await shown(), ['/a at 12000', '/b at 12000', '/c at 12000'])
})

test('an answer that fails is told to all who wait, and tried again by the next', async () => {
  let isBroken = true
  const app = shelf(openHotReads({ maxBytes: 1_000_000 }), async () => {
    if (isBroken) throw new Error('no database')
    return 'mended'
  })
  assert.deepEqual(
    (await Promise.all([app.inject('/roses'), app.inject('/roses')])).map(({ statusCode }) => statusCode),
    [500, 500],
  )
  isBroken = false
  assert.equal((await app.inject('/roses')).body, 'mended')
})
