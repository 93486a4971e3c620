import http from 'node:http'
import type { Delivery } from './deliveries.ts'
import { matchesType, type StoredEvent } from './events.ts'
import type { EventFaults } from './event-faults.ts'
import { createOutbox } from './outbox.ts'
import { postEvent, type WebhookEndpoint } from './post-event.ts'
import type { Scheduler } from './scheduler.ts'
import type { Table } from './tables.ts'

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
  const outbox = createOutbox(attempt)
  const planned = new Map<string, () => void>()
  let endpoint: WebhookEndpoint | undefined
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
    else outbox.soon(event)
  }

  function cancelPlan(eventId: string): void {
    planned.get(eventId)?.()
    planned.delete(eventId)
  }

  function later(event: StoredEvent, delayMs: number): void {
    cancelPlan(event.id)
    const cancel = scheduler.after(delayMs, () => {
      planned.delete(event.id)
      outbox.soon(event)
    })
    planned.set(event.id, cancel)
  }

  async function attempt(event: StoredEvent): Promise<void> {
    if (closed || !endpoint) return
    const answer = await postEvent(endpoint, event, clock(), agent)
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
    cancelPlan(event.id)
    if (delivery.state === 'waiting') later(event, Math.min(retry.firstMs * 2 ** (delivery.attempts - 1), retry.maxMs))
  }

  return {
    accept,
    sendInTurn: outbox.inTurn,
    drop: (event) => mark(event, 'dropped'),
    deliverTo(next) {
      refuseOtherThanHttp(next)
      endpoint = next
      for (const { id, state } of deliveries.oldestFirst()) {
        const event = events.find(id)
        if (event && state === 'waiting' && !planned.has(id) && !outbox.holds(id)) outbox.soon(event)
      }
    },
    settled: outbox.settled,
    close() {
      closed = true
      for (const cancel of planned.values()) cancel()
      agent.destroy()
    },
  }
}

function wants({ events = ['*'] }: WebhookEndpoint, event: StoredEvent): boolean {
  return events.some((pattern) => matchesType(pattern, event.type))
}

function refuseOtherThanHttp({ url }: WebhookEndpoint): void {
  if (url.startsWith('http://') && URL.canParse(url)) return
  throw new Error(`The Stripe sandbox delivers events to http:// addresses, not to ${url}`)
}
