import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createClient } from '@flora/client/client.ts'
import { keepingCookies } from '@flora/client/keeping-cookies.ts'
import { type MailCatcher, startMailCatcher } from '@flora/sandbox/mail/start-mail-catcher.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import {
  aFilledCart,
  morning,
  openPayingShop,
  pay,
  type PayingShop,
  place,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { readConfig, sandboxKeys } from '../platform/config.ts'
import { type Log, openLog } from '../platform/log.ts'
import { inSpan, type Tracing } from '../platform/tracing.ts'
import { jobHandlers } from './handlers.ts'
import { buildHttpApp } from './http-app.ts'
import { observe } from './observe.ts'
import { openShop } from './open-shop.ts'

interface Sent {
  readonly service: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
}

/** Takes what OpenTelemetry sends, as any collector would. */
async function openReceiver() {
  const spans: Sent[] = []
  const bodies: string[] = []
  const heard: (string | undefined)[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      heard.push(`${request.url} ${String(request.headers['x-key'])}`)
      bodies.push(body)
      spans.push(...readSpans(JSON.parse(body)))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    spans,
    bodies,
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

interface Otlp {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: { spans: (Omit<Sent, 'attributes' | 'service'> & { attributes: Attribute[] })[] }[]
  }[]
}

interface Attribute {
  key: string
  value: { stringValue?: string; intValue?: number }
}

function readSpans(sent: Otlp): Sent[] {
  const toRecord = (attributes: Attribute[]) =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]))
  return sent.resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...span,
        service: String(toRecord(resource.attributes)['service.name']),
        attributes: toRecord(span.attributes),
      })),
    ),
  )
}

const lines: string[] = []
const asker = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
let receiver: Awaited<ReturnType<typeof openReceiver>>
let mail: MailCatcher
let open: PayingShop
let traced: { url: string; log: Log; tracing: Tracing; work: () => Promise<number>; close: () => Promise<void> }
let answered: (string | null)[]

before(async () => {
  receiver = await openReceiver()
  mail = await startMailCatcher()
  // Where there is a server, what is sent to it in one piece is seen too.
  const on = hasRealPostgres().ok ? 'server' : 'embedded'
  open = await openPayingShop({ on, events: 'held-back', now: Temporal.Now.instant().toString() })
  traced = await openTracedShop()
  await buyAndPay()
  await traced.close()
})
after(async () => {
  await open?.close()
  await mail?.close()
  receiver?.close()
})

