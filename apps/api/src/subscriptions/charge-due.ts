import { money, type Money } from '@flora/money/money.ts'
import { findStripeCustomer } from '../customers/index.ts'
import { retryAt } from '../offers/index.ts'
import { chargeAway, type Charged } from '../payments/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { findOrderNow } from './follow-queries.ts'
import { lockOccurrence, markAttempt } from './occurrence-queries.ts'
import type { Occurrence } from './subscription.ts'
import { insertEvent, lockSubscription } from './subscription-queries.ts'
import { type Due, takeSomeDue } from './take-due.ts'
import { tell } from './tell.ts'

export type Charging = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log' | 'config'>

const afterSilenceMinutes = 10
/** Calls to Stripe under way at a time: a thousand deliveries are charged in a few minutes, and a page of the shop still gets an answer. */
const hands = 6

/** Charges every delivery whose time has come and is not over. Says how many were asked for; harmless at any time, twice at once too. */
export async function chargeDue(shop: Charging): Promise<number> {
  for (let asked = 0; ;) {
    const { found, toCharge } = await shop.inTransaction((tx) => takeSomeDue(tx, shop))
    if (found === 0) return asked
    asked += found
    const left = toCharge.values()
    await Promise.all(Array.from({ length: hands }, () => chargeAll(shop, left)))
  }
}

// Transaction, call, transaction: whoever dies between leaves a delivery that is taken up again when its lease is over.
async function chargeAll(shop: Charging, left: Iterator<Due>): Promise<void> {
  for (let next = left.next(); !next.done; next = left.next()) {
    try {
      await charge(shop, next.value)
    } catch (err) {
      // What goes wrong with one must not stand in the way of the others: its lease ends, and it is taken up again.
      shop.log.error({ err, occurrence: next.value.occurrence.id }, 'a delivery could not be charged')
    }
  }
}

async function charge(shop: Charging, { occurrence, subscription, toPay }: Due): Promise<void> {
  const { accountId } = subscription
  const charged = await chargeAway(shop, {
    orderId: occurrence.orderId,
    toPay,
    key: occurrence.id,
    attempt: occurrence.attempts,
    customer: accountId === null ? undefined : await findStripeCustomer(shop.db, accountId),
    card: subscription.cardId,
    returnUrl: `${shop.config.publicUrl}/account/subscriptions/${subscription.id}`,
  })
  const size = charged.kind === 'declined' ? undefined : 'one statement'
  await shop.inTransaction((tx) => note(tx, shop, { occurrence, toPay, charged, card: subscription.cardId }), size)
}

interface Noting {
  readonly occurrence: Occurrence
  readonly toPay: Money
  readonly charged: Charged
  readonly card: string
}

async function note(tx: Tx, shop: Charging, { occurrence, toPay, charged, card }: Noting): Promise<void> {
  const now = shop.clock.now()
  const { declines, failure } = occurrence
  switch (charged.kind) {
    case 'settled':
      await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt: undefined })
      return
    case 'silent': {
      const nextAttemptAt = now.add({ minutes: afterSilenceMinutes })
      await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt })
      return
    }
    case 'declined':
      return noteDecline(tx, shop, { occurrence, toPay, failure: charged.failure, card, now })
  }
}

interface Declined {
  readonly occurrence: Occurrence
  readonly toPay: Money
  readonly failure: string
  /** The one that was asked. */
  readonly card: string
  readonly now: Temporal.Instant
}

async function noteDecline(tx: Tx, shop: Charging, { occurrence, toPay, failure, card, now }: Declined): Promise<void> {
  const subscription = await lockSubscription(tx, occurrence.subscriptionId)
  const current = await lockOccurrence(tx, occurrence.subscriptionId, occurrence.id)
  const order = await findOrderNow(tx, occurrence.orderId!)
  if (!subscription || !current || !order || current.payUntil === null) return
  const declines = current.declines + 1
  // A card that was changed while the old one was asked is asked at once.
  const nextAttemptAt =
    subscription.cardId !== card ? now : retryAt({ declines, failure, at: now, payUntil: current.payUntil })
  if (!(await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt }))) return
  await insertEvent(tx, { ...about(occurrence), at: now, kind: 'card-declined', who: 'stripe', detail: { failure } })
  await tell(tx, shop, subscription, {
    once: `failed:${occurrence.id}:${occurrence.attempts}`,
    news: {
      news: 'failed',
      day: subscription.kind === 'surprise' ? undefined : (current.day ?? current.nominalDay),
      price: money(toPay.minor, toPay.currency),
      failure,
      link: order.link,
      until: current.payUntil,
      again: nextAttemptAt,
    },
  })
}

function about({ id, subscriptionId }: Occurrence) {
  return { subscriptionId, occurrenceId: id }
}
