import { insertEvent } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { together } from '../platform/together.ts'
import type { Stripe } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { toEventOutcome } from './event-outcome.ts'
import { cardOf, toFacts } from './payment.ts'
import {
  listPaymentEvents,
  markEventProcessed,
  markEventsProcessed,
  saveDispute,
  savedMethods,
  type StoredEvent,
} from './queries.ts'
import { confirmTogether, settleInside } from './settle-payment.ts'
import { settleRefund } from './settle-refund.ts'

type Processing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'log' | 'metrics'>

/** Does what stored events say. What is asked for in one turn is read together, and orders that only wait for their money are confirmed together. */
export function eventProcessor(shop: Processing): (eventId: string) => Promise<void> {
  const findEvent = together((ids: readonly string[]) => listPaymentEvents(shop.db, ids))
  const confirm = together((events: readonly StoredEvent[]) => confirmAll(shop, events))
  const noteCard = together((events: readonly StoredEvent[]) => noteCards(shop, events))
  return async (eventId) => {
    const stored = await findEvent(eventId)
    if (!stored || stored.processedAt !== null) return
    if (stored.type === 'payment_intent.succeeded' && (await confirm(stored))) return
    if (stored.type === 'charge.succeeded' && (await noteCard(stored))) return
    await processStored(shop, stored)
  }
}

async function confirmAll(shop: Processing, events: readonly StoredEvent[]): Promise<Map<StoredEvent, boolean>> {
  const news = events.flatMap((stored) => {
    const event = stored.payload as Stripe.Event
    return event.type === 'payment_intent.succeeded' ? [{ eventId: event.id, facts: toFacts(event.data.object) }] : []
  })
  const settled = await confirmTogether(shop, news)
  for (const recorded of settled.values()) count(shop, recorded)
  const done = new Set([...settled.keys()].map(({ eventId }) => eventId))
  return new Map(events.map((stored) => [stored, done.has(stored.id)]))
}

const methodNoted = 'method noted'

/** Notes the cards that charges tell of; whatever tells of none is left. */
async function noteCards(shop: Processing, events: readonly StoredEvent[]): Promise<Map<StoredEvent, boolean>> {
  const told = events.flatMap((stored) => {
    const event = stored.payload as Stripe.Event
    const card = event.type === 'charge.succeeded' ? cardOf(event.data.object) : undefined
    return card ? [{ stored, card }] : []
  })
  if (told.length > 0) {
    const ids = told.map(({ stored }) => stored.id)
    const mark = { outcome: methodNoted, at: shop.clock.now(), did: savedMethods(told.map(({ card }) => card)) }
    await shop.inTransaction((tx) => markEventsProcessed(tx, ids, mark), 'one statement')
    count(shop, methodNoted, ids.length)
  }
  return new Map(told.map(({ stored }) => [stored, true]))
}

/** Does what one stored event says, once: the event is marked in the transaction that did it. */
async function processStored(shop: Processing, stored: StoredEvent): Promise<void> {
  const eventId = stored.id
  const event = stored.payload as Stripe.Event
  const at = shop.clock.now()
  const recorded = await shop.inTransaction(async (tx) => {
    const { outcome, isMarked } = await actOn(tx, shop, event)
    if (!isMarked) await markEventProcessed(tx, eventId, { outcome, at })
    return outcome
  })
  count(shop, recorded)
}

// When it is written, and not before: a transaction may be tried again.
function count({ metrics }: Processing, recorded: string, many = 1): void {
  metrics?.count('flora_payment_events_total', { outcome: toEventOutcome(recorded) }, many)
}

// What came of it, and whether that is written down already.
async function actOn(tx: Tx, shop: Processing, event: Stripe.Event): Promise<{ outcome: string; isMarked?: true }> {
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.requires_action':
    case 'payment_intent.processing':
    case 'payment_intent.canceled':
      return {
        outcome: await settleInside(tx, shop, { facts: toFacts(event.data.object), eventId: event.id }),
        isMarked: true,
      }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return { outcome: await settleRefund(tx, shop, event.data.object) }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
      return { outcome: await noteDispute(tx, shop, event.data.object) }
    case 'charge.succeeded':
      return { outcome: 'ignored: not an order of ours' }
    default:
      return { outcome: 'ignored: says nothing about orders' }
  }
}

async function noteDispute(tx: Tx, { clock, log }: Processing, dispute: Stripe.Dispute): Promise<string> {
  const idOf = (value: string | { id: string } | null) => (typeof value === 'object' ? (value?.id ?? null) : value)
  const at = clock.now()
  const orderId = await saveDispute(tx, {
    id: dispute.id,
    chargeId: idOf(dispute.charge) ?? '',
    intentId: idOf(dispute.payment_intent),
    amount: dispute.amount,
    currency: dispute.currency,
    reason: dispute.reason,
    status: dispute.status,
    created: dispute.created,
    at,
  })
  if (!orderId) return 'dispute noted, not an order of ours'
  await insertEvent(tx, {
    orderId,
    at,
    kind: `dispute-${dispute.status}`,
    who: 'stripe',
    detail: { dispute: dispute.id, reason: dispute.reason },
  })
  log.warn({ orderId, dispute: dispute.id, status: dispute.status }, 'a payment is disputed')
  return `dispute ${dispute.status}`
}
