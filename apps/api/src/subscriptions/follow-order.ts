import type { OrderId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { findByOrder, findOrderNow, lockOccurrence, markNotComing, markPaid } from './occurrence-queries.ts'
import { pauseByRule } from './pause-by-rule.ts'
import { follow, type Occurrence, type Subscription, unpaidUntilPause } from './subscription.ts'
import { insertEvent, lockSubscription, markUnpaid } from './subscription-queries.ts'
import { tell } from './tell.ts'

type Following = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'config'>

/**
 * Brings the ledger up to what became of a delivery's order: paid, cancelled, or over because nobody paid in time. The order is the
 * truth; this may come late and twice.
 */
export async function followOrder(shop: Following, orderId: OrderId): Promise<void> {
  const known = await findByOrder(shop.db, orderId)
  if (!known) return
  await shop.inTransaction(async (tx) => {
    const subscription = await lockSubscription(tx, known.subscriptionId)
    const occurrence = await lockOccurrence(tx, known.subscriptionId, known.id)
    const order = await findOrderNow(tx, orderId)
    // Drawn up again meanwhile: then this order says nothing of it any more.
    if (!subscription || !order || occurrence?.orderId !== orderId) return
    await carryOut(tx, shop, { subscription, occurrence, followed: follow(occurrence, order) })
  })
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
      return note('order-cancelled', 'customer')
    case 'too-late':
      await ended('could-not', 'too-late')
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
