import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { Shop } from '../shop.ts'
import { toFacts } from './payment.ts'
import { processEvent } from './process-event.ts'
import {
  findLastReconciliation, insertPaymentEvent, insertReconciliation, listKnownEvents, listMismatchedOrders, listOpenEvents, listOpenPayments, listOpenRefunds,
} from './queries.ts'
import { meaningfulEvents } from './receive-event.ts'
import { refundOrder } from './refund-order.ts'
import { settlePayment } from './settle-payment.ts'
import { settleRefund } from './settle-refund.ts'

type Reconciling = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

/** One thing that was not as it should be, and what was done about it. */
export interface Finding {
  readonly about: string
  readonly found: string
}

// Younger than this, an event may simply still be on its way.
const patienceMinutes = 5
// Stripe's lists are read again this far back, since an event may appear in them later than its own time says.
const overlapMinutes = 60
const atMost = 200

/**
 * Asks Stripe about everything that disagrees or has been open too long, and mends it by the same roads that events take.
 * Harmless to run at any time, twice at once too. Writes down what it found.
 */
export async function reconcile(shop: Reconciling): Promise<Finding[]> {
  const startedAt = shop.clock.now()
  const before = startedAt.subtract({ minutes: patienceMinutes })
  const findings: Finding[] = []
  const note = (about: string, found: string) => findings.push({ about, found })
  let asked = 0

  asked += await takeMissedEvents(shop, startedAt, note)
  for (const { id } of await listOpenEvents(shop.db, before, atMost)) {
    await processEvent(shop, id)
    note(id, 'an event had been stored and not worked on')
  }
  for (const { orderId, intentId, state } of await listOpenPayments(shop.db, before, atMost)) {
    asked += 1
    const outcome = await settlePayment(shop, toFacts(await shop.stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })))
    if (!isSameState(outcome, state)) note(orderId, outcome)
  }
  for (const refund of await listOpenRefunds(shop.db, before, atMost)) {
    asked += 1
    const { stripeId } = refund
    if (!stripeId) await refundOrder(shop, { refundId: refund.id, orderId: refund.orderId, amount: refund.amount, reason: refund.reason, who: refund.who })
    else {
      const answer = await shop.stripe.refunds.retrieve(stripeId)
      await shop.inTransaction((tx) => settleRefund(tx, shop, answer))
    }
    note(refund.id, `a refund had been ${refund.state} for long`)
  }
  for (const { orderId } of await listMismatchedOrders(shop.db, atMost)) {
    note(orderId, 'confirmed without its exact money')
    shop.log.error({ orderId }, 'an order is confirmed without its exact money')
  }

  await shop.inTransaction((tx) => insertReconciliation(tx, { startedAt, finishedAt: shop.clock.now(), asked, findings }))
  if (findings.length > 0) shop.log.warn({ findings: findings.slice(0, 20), count: findings.length }, 'reconciliation found something')
  return findings
}

// Events that never reached us are still in Stripe's list for 30 days.
async function takeMissedEvents(shop: Reconciling, now: Temporal.Instant, note: (about: string, found: string) => void): Promise<number> {
  const last = await findLastReconciliation(shop.db)
  const since = (last ? instantFromStored(last.startedAt) : now.subtract({ hours: 24 })).subtract({ minutes: overlapMinutes })
  const until = now.subtract({ minutes: patienceMinutes })
  const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1_000)
  let asked = 0
  for (const types of batches([...meaningfulEvents], 20)) {
    const events = await shop.stripe.events.list({ types, created: { gte: seconds(since), lte: seconds(until) }, limit: 100 }).autoPagingToArray({ limit: 10_000 })
    asked += 1
    const known = await listKnownEvents(shop.db, events.map(({ id }) => id))
    // Oldest first, as they would have come.
    for (const event of events.filter(({ id }) => !known.has(id)).reverse()) {
      const payload = JSON.stringify(event)
      await shop.inTransaction((tx) => insertPaymentEvent(tx, { id: event.id, type: event.type, created: event.created, payload, at: now, outcome: null }))
      await processEvent(shop, event.id)
      note(event.id, `${event.type} never arrived`)
    }
  }
  return asked
}

function isSameState(outcome: string, state: string): boolean {
  return outcome === state || outcome.startsWith('ignored') || (state === 'failed' && outcome === 'payment failed')
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
