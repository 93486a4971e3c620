import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { BadConfig, readConfig } from './config.ts'
import { openMetricsDoor } from './metrics-door.ts'
import { measureRequests } from './metrics-requests.ts'
import { openMetrics } from './metrics.ts'

const rules = {
  things_total: { kind: 'counter', help: 'Things.', labels: ['kind'] },
  height: { kind: 'gauge', help: 'Height.' },
  lent: { kind: 'histogram', help: 'Lent.', labels: ['route'], buckets: [1] },
} as const

test('counters add up, gauges are set, and what cannot be looked up takes nothing else with it', async () => {
  const metrics = await openMetrics(rules, { door: 'serve' })
  metrics.count('things_total', { kind: 'rose' })
  metrics.count('things_total', { kind: 'rose' }, 2)
  metrics.beforeEach(async () => Promise.reject(new Error('the database is away')))
  metrics.beforeEach(() => metrics.set('height', {}, 7))
  metrics.readFrom('lent', () => [
    { labels: { route: '/a', le: '1' }, value: 4, part: 'bucket' },
    { labels: { route: '/a' }, value: 4, part: 'count' },
  ])
  const { text } = await metrics.told()
  assert.match(text, /^things_total\{kind="rose",door="serve"\} 3$/m)
  assert.match(text, /^height\{door="serve"\} 7$/m)
  assert.match(text, /^# TYPE lent histogram\nlent_bucket\{route="\/a",le="1",door="serve"\} 4$/m)
  assert.match(text, /^lent_count\{route="\/a",door="serve"\} 4$/m)
})

test('a value that was cleared is absent, and not the one from before', async () => {
  const metrics = await openMetrics(rules, { door: 'work' })
  metrics.set('height', {}, 7)
  metrics.clear('height')
  assert.doesNotMatch((await metrics.told()).text, /^height/m)
})

test('requests are told by the pattern of their route, whatever address was asked', async (t) => {
  const app = fastify()
  t.after(() => app.close())
  const measured = measureRequests(app, [0.5, 10])
  app.get('/orders/:link', async (request, reply) => {
    if ((request.params as { link: string }).link === 'lost') reply.code(404)
    return {}
  })
  await app.register(async (inner) => inner.post('/inner', async () => Promise.reject(new Error('broken'))))
  for (const url of ['/orders/abc', '/orders/def', '/orders/lost', '/nowhere']) await app.inject({ url })
  await app.inject({ method: 'POST', url: '/inner' })
  await app.inject({ method: 'HEAD', url: '/orders/abc' })

  const counts = measured.counts().map(({ labels, value }) => [...Object.values(labels), value].join(' '))
  assert.deepEqual(counts.toSorted(), [
    'GET /orders/:link 2xx 2',
    'GET /orders/:link 4xx 1',
    'GET /orders/:link 5xx 0',
    'POST /inner 5xx 1',
  ])
  const orders = measured.durations().filter(({ labels }) => labels['route'] === '/orders/:link')
  assert.deepEqual(
    orders.map(({ labels, part }) => labels['le'] ?? part),
    ['0.5', '10', '+Inf', 'sum', 'count'],
  )
  const [half, ten, all, sum, count] = orders.map(({ value }) => value)
  assert.ok(half! <= ten! && ten! <= all!, 'buckets hold all that came sooner')
  assert.deepEqual([all, count], [3, 3])
  assert.ok(sum! > 0)
})

test('of several processes on a machine each takes the next port, and its door knows one address', async (t) => {
  const tell = async () => ({ text: 'all of it', contentType: 'text/plain' })
  const config = await freePair()
  const one = await openMetricsDoor(config, tell)
  const other = await openMetricsDoor(config, tell)
  t.after(() => Promise.all([one.close(), other.close()]))
  assert.notEqual(one.url, other.url)
  for (const { url } of [one, other]) {
    assert.equal(await (await fetch(url)).text(), 'all of it')
    assert.equal((await fetch(url.replace('/metrics', '/'))).status, 404)
    assert.equal((await fetch(url, { method: 'POST' })).status, 404)
  }
})

// A port that was free a moment ago, as the first of ten.
async function freePair() {
  const door = await openMetricsDoor({ host: '127.0.0.1', port: 0 }, async () => ({ text: '', contentType: '' }))
  await door.close()
  return { host: '127.0.0.1', port: Number(new URL(door.url).port) }
}

test('without a port nothing is measured; the shop’s own port is refused with a sentence', () => {
  assert.equal(readConfig({}).metrics, undefined)
  assert.deepEqual(readConfig({ METRICS_PORT: '9464' }).metrics, { host: '127.0.0.1', port: 9_464 })
  for (const port of ['3000', '2995'])
    assert.throws(
      () => readConfig({ METRICS_PORT: port }),
      (error: unknown) =>
        error instanceof BadConfig && error.message.startsWith('METRICS_PORT must be a port of its own'),
    )
})

test('a receiver of traces is told its headers, and headers want a receiver', () => {
  const { tracing } = readConfig({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic YTpi==,x-team=shop',
    OTEL_TRACES_SAMPLER_ARG: '0.25',
  })
  assert.deepEqual(tracing, {
    endpoint: 'http://127.0.0.1:4318',
    headers: { authorization: 'Basic YTpi==', 'x-team': 'shop' },
    share: 0.25,
  })
  assert.equal(readConfig({}).tracing, undefined)
  assert.throws(
    () => readConfig({ OTEL_EXPORTER_OTLP_HEADERS: 'a=b' }),
    /OTEL_EXPORTER_OTLP_ENDPOINT, which is missing/,
  )
})
