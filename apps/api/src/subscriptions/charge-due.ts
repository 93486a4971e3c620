import { money, type Money } from '@flora/money/money.ts'
import { listStripeCustomers } from '../customers/index.ts'
import { retryAt } from '../offers/index.ts'
import { chargeAway, type Charged } from '../payments/index.ts'
import { isDatabaseAway } from '../platform/database-away.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { findOrderNow } from './follow-queries.ts'
import { lockOccurrence, markAttempt, markSettled } from './occurrence-queries.ts'
import type { Occurrence } from './subscription.ts'
import { insertEvent, lockSubscription } from './subscription-queries.ts'
import { type Due, takeSomeDue } from './take-due.ts'
import { tell } from './tell.ts'

export type Charging = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log' | 'config'>

const afterSilenceMinutes = 10

/** Charges every delivery whose time has come and is not over. Says how many were asked for; harmless at any time, twice at once too. */
export async function chargeDue(shop: Charging): Promise<number> {
  for (let asked = 0; ;) {
    const { found, toCharge } = await shop.inTransaction((tx) => takeSomeDue(tx, shop))
    if (found === 0) return asked
    asked += found
    await charge(shop, toCharge)
  }
}

// Transaction, calls, transaction: whoever dies between leaves deliveries that are taken up again when their lease is over.
async function charge(shop: Charging, due: readonly Due[]): Promise<void> {
  const accountIds = due.flatMap(({ subscription: { accountId } }) => accountId ?? [])
  const customers = await listStripeCustomers(shop.db, accountIds)
  const charged = await chargeAway(
    shop,
    due.map(({ occurrence, subscription: { id, accountId, cardId }, toPay }) => ({
      orderId: occurrence.orderId,
      toPay,
      key: occurrence.id,
      attempt: occurrence.attempts,
      customer: accountId === null ? undefined : customers.get(accountId),
      card: cardId,
      returnUrl: `${shop.config.publicUrl}/account/subscriptions/${id}`,
    })),
  )
  const settled = due.filter(({ occurrence }) => charged.get(occurrence.orderId)?.kind === 'settled')
  if (settled.length > 0)
    await shop.inTransaction(
      (tx) =>
        markSettled(
          tx,
          settled.map(({ occurrence }) => occurrence),
        ),
      'one statement',
    )
  for (const one of due) await note(shop, one, charged.get(one.occurrence.orderId))
}

async function note(shop: Charging, due: Due, charged: Charged | undefined): Promise<void> {
  // Of whom nothing is known the lease ends, and somebody takes it up again.
  if (!charged || charged.kind === 'settled') return
  const { occurrence, toPay, subscription } = due
  try {
    await shop.inTransaction((tx) =>
      charged.kind === 'silent'
        ? noteSilence(tx, shop, occurrence)
        : noteDecline(tx, shop, { occurrence, toPay, failure: charged.failure, card: subscription.cardId }),
    )
  } catch (err) {
    // What goes wrong with one must not stand in the way of the others; with the database away it would go wrong with all.
    if (await isDatabaseAway(shop.db, err)) throw err
    shop.log.error({ err, occurrence: occurrence.id }, 'what a card said could not be noted')
  }
}

async function noteSilence(tx: Tx, shop: Charging, occurrence: Occurrence): Promise<void> {
  const { declines, failure } = occurrence
  const nextAttemptAt = shop.clock.now().add({ minutes: afterSilenceMinutes })
  await markAttempt(tx, occurrence, { declines, failure, nextAttemptAt })
}

interface Declined {
  readonly occurrence: Occurrence
  readonly toPay: Money
  readonly failure: string
  /** The one that was asked. */
  readonly card: string
}

async function noteDecline(tx: Tx, shop: Charging, { occurrence, toPay, failure, card }: Declined): Promise<void> {
  const now = shop.clock.now()
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
