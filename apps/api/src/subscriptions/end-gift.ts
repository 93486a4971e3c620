import { newId, type OrderId } from '@flora/contract/ids.ts'
import { isZero, type Money, money, times } from '@flora/money/money.ts'
import { priceOf } from '../offers/index.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { skipPlanned } from './skip-planned.ts'
import type { Subscription } from './subscription.ts'
import { insertEvent, markState } from './subscription-queries.ts'
import { tell } from './tell.ts'
import { countGiven } from './gift-queries.ts'

interface Ending {
  readonly subscription: Subscription
  /** 'customer', 'shop', or a member of staff by id. */
  readonly who: string
  readonly reason: string
}

/**
 * Ends a gift: what may still be changed gives its places back, and the money of all that will not come goes back to whoever paid.
 * The caller holds the subscription's lock, so that no delivery is settled meanwhile.
 */
export async function endGift(
  tx: Tx,
  shop: Pick<Shop, 'clock' | 'config' | 'jobs'>,
  { subscription, who, reason }: Ending,
): Promise<void> {
  const at = shop.clock.now()
  const { id, gift } = subscription
  if (!gift) throw new Error(`invariant broken: ${id} was to end as a gift and is none`)
  await markState(tx, id, { state: 'cancelled', at })
  const days = await skipPlanned(tx, { id, at, because: 'ended' })
  // What may not be changed any more still comes; all else is given back.
  const amount = await refundableOf(tx, { ...subscription, state: 'active' }, at)
  await insertEvent(tx, {
    subscriptionId: id,
    at,
    kind: 'cancelled',
    who,
    detail: { reason, days, refund: amount.minor },
  })
  if (!isZero(amount)) await giveBack(tx, shop, { orderId: gift.orderId, amount, who })
  await tell(tx, shop, subscription, {
    once: `cancelled:${id}`,
    news: { news: 'cancelled', last: undefined, refund: amount },
  })
}

/** A delivery that was to come after a gift had ended, and cannot: there is no end left at which it could come, so its money goes back. */
export async function giveBackOne(
  tx: Tx,
  shop: Pick<Shop, 'jobs'>,
  { gift, state, agreed }: Pick<Subscription, 'gift' | 'state' | 'agreed'>,
): Promise<void> {
  if (gift && state === 'cancelled')
    await giveBack(tx, shop, { orderId: gift.orderId, amount: pricePerDelivery(agreed), who: 'shop' })
}

function giveBack(
  tx: Tx,
  { jobs }: Pick<Shop, 'jobs'>,
  { orderId, amount, who }: { orderId: OrderId; amount: Money; who: string },
): Promise<void> {
  return jobs.enqueue(tx, 'payments/refund-order', {
    refundId: newId('rfd'),
    orderId,
    amount,
    reason: 'cancelled',
    who,
  })
}

/** What of a gift is not delivered and may still be taken back; nothing once it has ended. */
export async function refundableOf(
  db: Db,
  subscription: Pick<Subscription, 'id' | 'gift' | 'agreed' | 'state' | 'currency'>,
  now: Temporal.Instant,
): Promise<Money> {
  const { id, gift, agreed, state, currency } = subscription
  if (!gift || state === 'cancelled') return money(0, currency)
  const { settled } = await countGiven(db, id, now)
  return times(pricePerDelivery(agreed), Math.max(0, gift.deliveries - settled))
}

/** A gift's price was paid, so no announcement changes it; and no tax is asked for, so no rate is needed. */
function pricePerDelivery({ announced: _, ...agreed }: Subscription['agreed']): Money {
  return priceOf({ ...agreed, announced: undefined }, Temporal.Instant.fromEpochMilliseconds(0), 0).total
}
