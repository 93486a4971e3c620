import { z } from 'zod'
import { Quantity, SumLine } from './cart.ts'
import { Picture, Tint } from './catalog.ts'
import { PlacementKey } from './checkout.ts'
import { CardId } from './customers.ts'
import { ShopFacts } from './delivery.ts'
import { endpoint } from './endpoint.ts'
import { OccurrenceId, SubscriptionId, VariantId, WindowId } from './ids.ts'
import { Money } from './money.ts'
import { Between, Occurrence } from './occurrence.ts'
import { OrderLink } from './orders.ts'
import { notThat, notThen, tooLate } from './refusals.ts'
import { Frequency, NextDelivery, SubscriptionKind, SubscriptionPlan } from './subscription-plan.ts'
import { ClockTime, Instant, Permission, Postcode, ShopDay, Slug, typed } from './text.ts'

export { Occurrence, OccurrenceState } from './occurrence.ts'
export {
  Frequency,
  giftDeliveries,
  horizonDays,
  NextDelivery,
  noticeDays,
  subscriptionLimits,
  SubscriptionKind,
  SubscriptionPlan,
  surpriseFrequencies,
  upcomingDays,
} from './subscription-plan.ts'

const choice = { variantId: VariantId, quantity: Quantity, windowId: WindowId, frequency: Frequency }

/** What one delivery would cost and when things would happen. */
export const SubscriptionQuote = z.strictObject({
  /** One delivery, line by line; the lines add up to `perDelivery`. */
  sum: z.array(SumLine),
  perDelivery: Money,
  discountBasisPoints: z.int(),
  /** Where the shop has a trial: the first delivery of somebody's first subscription. */
  trial: z.strictObject({ discountBasisPoints: z.int(), firstDelivery: Money }).optional(),
  first: z.strictObject({ day: ShopDay, lastChangeAt: Instant, chargeAt: Instant }).optional(),
  /** The deliveries that would come first. */
  next: z.array(NextDelivery).optional(),
})
export type SubscriptionQuote = z.output<typeof SubscriptionQuote>

export const NewSubscription = z.strictObject({
  ...choice,
  kind: SubscriptionKind,
  /** The first delivery; the first day of the first period, for a surprise. */
  firstDay: ShopDay,
  plan: SubscriptionPlan,
  cardId: CardId,
  /** The sum of one delivery she agreed to. Another sum is told (price-changed). */
  perDelivery: Money,
})
export type NewSubscription = z.output<typeof NewSubscription>

/** Absent keys stay as they are. Another price needs her yes: the new sum of one delivery. */
export const SubscriptionChange = z.strictObject({
  /** Of the subscription as she saw it. */
  version: z.int(),
  variantId: VariantId.optional(),
  quantity: Quantity.optional(),
  windowId: WindowId.optional(),
  frequency: Frequency.optional(),
  cardId: CardId.optional(),
  plan: SubscriptionPlan.partial().optional(),
  perDelivery: Money.optional(),
})
export type SubscriptionChange = z.output<typeof SubscriptionChange>

export const Subscription = z.strictObject({
  id: SubscriptionId,
  version: z.int(),
  kind: SubscriptionKind,
  frequency: Frequency,
  state: z.enum(['active', 'paused', 'cancelled']),
  pausedUntil: ShopDay.optional(),
  pausedBecause: z.string().optional(),
  product: z.strictObject({
    variantId: VariantId,
    slug: Slug,
    name: z.string(),
    variantName: z.string(),
    tint: Tint,
    picture: Picture,
  }),
  quantity: z.int(),
  window: z.strictObject({ id: WindowId, name: z.string(), starts: ClockTime, ends: ClockTime }),
  plan: SubscriptionPlan,
  cardId: CardId.optional(),
  /** Some deliveries that are paid already: how many are still to come, and what would go back if it ended now. */
  gift: z.strictObject({ deliveries: z.int(), left: z.int(), refundable: Money, orderLink: OrderLink }).optional(),
  perDelivery: Money,
  /** A price that was announced: it counts for what is charged from then on. */
  newPrice: z.strictObject({ perDelivery: Money, from: Instant }).optional(),
  /** What comes in the next twelve weeks, and what did not come lately. */
  occurrences: z.array(Occurrence),
  /** Further ahead than places are taken: by the rule alone, so a day may still move. */
  later: z.array(z.strictObject({ day: ShopDay.optional(), between: Between.optional() })),
  events: z.array(
    z.strictObject({
      at: Instant,
      kind: z.string(),
      who: z.string(),
      occurrenceId: OccurrenceId.optional(),
      /** What was done, in words, and what more there is to say of it. */
      label: z.string().optional(),
      detail: z.string().optional(),
    }),
  ),
  can: z.strictObject({ change: Permission, pause: Permission, resume: Permission, cancel: Permission }),
})
export type Subscription = z.output<typeof Subscription>

const read = { who: 'customer', limit: 'reads', method: 'GET' } as const
const write = { who: 'customer', limit: 'writes' } as const
const params = z.strictObject({ subscriptionId: SubscriptionId })
const occurrenceParams = z.strictObject({ subscriptionId: SubscriptionId, occurrenceId: OccurrenceId })

