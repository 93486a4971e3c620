import { createHmac } from 'node:crypto'
import http from 'node:http'
import type { Delivery } from './deliveries.ts'
import { matchesType, type StoredEvent } from './events.ts'
import type { EventFaults } from './event-faults.ts'
import type { Scheduler } from './scheduler.ts'
import type { Table } from './tables.ts'

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

export interface Postman {
  /** Takes a new event and sends it, unless a fault says otherwise. */
  accept(event: StoredEvent): void
  /** Sends events now, whatever became of them before, each after the one before was answered. */
  sendInTurn(events: readonly StoredEvent[]): void
  drop(event: StoredEvent): void
  /** Names the endpoint; events that wait from an earlier start go out now. */
  deliverTo(endpoint: WebhookEndpoint): void
  /** Resolves when no delivery is under way or about to begin. Those that wait for a retry do not count. */
  settled(): Promise<void>
  close(): void
}

/** A receiver that takes longer than this counts as silent. */
const TIMEOUT_MS = 20_000
/** Enough for a busy shop; further deliveries queue for their turn. */
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
  const agent = new http.Agent({ keepAlive: true })
  const wakers = new Set<() => void>()
  const planned = new Map<string, () => void>()
  const onTheRoad = new Set<string>()
  let endpoint: WebhookEndpoint | undefined
  const queue: StoredEvent[] = []
  let pumping: NodeJS.Immediate | undefined
  let sending = 0
  let underWay = 0
  let closed = false

  function deliveryOf(event: StoredEvent): Delivery {
    const { id, created } = event
    return deliveries.find(id) ?? { id, created, state: 'waiting', attempts: 0, lastAnswer: null }
  }

  function mark(event: StoredEvent, state: Delivery['state']): void {
    deliveries.put(Object.assign(deliveryOf(event), { state }))
  }

  function accept(event: StoredEvent): void {
    if (!endpoint || !wants(endpoint, event)) return mark(event, 'unsent')
    const verdict = faults.judge(event)
    if (verdict === 'hold') return mark(event, 'held')
    if (verdict === 'drop') return mark(event, 'dropped')
    mark(event, 'waiting')
    if (verdict.delayMs > 0) later(event, verdict.delayMs)
    else soon(event)
  }

  // The answer to the request that caused an event is on its way before the event is.
  function soon(event: StoredEvent): void {
    takeUp(event)
    queue.push(event)
    pumping ??= setImmediate(pump)
  }

  function pump(): void {
    pumping = undefined
    while (sending < CONNECTIONS) {
      const event = queue.shift()
      if (!event) return
      sending++
      void attempt(event).finally(() => {
        sending--
        arrived(event)
        pump()
      })
    }
  }

  function takeUp(event: StoredEvent): void {
    underWay++
    onTheRoad.add(event.id)
  }

  function later(event: StoredEvent, delayMs: number): void {
    planned.get(event.id)?.()
    const cancel = scheduler.after(delayMs, () => {
      planned.delete(event.id)
      soon(event)
    })
    planned.set(event.id, cancel)
  }

  async function attempt(event: StoredEvent): Promise<void> {
    if (closed || !endpoint) return
    const answer = await post(endpoint, event, clock(), agent)
    if (closed) return
    const heard = faults.losesAnswer(event) ? { ok: false, text: 'the answer was lost' } : answer
    const delivery = deliveryOf(event)
    // A doubled event is answered twice, and a later no does not undo an earlier yes.
    const isDone = delivery.state === 'delivered'
    delivery.attempts++
    delivery.lastAnswer = heard.text
    if (heard.ok || isDone) delivery.state = 'delivered'
    else delivery.state = delivery.attempts < retry.attempts ? 'waiting' : 'given-up'
    deliveries.put(delivery)
    if (delivery.state === 'waiting') later(event, Math.min(retry.firstMs * 2 ** (delivery.attempts - 1), retry.maxMs))
  }

  function arrived(event: StoredEvent): void {
    onTheRoad.delete(event.id)
    underWay--
    if (underWay > 0) return
    for (const wake of wakers) wake()
    wakers.clear()
  }

  return {
    accept,
    sendInTurn(list) {
      for (const event of list) takeUp(event)
      setImmediate(async () => {
        for (const event of list) await attempt(event).finally(() => arrived(event))
      })
    },
    drop: (event) => mark(event, 'dropped'),
    deliverTo(next) {
      if (!next.url.startsWith('http://') || !URL.canParse(next.url)) {
        throw new Error(`The Stripe sandbox delivers events to http:// addresses, not to ${next.url}`)
      }
      endpoint = next
      for (const { id, state } of deliveries.oldestFirst()) {
        const event = events.find(id)
        if (event && state === 'waiting' && !planned.has(id) && !onTheRoad.has(id)) soon(event)
      }
    },
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => wakers.add(resolve))),
    close() {
      closed = true
      for (const cancel of planned.values()) cancel()
      agent.destroy()
    },
  }
}

/** The header `stripe.webhooks.constructEvent` verifies. */
function signatureHeader(body: string, secret: string, at: number): string {
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
  // The SDK measures a signature's age by its own clock, or by one it is given. A test may stop either; the later of
  // the two is never too old.
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
