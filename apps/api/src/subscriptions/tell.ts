import { postAccountLetter, type SubscriptionNews } from '../notifications/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import type { Subscription } from './subscription.ts'

/** Writes to a subscriber about her subscription, in the transaction that decides it; once under its key. */
export async function tell(
  tx: Tx,
  shop: Pick<Shop, 'clock' | 'config' | 'jobs'>,
  { id, owner, plan, gift }: Pick<Subscription, 'id' | 'owner' | 'plan' | 'gift'>,
  { once, news }: { once: string; news: SubscriptionNews },
): Promise<void> {
  const letter = {
    kind: 'subscription' as const,
    subscriptionId: id,
    recipient: plan.recipient.name,
    ...(gift && { gift: { deliveries: gift.deliveries, orderLink: gift.orderLink } }),
    ...news,
  }
  await postAccountLetter(tx, shop, { to: owner.email, letter, once: `subscription:${once}` })
}
