import type { SubscriptionQuote } from '@flora/contract/subscriptions.ts'
import type { Call } from '@flora/contract/endpoint.ts'
import type { subscriptions } from '@flora/contract/subscriptions.ts'
import {
  cannotDeliver,
  deadlinesOf,
  findOffer,
  findShopTerms,
  firstDays,
  firstOf,
  frequencyNotOffered,
  isOffered,
  nextDeliveries,
  priceOf,
} from '../offers/index.ts'
import type { Shop } from '../shop.ts'

type Asked = Call<typeof subscriptions.quoteSubscription>['body']

/** What one delivery would cost, and when the first would come; places are not looked at, since subscribing takes them. */
export async function quote({ db, clock }: Pick<Shop, 'db' | 'clock'>, asked: Asked): Promise<SubscriptionQuote> {
  const { variantId, windowId, quantity, kind, frequency, firstDay: day, postcode } = asked
  if (!isOffered(kind, frequency)) throw frequencyNotOffered()
  const now = clock.now()
  const terms = await findShopTerms(db)
  const beginning = { kind, frequency, firstDay: day }
  const [, ...later] = kind === 'recurring' ? firstDays(beginning) : []
  const offer = await findOffer(db, { variantId, windowId, postcode, day, later }, { terms, now })
  const { rates, promise } = offer
  if (kind === 'recurring' && !promise.ok) throw cannotDeliver(promise)
  const { discountBasisPoints, trialBasisPoints } = terms
  const price = priceOf({ ...rates, quantity, discountBasisPoints, announced: undefined }, now, terms.gstBasisPoints)
  const agreed = { ...rates, quantity, discountBasisPoints, announced: undefined, trialBasisPoints }
  const trial = trialBasisPoints > discountBasisPoints && {
    discountBasisPoints: trialBasisPoints,
    firstDelivery: priceOf(firstOf(agreed), now, terms.gstBasisPoints).total,
  }
  const deadlines = promise.ok && kind === 'recurring' ? deadlinesOf(promise.cutOffAt, terms.zone) : undefined
  return {
    sum: price.sum,
    perDelivery: price.total,
    discountBasisPoints,
    ...(trial && { trial }),
    ...(deadlines && {
      first: { day, lastChangeAt: deadlines.lastChangeAt.toString(), chargeAt: deadlines.chargeAt.toString() },
    }),
    next: nextDeliveries(beginning, [promise, ...offer.later], { zone: terms.zone, paid: 'none' }),
  }
}
