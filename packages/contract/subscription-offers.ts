import { z } from 'zod'
import { Picture, Tint } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { VariantId } from './ids.ts'
import { Money } from './money.ts'
import { Frequency, SubscriptionKind } from './subscription-plan.ts'
import { ClockTime, Slug } from './text.ts'

/** What may be subscribed to. Its sizes are what each delivery is; of a florist's choice they are the budgets. */
export const SubscribableProduct = z.strictObject({
  slug: Slug,
  name: z.string(),
  kind: z.string(),
  tint: Tint,
  picture: Picture,
  /** What is in it is the florist's to say, within the budget that is chosen. */
  isFloristsChoice: z.boolean(),
  variants: z.array(
    z.strictObject({
      variantId: VariantId,
      name: z.string(),
      price: Money,
      /** Her discount taken off, before the window's fee. */
      subscriberPrice: Money,
    }),
  ),
})
export type SubscribableProduct = z.output<typeof SubscribableProduct>

export const SubscriptionOffers = z.strictObject({
  /** Florist's choice first. */
  products: z.array(SubscribableProduct),
  rhythms: z.array(z.strictObject({ frequency: Frequency, kinds: z.array(SubscriptionKind) })),
  discountBasisPoints: z.int(),
  /** Off the flowers of the first delivery of somebody's first subscription, instead of her discount; absent when there is no trial. */
  trialDiscountBasisPoints: z.int().optional(),
  gift: z.strictObject({ least: z.int(), most: z.int() }),
  /** Changes close, and the card is charged, at this time so many shop days before the day on which orders for it close. */
  lastChange: z.strictObject({ time: ClockTime, daysBefore: z.int() }),
  horizonDays: z.int(),
  noticeDays: z.int(),
})
export type SubscriptionOffers = z.output<typeof SubscriptionOffers>

export const subscriptionOffers = {
  listSubscriptionOffers: endpoint({
    who: 'anyone',
    limit: 'reads',
    method: 'GET',
    path: '/subscriptions/offers',
    summary:
      'What can be subscribed to, in which rhythms, what a subscriber gets off, and the rules with their numbers.',
    reply: SubscriptionOffers,
  }),
}
