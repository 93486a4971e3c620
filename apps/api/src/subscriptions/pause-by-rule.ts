import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { skipPlanned } from './skip-planned.ts'
import type { PausedBecause, Subscription } from './subscription.ts'
import { insertEvent, markState } from './subscription-queries.ts'
import { tell } from './tell.ts'

/** Pauses a subscription that cannot go on by itself until its owner says so; what was planned gives its places back. */
export async function pauseByRule(
  tx: Tx,
  shop: Pick<Shop, 'clock' | 'config' | 'jobs'>,
  subscription: Subscription,
  because: Exclude<PausedBecause, 'customer'>,
): Promise<void> {
  const at = shop.clock.now()
  await markState(tx, subscription.id, { state: 'paused', pausedBecause: because, at })
  await skipPlanned(tx, { id: subscription.id, at, because: 'paused' })
  await insertEvent(tx, { subscriptionId: subscription.id, at, kind: 'paused', who: 'shop', detail: { because } })
  await tell(tx, shop, subscription, {
    once: `paused:${subscription.id}:${subscription.version}`,
    news: { news: 'paused', until: null, because },
  })
}
