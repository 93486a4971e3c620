import { createHmac } from 'node:crypto'
import http from 'node:http'
import { matchesType, type StoredEvent } from './events.ts'
import type { EventFaults } from './event-faults.ts'
import type { Scheduler } from './scheduler.ts'
import type { Row, Table } from './tables.ts'

/** Where events go, and the secret they are signed with. */
export interface WebhookEndpoint {
  url: string
  secret: string
  /** Types to send, `*` standing for anything; all of them when left out. */
  events?: readonly string[]
}

/** Waiting between attempts: it doubles from `firstMs` up to `maxMs`, and ends after `attempts` of them. */
export interface RetryPlan {
  firstMs: number
  maxMs: number
  attempts: number
}

/** Stripe retries for days; a developer's API is back within seconds, and a test run must come to an end. */
export const defaultRetryPlan: RetryPlan = { firstMs: 1_000, maxMs: 60_000, attempts: 20 }

/** How far an event has come. `unsent` has no endpoint that wants it; `held` and `dropped` are faults asked for. */
export interface Delivery extends Row {
  state: 'unsent' | 'waiting' | 'held' | 'delivered' | 'dropped' | 'given-up'
  attempts: number
  lastAnswer: string | null
}

export function isDelivered(delivery: Delivery | undefined): boolean {
  return delivery === undefined || delivery.state === 'delivered' || delivery.state === 'unsent'
}

export interface Postman {
  /** Takes a new event and sends it, unless a fault says otherwise. */
  accept(event: StoredEvent): void
  /** Sends an event at once, whatever became of it before. */
  send(event: StoredEvent): void
  drop(event: StoredEvent): void
  /** Names the endpoint; events that wait from an earlier start go out now. */
  deliverTo(endpoint: WebhookEndpoint | undefined): void
  /** Resolves when no delivery is under way or about to begin. Those that wait for a retry do not count. */
  settled(): Promise<void>
  close(): void
}

/** A receiver that takes longer than this counts as silent. */
const TIMEOUT_MS = 20_000
/** Enough for a busy shop; further deliveries queue for a free connection. */
const CONNECTIONS = 32

interface PostmanNeeds {
  deliveries: Table<Delivery>
  events: Table<StoredEvent>
  faults: EventFaults
  scheduler: Scheduler
  clock: () => number
  retry: RetryPlan
}

/** Signs events, posts them, and tries again with growing pauses while the answer is not 2xx. */
export function createPostman({ deliveries, events, faults, scheduler, clock, retry }: PostmanNeeds): Postman {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const wakers = new Set<() => void>()
  const cancels = new Map<string, () => void>()
  let endpoint: WebhookEndpoint | undefined
  let underWay = 0
  let closed = false

  function note(event: StoredEvent, change: Partial<Delivery>): Delivery {
    const fresh: Delivery = { id: event.id, created: event.created, state: 'waiting', attempts: 0, lastAnswer: null }
    const delivery = Object.assign(deliveries.find(event.id) ?? fresh, change)
    deliveries.put(delivery)
    return delivery
  }

  function accept(event: StoredEvent): void {
    if (!endpoint || !wants(endpoint, event)) return void note(event, { state: 'unsent' })
    const verdict = faults.judge(event)
    if (verdict === 'hold') return void note(event, { state: 'held' })
    if (verdict === 'drop') return void note(event, { state: 'dropped' })
    note(event, { state: 'waiting' })
    if (verdict.delayMs > 0) later(event, verdict.delayMs)
    else soon(event)
  }

  // The answer to the request that caused an event is on its way before the event is.
  function soon(event: StoredEvent): void {
    underWay++
    setImmediate(() => void attempt(event).finally(arrived))
  }

  function later(event: StoredEvent, delayMs: number): void {
    cancels.get(event.id)?.()
    cancels.set(event.id, scheduler.after(delayMs, () => soon(event)))
  }

  async function attempt(event: StoredEvent): Promise<void> {
    if (closed || !endpoint) return
    const answer = await post(endpoint, event, clock(), agent)
    const heard = faults.losesAnswer(event) ? { ok: false, text: 'the answer was lost' } : answer
    if (closed) return
    // A doubled event may be answered twice, and a later no does not undo an earlier yes.
    const before = note(event, {}).state
    const delivery = note(event, { attempts: note(event, {}).attempts + 1, lastAnswer: heard.text })
    if (heard.ok) return void note(event, { state: 'delivered' })
    if (before === 'delivered') return
    if (delivery.attempts >= retry.attempts) return void note(event, { state: 'given-up' })
    note(event, { state: 'waiting' })
    later(event, Math.min(retry.firstMs * 2 ** (delivery.attempts - 1), retry.maxMs))
  }

  function arrived(): void {
    underWay--
    if (underWay > 0) return
    for (const wake of wakers) wake()
    wakers.clear()
  }

  return {
    accept,
    send: soon,
    drop: (event) => void note(event, { state: 'dropped' }),
    deliverTo(next) {
      endpoint = next
      if (!next) return
      for (const delivery of deliveries.oldestFirst()) {
        const event = events.find(delivery.id)
        if (event && delivery.state === 'waiting' && !cancels.has(event.id)) soon(event)
      }
    },
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => wakers.add(resolve))),
    close() {
      closed = true
      for (const cancel of cancels.values()) cancel()
      agent.destroy()
    },
  }
}

/** The header `stripe.webhooks.constructEvent` verifies. */
export function signatureHeader(body: string, secret: string, at: number): string {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${signature}`
}

function wants({ events = ['*'] }: WebhookEndpoint, event: StoredEvent): boolean {
  return events.some((pattern) => matchesType(pattern, event.type))
}

function post(
  { url, secret }: WebhookEndpoint,
  event: StoredEvent,
  now: number,
  agent: http.Agent,
): Promise<{ ok: boolean; text: string }> {
  // The SDK measures a signature's age by its own clock, or by one it is given. A test may stop either; the later of the two is never too old.
  const signedAt = Math.max(now, Math.floor(Date.now() / 1000))
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(event.body),
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    'stripe-signature': signatureHeader(event.body, secret, signedAt),
  }
  return new Promise((resolve) => {
    const request = http.request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      const status = answer.statusCode ?? 0
      answer.resume()
      answer.on('end', () => resolve({ ok: status >= 200 && status < 300, text: String(status) }))
      answer.on('error', (error) => resolve({ ok: false, text: error.message }))
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', (error) => resolve({ ok: false, text: error.message }))
    request.end(event.body)
  })
}
