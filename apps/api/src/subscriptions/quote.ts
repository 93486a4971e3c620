import type { SubscriptionQuote } from '@flora/contract/subscriptions.ts'
import type { Call } from '@flora/contract/endpoint.ts'
import type { subscriptions } from '@flora/contract/subscriptions.ts'
import type { Shop } from '../shop.ts'
import { deadlinesOf } from './deadlines.ts'
import { cannotDeliver, frequencyNotOffered } from './errors.ts'
import { findOffer } from './offer.ts'
import { priceOf } from './price.ts'
import { isOffered } from './subscription.ts'
import { findShopTerms } from './subscription-queries.ts'

type Asked = Call<typeof subscriptions.quoteSubscription>['body']

/** What one delivery would cost, and when the first would come; places are not looked at, since subscribing takes them. */
export async function quote({ db, clock }: Pick<Shop, 'db' | 'clock'>, asked: Asked): Promise<SubscriptionQuote> {
  const { variantId, windowId, quantity, kind, frequency, firstDay: day, postcode } = asked
  if (!isOffered(kind, frequency)) throw frequencyNotOffered()
  const now = clock.now()
  const terms = await findShopTerms(db)
  const { rates, promise } = await findOffer(db, { variantId, windowId, postcode, day }, { terms, now })
  if (kind === 'recurring' && !promise.ok) throw cannotDeliver(promise)
  const { discountBasisPoints } = terms
  const price = priceOf({ ...rates, quantity, discountBasisPoints, announced: undefined }, now, terms.gstBasisPoints)
  const deadlines = promise.ok && kind === 'recurring' ? deadlinesOf(promise.cutOffAt, terms.zone) : undefined
  return {
    sum: price.sum,
    perDelivery: price.total,
    discountBasisPoints,
    ...(deadlines && {
      first: { day, lastChangeAt: deadlines.lastChangeAt.toString(), chargeAt: deadlines.chargeAt.toString() },
    }),
  }
}
