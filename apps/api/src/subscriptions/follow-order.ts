import type { OccurrenceId, OrderId, SubscriptionId } from '@flora/contract/ids.ts'
import { cancelOrder } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { together } from '../platform/together.ts'
import type { Shop } from '../shop.ts'
import { giveBackOne } from './end-gift.ts'
import { findOrderNow, listByOrder, lockSubscriptionsOf, markAllPaid } from './follow-queries.ts'
import { lockOccurrence, markNotComing, markPaid } from './occurrence-queries.ts'
import { pauseByRule } from './pause-by-rule.ts'
import { skipPlanned } from './skip-planned.ts'
import { follow, type Occurrence, type Subscription, unpaidUntilPause } from './subscription.ts'
import { insertEvent, lockSubscription, markState, markUnpaid } from './subscription-queries.ts'
import { tell } from './tell.ts'
import { listOtherOrders } from './gift-queries.ts'

type Following = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'config'>

/**
 * Brings the ledger up to what became of a delivery's order: paid, cancelled, or over because nobody paid in time. The order is the
 * truth; this may come late and twice.
 */
export async function followOrder(shop: Following, orderId: OrderId): Promise<void> {
  // One order may bring the first deliveries of several subscriptions; each is a transaction.
  for (const known of await listByOrder(shop.db, orderId)) await followOne(shop, known, orderId)
}

/** The same for those that are told of in one turn: what was paid, which is nearly all, is written down together. */
export function orderFollower(shop: Following): (orderId: OrderId) => Promise<void> {
  const markPaidTogether = together(async (orderIds: readonly OrderId[]) => {
    const done = await shop.inTransaction(async (tx) => {
      await lockSubscriptionsOf(tx, orderIds)
      return markAllPaid(tx, orderIds, shop.clock.now())
    })
    return new Map(done.map((id) => [id, true]))
  })
  return async (orderId) => {
    if (!(await markPaidTogether(orderId))) await followOrder(shop, orderId)
  }
}

async function followOne(
  shop: Following,
  known: { id: OccurrenceId; subscriptionId: SubscriptionId },
  orderId: OrderId,
): Promise<void> {
  const taken = await shop.inTransaction(async (tx) => {
    const subscription = await lockSubscription(tx, known.subscriptionId)
    const occurrence = await lockOccurrence(tx, known.subscriptionId, known.id)
    const order = await findOrderNow(tx, orderId)
    // Drawn up again meanwhile: then this order says nothing of it any more.
    if (!subscription || !order || occurrence?.orderId !== orderId) return []
    const followed = follow(occurrence, order)
    await carryOut(tx, shop, { subscription, occurrence, followed })
    if (followed.kind !== 'cancelled' || !order.isBeginning) return []
    await endWithItsOrder(tx, shop, subscription)
    return subscription.gift ? listOtherOrders(tx, subscription.id, orderId) : []
  })
  // All of a gift's money went back: what nobody has begun to tie goes back too.
  for (const id of taken) await cancelOrder(shop, { orderId: id, reason: 'its gift was cancelled', who: 'shop' })
}

/** Who takes the order back with which a subscription began, before it came, takes the subscription back. */
async function endWithItsOrder(tx: Tx, shop: Following, subscription: Subscription): Promise<void> {
  if (subscription.state === 'cancelled') return
  const at = shop.clock.now()
  const { id } = subscription
  await markState(tx, id, { state: 'cancelled', at })
  const days = await skipPlanned(tx, { id, at, because: 'ended' })
  const detail = { reason: 'order-cancelled', days }
  await insertEvent(tx, { subscriptionId: id, at, kind: 'cancelled', who: 'customer', detail })
  await tell(tx, shop, subscription, { once: `cancelled:${id}`, news: { news: 'cancelled', last: undefined } })
}

interface Case {
  readonly subscription: Subscription
  readonly occurrence: Occurrence
  readonly followed: ReturnType<typeof follow>
}

async function carryOut(tx: Tx, shop: Following, { subscription, occurrence, followed }: Case): Promise<void> {
  const { id } = occurrence
  const note = (kind: string, who: string) =>
    insertEvent(tx, { subscriptionId: subscription.id, occurrenceId: id, at: shop.clock.now(), kind, who })
  const ended = (state: 'failed' | 'cancelled' | 'could-not', because: string) =>
    markNotComing(tx, id, { state, because, keepOrder: true })
  switch (followed.kind) {
    case 'nothing':
      return
    case 'paid':
      await markPaid(tx, id)
      await markUnpaid(tx, subscription.id, 0)
      return note('paid', 'stripe')
    case 'cancelled':
      await ended('cancelled', 'order-cancelled')
      await giveBackOne(tx, shop, subscription)
      return note('order-cancelled', 'customer')
    case 'too-late':
      await ended('could-not', 'too-late')
      await giveBackOne(tx, shop, subscription)
      await note('could-not', 'shop')
      return tellNotComing(tx, shop, { subscription, occurrence }, tooLate)
    case 'unpaid':
      await ended('failed', 'unpaid')
      await note('unpaid', 'shop')
      await tellNotComing(tx, shop, { subscription, occurrence }, unpaid)
      if ((await markUnpaid(tx, subscription.id, 1)) >= unpaidUntilPause && subscription.state === 'active')
        await pauseByRule(tx, shop, subscription, 'payment')
  }
}

const tooLate = 'A fault on our side kept us from charging your card in time, and so from ordering the flowers.'
const unpaid = 'It was not paid in time, so its flowers were not ordered.'

function tellNotComing(
  tx: Tx,
  shop: Following,
  { subscription, occurrence }: Pick<Case, 'subscription' | 'occurrence'>,
  because: string,
): Promise<void> {
  const day = occurrence.day ?? occurrence.nominalDay
  return tell(tx, shop, subscription, {
    once: `could-not:${occurrence.id}`,
    news: { news: 'could-not', day, because, isSurprise: subscription.kind === 'surprise' },
  })
}
