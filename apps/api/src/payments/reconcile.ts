import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { isDatabaseAway } from '../platform/database-away.ts'
import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { cancelIntent } from './cancel-intent.ts'
import { toFacts } from './payment.ts'
import { eventProcessor } from './process-event.ts'
import { insertPaymentEvent } from './queries.ts'
import {
  findLastReconciliation,
  insertReconciliation,
  listKnownEvents,
  listMismatchedOrders,
  listOpenEvents,
  listOpenPayments,
  type OpenPayment,
} from './reconciliation-queries.ts'
import { listOpenRefunds, type Refund } from './refund-queries.ts'
import { meaningfulEvents } from './receive-event.ts'
import { refundOrder } from './refund-order.ts'
import { settlePayment } from './settle-payment.ts'
import { settleRefund } from './settle-refund.ts'

type Reconciling = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log' | 'metrics'>

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
// Older orders have been looked at hundreds of times by then.
const mismatchHours = 45 * 24

/**
 * Asks Stripe about everything that disagrees or has been open too long, and mends it by the same roads that events take.
 * Harmless to run at any time, twice at once too. Writes down what it found.
 */
export async function reconcile(shop: Reconciling): Promise<Finding[]> {
  const startedAt = shop.clock.now()
  const before = startedAt.subtract({ minutes: patienceMinutes })
  const findings: Finding[] = []
  const mend = mender(shop, findings)

  let asked = await takeMissedEvents(shop, startedAt, mend)
  for (const { id } of await listOpenEvents(shop.db, before, atMost)) {
    await mend(id, async () => {
      await eventProcessor(shop)(id)
      return 'an event had been stored and not worked on'
    })
  }
  for (const payment of await listOpenPayments(shop.db, before, atMost)) {
    asked += 1
    await mend(payment.orderId, () => askAboutPayment(shop, payment))
  }
  for (const refund of await listOpenRefunds(shop.db, before, atMost)) {
    asked += 1
    await mend(refund.id, () => askAboutRefund(shop, refund))
  }
  for (const { orderId, isOver } of await listMismatchedOrders(shop.db, {
    since: startedAt.subtract({ hours: mismatchHours }),
    before,
    limit: atMost,
  })) {
    const found = isOver ? 'is over and keeps money' : 'confirmed without its exact money'
    findings.push({ about: orderId, found })
    shop.log.error({ orderId }, `an order ${isOver ? found : `is ${found}`}`)
  }

  await shop.inTransaction((tx) =>
    insertReconciliation(tx, { startedAt, finishedAt: shop.clock.now(), asked, findings }),
  )
  if (findings.length > 0)
    shop.log.warn({ findings: findings.slice(0, 20), count: findings.length }, 'reconciliation found something')
  return findings
}

type Mend = (about: string, work: () => Promise<string | undefined>) => Promise<void>

// Stripe fails at one request for a whole day, since it remembers a failure under the key it came with: that is no reason to leave the rest.
const silencesInARow = 3

// What cannot be mended is told and left, so that it does not stand in the way of the rest. Only a silent Stripe or a database that is away
// ends the run: it would be so for all.
function mender({ db, log }: Reconciling, findings: Finding[]): Mend {
  let silences = 0
  return async (about, work) => {
    try {
      const found = await work()
      silences = 0
      if (found) findings.push({ about, found })
    } catch (err) {
      const isSilent = stripeError(err)?.isTheirs === true
      silences = isSilent ? silences + 1 : 0
      if (silences === silencesInARow || (!isSilent && (await isDatabaseAway(db, err)))) throw err
      log[isSilent ? 'warn' : 'error']({ err, about }, 'reconciliation could not mend this')
      findings.push({ about, found: 'could not be mended' })
    }
  }
}

async function askAboutPayment(
  shop: Reconciling,
  { orderId, intentId, state, isOver }: OpenPayment,
): Promise<string | undefined> {
  // An order that is over should have no open intent; one whose taking back was given up is taken back here.
  const outcome = isOver
    ? await cancelIntent(shop, orderId)
    : await settlePayment(
        shop,
        toFacts(await shop.stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })),
      )
  return isSameState(outcome, state) ? undefined : outcome
}

async function askAboutRefund(shop: Reconciling, refund: Refund): Promise<string> {
  const { stripeId } = refund
  if (!stripeId)
    await refundOrder(shop, {
      refundId: refund.id,
      orderId: refund.orderId,
      amount: refund.amount,
      reason: refund.reason,
      who: refund.who,
    })
  else {
    const answer = await shop.stripe.refunds.retrieve(stripeId)
    await shop.inTransaction((tx) => settleRefund(tx, shop, answer))
  }
  return `a refund had been ${refund.state} for long`
}

// Events that never reached us are still in Stripe's list for 30 days.
async function takeMissedEvents(shop: Reconciling, now: Temporal.Instant, mend: Mend): Promise<number> {
  const last = await findLastReconciliation(shop.db)
  const since = (last ? instantFromStored(last.startedAt) : now.subtract({ hours: 24 })).subtract({
    minutes: overlapMinutes,
  })
  const until = now.subtract({ minutes: patienceMinutes })
  const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1_000)
  let asked = 0
  for (const types of batches([...meaningfulEvents], 20)) {
    const events = await shop.stripe.events
      .list({ types, created: { gte: seconds(since), lte: seconds(until) }, limit: 100 })
      .autoPagingToArray({ limit: 10_000 })
    asked += 1
    const known = await listKnownEvents(
      shop.db,
      events.map(({ id }) => id),
    )
    // Oldest first, as they would have come.
    for (const event of events.filter(({ id }) => !known.has(id)).toReversed()) {
      await mend(event.id, async () => {
        const payload = JSON.stringify(event)
        await shop.inTransaction((tx) =>
          insertPaymentEvent(tx, {
            id: event.id,
            type: event.type,
            created: event.created,
            payload,
            at: now,
          }),
        )
        await eventProcessor(shop)(event.id)
        return `${event.type} never arrived`
      })
    }
  }
  return asked
}

function isSameState(outcome: string, state: string): boolean {
  return outcome === state || outcome.startsWith('ignored') || (state === 'failed' && outcome === 'payment failed')
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
