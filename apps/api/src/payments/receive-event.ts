import { stripeVersion } from '../platform/stripe.ts'
import { together } from '../platform/together.ts'
import type { Shop } from '../shop.ts'
import { badSignature } from './errors.ts'
import { toEventOutcome } from './event-outcome.ts'
import { cardOf } from './payment.ts'
import { type ArrivedEvent, insertPaymentEvents } from './queries.ts'

/** Types that mean something to an order. Others are kept and not worked on. */
export const meaningfulEvents: ReadonlySet<string> = new Set([
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.canceled',
  'charge.succeeded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
])

// Stripe doesn't mind, and after a payment several events come at once.
const gatherMs = 2

type Receiving = Pick<Shop, 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'config' | 'log' | 'metrics'>

export interface EventDelivery {
  readonly body: Buffer
  readonly signature: string | undefined
}

/**
 * Takes deliveries of a webhook: verifies the signature over the bytes as they came, stores the event by its id, and leaves the work to a
 * job made by the same statement. Only the card of a charge, which decides nothing, is noted at once, by that statement too: one job in two
 * would be about nothing else. A second delivery changes nothing and is answered like the first. Those of a moment are stored together, and
 * none is answered before that.
 */
export function eventReceiver(shop: Receiving): (delivery: EventDelivery) => Promise<'stored' | 'known'> {
  const store = together((events: readonly ArrivedEvent[]) => storeAll(shop, events), { gatherMs })
  return async (delivery) => ((await store(verified(shop, delivery))) ? 'stored' : 'known')
}

function verified({ stripe, config, log }: Receiving, { body, signature }: EventDelivery): ArrivedEvent {
  let event
  try {
    event = stripe.webhooks.constructEvent(body, signature ?? '', config.stripe.webhookSecret)
  } catch {
    throw badSignature()
  }
  if (event.api_version !== stripeVersion)
    log.warn({ event: event.id, version: event.api_version }, 'a payment event of another API version')
  const { id, type, created } = event
  const card = event.type === 'charge.succeeded' ? cardOf(event.data.object) : undefined
  const outcome = card ? 'method noted' : meaningfulEvents.has(type) ? null : 'ignored: says nothing about orders'
  return { id, type, created, payload: body.toString('utf8'), card, outcome }
}

async function storeAll(
  { inTransaction, clock, jobs, metrics }: Receiving,
  events: readonly ArrivedEvent[],
): Promise<Map<ArrivedEvent, boolean>> {
  const followedBy = jobs.asPart('payments/process-event', {}, 'left_open', { eventId: 'left_open.id' })
  const at = clock.now()
  const stored = await inTransaction((tx) => insertPaymentEvents(tx, events, { at, followedBy }), 'one statement')
  // By what was stored: of two deliveries of a moment one was.
  const records = new Map(events.map(({ id, outcome }) => [id, outcome ?? '']))
  for (const [id, isDone] of stored)
    if (isDone) metrics?.count('flora_payment_events_total', { outcome: toEventOutcome(records.get(id)!) })
  return new Map(events.map((event) => [event, stored.has(event.id)]))
}
