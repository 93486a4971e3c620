import { newId } from '@flora/contract/ids.ts'
import { postAccountLetter, postAccountLetters, type SubscriptionNews } from '../notifications/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import type { By, Subscription } from './subscription.ts'

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

interface StaffDid {
  readonly subscription: Told & Pick<Subscription, 'kind'>
  readonly by: By
  readonly done: Extract<SubscriptionNews, { news: 'done-for-her' }>['done']
}

/** What she does herself needs no letter; what staff do for her does, unless they were told that she need not hear of it. */
export async function tellWhatStaffDid(tx: Tx, shop: Telling, { subscription, by, done }: StaffDid): Promise<void> {
  if (!('staff' in by) || by.tellHer === false) return
  // Each thing that is done is told, also when it was done before.
  const once = `done-for-her:${newId('eml')}`
  const isSurprise = subscription.kind === 'surprise'
  await tell(tx, shop, subscription, { once, news: { news: 'done-for-her', done, isSurprise } })
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
