import type { SQL } from '../platform/sql.ts'
import { stripeVersion } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { badSignature } from './errors.ts'
import { cardOf } from './payment.ts'
import { insertChargeEvent, insertPaymentEvent } from './queries.ts'

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

/**
 * Takes one delivery of a webhook: verifies the signature over the bytes as they came, stores the event by its id, and leaves
 * the work to a job made by the same statement. Only the card of a charge, which decides nothing, is noted at once, by that statement
 * too: one job in two would be about nothing else. A second delivery changes nothing and is answered like the first.
 */
export async function receiveEvent(
  {
    inTransaction,
    clock,
    jobs,
    stripe,
    config,
    log,
  }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'config' | 'log'>,
  { body, signature }: { body: Buffer; signature: string | undefined },
): Promise<'stored' | 'known'> {
  let event
  try {
    event = stripe.webhooks.constructEvent(body, signature ?? '', config.stripe.webhookSecret)
  } catch {
    throw badSignature()
  }
  if (event.api_version !== stripeVersion)
    log.warn({ event: event.id, version: event.api_version }, 'a payment event of another API version')

  const isMeaningful = meaningfulEvents.has(event.type)
  const { id, type, created } = event
  const kept = { id, type, created, payload: body.toString('utf8'), at: clock.now() }
  const work = (from: string): SQL => jobs.asPart('payments/process-event', { eventId: id }, from)
  const card = event.type === 'charge.succeeded' ? cardOf(event.data.object) : undefined
  const isNew = await inTransaction((tx) => {
    if (card)
      return insertChargeEvent(tx, { ...kept, outcome: 'method noted' }, { card, followedBy: work('left_open') })
    const outcome = isMeaningful ? null : 'ignored: says nothing about orders'
    return insertPaymentEvent(tx, { ...kept, outcome }, isMeaningful ? work('stored') : undefined)
  }, 'one statement')
  return isNew ? 'stored' : 'known'
}