/** The shop as its doors open it, over the database of a shop that is there already. */
async function openTracedShop(): Promise<typeof traced> {
  const config = readConfig({
    LOG_LEVEL: 'info',
    DATA_DIR: open.shop.config.dataDir,
    STRIPE_API_BASE: open.stripe.url,
    SMTP_URL: `smtp://127.0.0.1:${mail.smtpPort}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of-the-receiver',
  })
  const observed = await observe(config, { serves: true, works: true })
  const log = openLog('debug', { write: (line) => void lines.push(line) }, observed.tracing?.ids)
  const { shop, queue } = await openShop(config, { observed, log, database: open.shop.database })
  const app = await buildHttpApp(shop, async () => ({ database: true, migrations: true, queue: true }), observed)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  open.stripe.deliverTo({ url: `${url}/api/stripe/webhook`, secret: sandboxKeys.webhookSecret })
  return {
    url,
    log,
    tracing: observed.tracing!,
    work: () => queue.drain(jobHandlers(shop)),
    close: async () => {
      await app.close()
      shop.mail.close()
      await observed.tracing?.close()
    },
  }
}

/** A visitor who says of each request of hers that it belongs to a trace, as a proxy before the shop would. */
function aTracedVisitor(url: string): Visitor {
  const cookies = new Map<string, string>()
  const carry = keepingCookies(async (address, init) => {
    const traceparent = `00-${asker.traceId}-${asker.spanId}-01`
    const reply = await fetch(url + address, { ...init, headers: { ...init.headers, traceparent } })
    answered.push(reply.headers.get('traceparent'))
    return reply
  }, cookies)
  const { call } = createClient(carry)
  return { call, cookies }
}

async function buyAndPay(): Promise<void> {
  answered = []
  const visitor = aTracedVisitor(traced.url)
  await visitor.call('GET /products', { query: {} })
  const { days } = await visitor.call('GET /delivery/calendar', {
    query: { postcode: '3067', lines: 'var_peace-lily-one:1' },
  })
  const { day } = days.slice(7).find(({ windows }) => windows.some(({ id, open: isOpen }) => id === morning && isOpen))!
  const cart = await aFilledCart(visitor, { day })
  await pay(open.stripe, await place(visitor, cart.toPay))
  await open.stripe.events.settled()
  await traced.work()
  await inSpan(traced.tracing, 'something that is told', {}, async () => traced.log.info('told'))
}

const trace = (traceId: string) => receiver.spans.filter((span) => span.traceId === traceId)
const named = (spans: readonly Sent[], name: string) => {
  const found = spans.find((span) => span.name === name)
  assert.ok(found, `no ${name} among ${spans.map((span) => span.name).join(', ')}`)
  return found
}

test('placing an order is one trace: the request, its transaction, its statements by name, and the call to Stripe', () => {
  const spans = trace(asker.traceId)
  const request = named(spans, 'POST /api/checkout/orders')
  assert.equal(request.parentSpanId, asker.spanId, 'it is a part of whoever asked')
  assert.deepEqual(
    [request.service, request.attributes['http.route'], request.attributes['http.response.status_code']],
    ['flora-all', '/api/checkout/orders', 201],
  )
  const transactions = spans.filter(
    ({ name, parentSpanId }) => name === 'transaction' && parentSpanId === request.spanId,
  )
  assert.ok(transactions.length >= 1)
  const statements = spans.filter(({ parentSpanId }) => transactions.some(({ spanId }) => spanId === parentSpanId))
  for (const name of ['insertOrder', 'takeStock', 'takeBenchMinutesThatExist', 'takePlacesThatExist', 'insertPayment'])
    named(statements, name)
  const call = named(spans, 'stripe POST /v1/payment_intents')
  assert.equal(call.parentSpanId, request.spanId)
  assert.equal(call.attributes['http.response.status_code'], 200)
})

test('a job belongs to the request that enqueued it, and what it enqueues to it', () => {
  const hook = named(receiver.spans, 'POST /api/stripe/webhook')
  const job = named(receiver.spans, 'job payments/process-event')
  const hooks = receiver.spans.filter(({ name }) => name === hook.name)
  assert.ok(hooks.some(({ traceId, spanId }) => traceId === job.traceId && descends(job, spanId)))
  const letter = named(trace(job.traceId), 'job notifications/order-letter')
  assert.ok(descends(letter, job.spanId))
  assert.ok(descends(named(trace(job.traceId), 'mail'), letter.spanId))
})

function descends(span: Sent, from: string): boolean {
  for (let at: Sent | undefined = span; at; at = trace(span.traceId).find(({ spanId }) => spanId === at!.parentSpanId))
    if (at.parentSpanId === from) return true
  return false
}

test('the answer says which trace it is, unless it is kept for everybody', () => {
  const own = answered.filter((said) => said !== null)
  assert.ok(own.length >= 5)
  assert.ok(own.every((said) => said.startsWith(`00-${asker.traceId}-`)))
  assert.ok(answered[0] === null, 'the catalogue is the same for all')
})

test('nothing that a customer typed, and nothing that opens a door, is in a trace', () => {
  // Ids and instants are digits too, so that a few of them prove nothing.
  const text = receiver.bodies.join('\n')
  for (const word of [
    'mercy',
    'June',
    'Okafor',
    'Nicholson',
    '0491 570',
    '491570156',
    'Dear',
    'sk_test',
    '_secret_',
    'whsec_',
    'select ',
  ])
    assert.ok(!text.includes(word), word)
  for (const { attributes } of receiver.spans)
    for (const name of Object.keys(attributes)) assert.match(name, /^(http|db|flora|server|error)\./)
})

test('a line of the log says which trace it belongs to', () => {
  const { traceId, spanId } = named(receiver.spans, 'something that is told')
  const line = lines.map((text) => JSON.parse(text) as Record<string, string>).find(({ msg }) => msg === 'told')
  assert.deepEqual([line?.['trace_id'], line?.['span_id']], [traceId, spanId])
})

test('the receiver is told its key, and at the address of traces', () => {
  assert.deepEqual(new Set(receiver.heard), new Set(['/v1/traces of-the-receiver']))
})