/** Flowers that come again and again. Changing calls answer with the whole subscription. */
export const subscriptions = {
  quoteSubscription: endpoint({
    who: 'anyone',
    limit: 'writes',
    method: 'POST',
    path: '/subscriptions/quote',
    summary: 'What one delivery of a subscription would cost, when the first would come, and when it would be charged.',
    body: z.strictObject({
      ...choice,
      kind: SubscriptionKind,
      firstDay: ShopDay,
      postcode: Postcode.or(z.literal('')),
    }),
    reply: SubscriptionQuote,
    refusals: [...notThen, ...notThat, 'frequency-not-offered'],
  }),
  subscribe: endpoint({
    ...write,
    limit: 'orders',
    method: 'POST',
    path: '/subscriptions',
    summary:
      'Begins a subscription that a kept card pays. The same Idempotency-Key always gives the same subscription. Places of the next eight weeks are taken.',
    headers: z.object({ 'idempotency-key': PlacementKey }),
    body: NewSubscription,
    reply: Subscription,
    status: 201,
    refusals: [
      ...notThen,
      ...notThat,
      'frequency-not-offered',
      'price-changed',
      'card-not-found',
      'payment-service-silent',
      'too-many-subscriptions',
    ],
  }),
  setUpSubscriptionCard: endpoint({
    ...write,
    limit: 'orders',
    method: 'POST',
    path: '/account/subscriptions/card-setup',
    summary: 'What the browser needs to keep a card that may be charged while its owner is away.',
    body: z.strictObject({}),
    reply: z.strictObject({ clientSecret: z.string(), payments: ShopFacts.shape.payments }),
    refusals: ['payment-service-silent', 'too-many-cards'],
  }),
  listSubscriptions: endpoint({
    ...read,
    path: '/account/subscriptions',
    summary: 'Her subscriptions, the newest first, each with what comes in the next twelve weeks.',
    reply: z.array(Subscription),
  }),
  showSubscription: endpoint({
    ...read,
    path: '/account/subscriptions/:subscriptionId',
    summary: 'One of her subscriptions, with what comes and what was done to it.',
    params,
    reply: Subscription,
    refusals: ['subscription-not-found'],
  }),
  changeSubscription: endpoint({
    ...write,
    method: 'PATCH',
    path: '/account/subscriptions/:subscriptionId',
    summary:
      'Changes bouquet, address, recipient, window, frequency, card or what is excluded. It counts for every delivery whose last change is still to come.',
    params,
    body: SubscriptionChange,
    reply: Subscription,
    refusals: [
      'subscription-not-found',
      'subscription-ended',
      'changed-elsewhere',
      'gift-is-fixed',
      'price-changed',
      'frequency-not-offered',
      'card-not-found',
      'payment-service-silent',
      ...notThat,
      ...notThen,
    ],
  }),
  pauseSubscription: endpoint({
    ...write,
    method: 'POST',
    path: '/account/subscriptions/:subscriptionId/pause',
    summary: 'Pauses until a day; deliveries before it are skipped and their places given back.',
    params,
    body: z.strictObject({ until: ShopDay }),
    reply: Subscription,
    refusals: ['subscription-not-found', 'subscription-ended', 'pause-not-possible'],
  }),
  resumeSubscription: endpoint({
    ...write,
    method: 'POST',
    path: '/account/subscriptions/:subscriptionId/resume',
    summary: 'Ends a pause now; what was skipped by it comes again where there is still time and room.',
    params,
    body: z.strictObject({}),
    reply: Subscription,
    refusals: ['subscription-not-found', 'subscription-ended'],
  }),
  cancelSubscription: endpoint({
    ...write,
    method: 'POST',
    path: '/account/subscriptions/:subscriptionId/cancellation',
    summary: 'Ends a subscription. A delivery whose last change has passed still comes; it is the last.',
    params,
    body: z.strictObject({ reason: typed(200).optional() }),
    reply: Subscription,
    refusals: ['subscription-not-found', 'subscription-ended'],
  }),
  skipOccurrence: endpoint({
    ...write,
    method: 'POST',
    path: '/account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip',
    summary: 'Leaves one delivery out and gives its places back.',
    params: occurrenceParams,
    body: z.strictObject({}),
    reply: Subscription,
    refusals: tooLate,
  }),
  unskipOccurrence: endpoint({
    ...write,
    method: 'POST',
    path: '/account/subscriptions/:subscriptionId/occurrences/:occurrenceId/unskip',
    summary: 'Takes a skipped delivery back in, if its place is still there.',
    params: occurrenceParams,
    body: z.strictObject({}),
    reply: Subscription,
    refusals: [...tooLate, ...notThen, ...notThat],
  }),
  moveOccurrence: endpoint({
    ...write,
    method: 'POST',
    path: '/account/subscriptions/:subscriptionId/occurrences/:occurrenceId/move',
    summary: 'Moves one delivery to another day or window, between the deliveries before and after it.',
    params: occurrenceParams,
    body: z.strictObject({ day: ShopDay, windowId: WindowId.optional() }),
    reply: Subscription,
    refusals: [...tooLate, 'not-between-neighbours', ...notThen, ...notThat],
  }),
}
