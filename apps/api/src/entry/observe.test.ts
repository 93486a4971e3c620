import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { openShop } from '../../test/open-shop.ts'
import { type Jobs, jobRules } from '../jobs.ts'
import { readConfig, sandboxKeys } from '../platform/config.ts'
import { type Handlers, type JobWatch, openJobs } from '../platform/jobs.ts'
import type { Letter } from '../platform/mail.ts'
import { openStripe } from '../platform/stripe.ts'
import { observe, unobserved } from './observe.ts'

const measured = () => observe(readConfig({ METRICS_PORT: '0' }), { serves: false, works: true })

async function told(observed: Awaited<ReturnType<typeof measured>>, name: string): Promise<Record<string, number>> {
  const { text } = await observed.metrics!.told()
  const lines = [...text.matchAll(new RegExp(`^${name}\\{(.*?),?door="work"\\} (.+)$`, 'gm'))]
  return Object.fromEntries(lines.map(([, labels, value]) => [labels!, Number(value)]))
}

test('who is told to look at nothing looks at nothing', async () => {
  assert.equal(await observe(readConfig({}), { serves: true, works: true }), unobserved)
  assert.equal(unobserved.jobs, undefined)
})

/** The packages that a door's parts load, and `config` makes them load, in a process of its own. */
function loadedWith(environment: Record<string, string>): string[] {
  const part = (name: string) => JSON.stringify(pathToFileURL(path.join(import.meta.dirname, name)).href)
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = new Set()
    registerHooks({ load: (url, context, next) => {
      const name = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)
      if (name) loaded.add(name[1])
      return next(url, context)
    } })
    for (const part of [${['door.ts', 'http-app.ts', 'handlers.ts'].map(part).join(', ')}]) await import(part)
    const { observe } = await import(${part('observe.ts')})
    const { readConfig } = await import(${part('../platform/config.ts')})
    await observe(readConfig(${JSON.stringify(environment)}), { serves: true, works: true })
    console.log(JSON.stringify([...loaded]))
    process.exit(0)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  assert.notEqual(stdout, '', stderr)
  return JSON.parse(stdout) as string[]
}

test('a process carries no library for whom it tells nothing', () => {
  const plain = loadedWith({})
  assert.ok(plain.includes('fastify') && plain.includes('stripe'))
  const watching = (loaded: string[]) =>
    loaded.filter((name) => /^(prom-client|ioredis|@opentelemetry\/.*)$/.test(name))
  assert.deepEqual(watching(plain), [])
  const told = watching(loadedWith({ METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' }))
  for (const name of ['prom-client', '@opentelemetry/sdk-trace']) assert.ok(told.includes(name), name)
  assert.ok(!told.includes('ioredis'))
})

test('letters are counted as the mail server took them, and its no goes on to whoever sent', async () => {
  const observed = await measured()
  let isDown = false
  const mail = observed.aroundMail({
    send: async () => {
      if (isDown) throw new Error('421 later')
    },
    close: () => undefined,
  })
  await mail.send({} as Letter)
  await mail.send({} as Letter)
  isDown = true
  await assert.rejects(mail.send({} as Letter), /421 later/)
  assert.deepEqual(await told(observed, 'flora_letters_total'), { 'outcome="sent"': 2, 'outcome="failed"': 1 })
})

test('calls to Stripe are counted by what came of them, and named without ids', async (t) => {
  const sandbox = await startStripeSandbox({ secretKey: sandboxKeys.secretKey })
  t.after(() => sandbox.close())
  const observed = await measured()
  const named: string[] = []
  const at = (apiBase: string) =>
    openStripe({ secretKey: sandboxKeys.secretKey, apiBase }, (call, ask) => {
      named.push(`${call.method} ${call.route}`)
      return observed.aroundStripe!(call, ask)
    })
  const stripe = at(sandbox.url)
  const { id } = await stripe.paymentIntents.create({ amount: 100, currency: 'aud' })
  await stripe.paymentIntents.cancel(id)
  await assert.rejects(stripe.paymentIntents.retrieve('pi_nobody', { expand: ['latest_charge'] }))
  await assert.rejects(at('http://127.0.0.1:1').refunds.list({}, { maxNetworkRetries: 1 }))
  assert.deepEqual(named, [
    'POST /v1/payment_intents',
    'POST /v1/payment_intents/:id/cancel',
    'GET /v1/payment_intents/:id',
    'GET /v1/refunds',
    'GET /v1/refunds',
  ])
  assert.deepEqual(await told(observed, 'flora_stripe_calls_total'), {
    'outcome="answered"': 2,
    'outcome="refused"': 1,
    'outcome="failed"': 2,
  })
  assert.deepEqual(await told(observed, 'flora_stripe_call_duration_seconds_count'), { '': 5 })
})

test('jobs are counted by name, done and failed; where a job came from goes along, and its handler does not see it', async (t) => {
  const shop = await openShop({ now: '2026-11-20T09:00:00+11:00' })
  t.after(() => shop.close())
  const observed = await measured()
  const origins: (string | undefined)[] = []
  const watch: JobWatch = {
    origin: () => 'somewhere',
    around: (job, work) => {
      origins.push(job.origin)
      return observed.jobs!.around(job, work)
    },
  }
  const queue = openJobs<Jobs>({ database: shop.database, rules: jobRules, log: shop.log, watch })
  const seen: object[] = []
  const handlers = {
    'payments/process-event': async (payload: object) => void seen.push(payload),
    'notifications/order-links': async () => Promise.reject(new Error('no')),
  } as unknown as Handlers<Jobs>
  await shop.inTransaction(async (tx) => {
    await queue.enqueue(tx, 'payments/process-event', { eventId: 'evt_1' })
    await queue.enqueueAll(tx, 'payments/process-event', [{ eventId: 'evt_2' }])
    // One that was enqueued before anybody looked.
    await shop.jobs.enqueue(tx, 'payments/process-event', { eventId: 'evt_3' })
  })
  await queue.drain(handlers)
  await shop.inTransaction((tx) =>
    queue.enqueue(tx, 'notifications/order-links', { email: 'a@example.com', wantedAt: '' }),
  )
  await assert.rejects(queue.drain(handlers))

  const whole = seen.map((payload) => JSON.stringify(payload)).toSorted()
  assert.deepEqual(whole, ['{"eventId":"evt_1"}', '{"eventId":"evt_2"}', '{"eventId":"evt_3"}'])
  assert.deepEqual(origins.toSorted(), ['somewhere', 'somewhere', 'somewhere', undefined])
  assert.deepEqual(await told(observed, 'flora_jobs_total'), {
    'job_name="payments/process-event",outcome="done"': 3,
    'job_name="notifications/order-links",outcome="failed"': 1,
  })
})
