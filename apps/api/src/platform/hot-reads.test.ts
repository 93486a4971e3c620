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
  const app = shelf(openHotReads({ maxBytes: 25_000 }), async () => {
    made += 1
    return long
  })
  for (const path of ['/1', '/2', '/3', '/3']) await app.inject(path)
  assert.equal(made, 3)
  await app.inject('/1')
  assert.equal(made, 4)
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
