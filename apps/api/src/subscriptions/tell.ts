import { postAccountLetter, postAccountLetters, type SubscriptionNews } from '../notifications/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import type { Subscription } from './subscription.ts'

type Telling = Pick<Shop, 'clock' | 'config' | 'jobs'>
type Told = Pick<Subscription, 'id' | 'owner' | 'plan' | 'gift'>

interface News {
  /** One decision, one letter. */
  readonly once: string
  readonly news: SubscriptionNews
}

/** Writes to a subscriber about her subscription, in the transaction that decides it; once under its key. */
export async function tell(tx: Tx, shop: Telling, subscription: Told, news: News): Promise<void> {
  await postAccountLetter(tx, shop, toPosting(subscription, news))
}

/** The same to many, by a few statements in all. */
export function tellAll(
  tx: Tx,
  shop: Telling,
  letters: readonly (News & { readonly subscription: Told })[],
): Promise<void> {
  return postAccountLetters(
    tx,
    shop,
    letters.map(({ subscription, ...news }) => toPosting(subscription, news)),
  )
}

function toPosting({ id, owner, plan, gift }: Told, { once, news }: News) {
  const letter = {
    kind: 'subscription' as const,
    subscriptionId: id,
    recipient: plan.recipient.name,
    ...(gift && { gift: { deliveries: gift.deliveries, orderLink: gift.orderLink } }),
    ...news,
  }
  return { to: owner.email, letter, once: `subscription:${once}` }
}
