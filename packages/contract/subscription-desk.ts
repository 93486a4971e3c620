import { z } from 'zod'
import { DeskEvent } from './desk-order.ts'
import { endpoint } from './endpoint.ts'
import { AccountId, OccurrenceId, OrderId, SubscriptionId, WindowId } from './ids.ts'
import { Money } from './money.ts'
import { OccurrenceState } from './occurrence.ts'
import { OrderStatus } from './orders.ts'
import { Quantity } from './recipient.ts'
import { notThat, notThen, tooLate } from './refusals.ts'
import { Frequency, SubscriptionKind, SubscriptionPlan } from './subscription-plan.ts'
import { Subscription } from './subscriptions.ts'
import { ClockTime, Instant, Permission, ShopDay, typed } from './text.ts'

/** Subscriptions on one page of the list. */
export const subscriptionPageSize = 50

export const SubscriptionState = z.enum(['active', 'paused', 'cancelled'])

/** What goes wrong with a subscription just now, as a stable word. */
export const SubscriptionTroubleCode = z.enum(['card-declined', 'unpaid', 'not-paid', 'off-shelf', 'could-not'])
export type SubscriptionTroubleCode = z.output<typeof SubscriptionTroubleCode>

const SubscriptionTrouble = z.strictObject({ code: SubscriptionTroubleCode, message: z.string() })

/** When the next delivery comes: in seven days, in four weeks, or that none is planned. */
export const NextDeliveryWithin = z.enum(['week', 'month', 'none'])

/** A frequency; or whatever comes as a surprise; or whatever was paid ahead as a gift. */
export const SubscriptionRhythm = z.enum([...Frequency.options, 'surprise', 'gift'])

/** Who pays: an account, or the buyer of a gift who may have none. */
const Owner = z.strictObject({
  accountId: AccountId.optional(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
})

/** A subscription as a line of the list. */
export const DeskSubscriptionLine = z.strictObject({
  id: SubscriptionId,
  owner: Owner,
  /** Who gets the flowers, and where. */
  recipient: z.string(),
  suburb: z.string(),
  product: z.string(),
  variantName: z.string(),
  quantity: z.int(),
  kind: SubscriptionKind,
  frequency: Frequency,
  giftDeliveries: z.int().optional(),
  state: SubscriptionState,
  pausedUntil: ShopDay.optional(),
  /** Of a surprise too, which its subscriber is not told. */
  nextDay: ShopDay.optional(),
  perDelivery: Money,
  troubles: z.array(SubscriptionTrouble),
})
export type DeskSubscriptionLine = z.output<typeof DeskSubscriptionLine>

/** One delivery of the ledger, with its day where a surprise's subscriber sees none. */
export const DeskOccurrence = z.strictObject({
  id: OccurrenceId,
  state: OccurrenceState,
  /** In words, for what will not come. */
  because: z.string().optional(),
  day: ShopDay,
  /** The day by the rule of its rhythm, where it comes on another one. */
  insteadOf: ShopDay.optional(),
  /** Its subscriber does not know the day. */
  isSecret: z.boolean(),
  window: z.strictObject({ id: WindowId, name: z.string(), starts: ClockTime, ends: ClockTime }).optional(),
  price: Money.optional(),
  lastChangeAt: Instant.optional(),
  chargeAt: Instant.optional(),
  payUntil: Instant.optional(),
  /** How often the card was asked, and what it said last, in words. */
  attempts: z.int(),
  failure: z.string().optional(),
  order: z.strictObject({ id: OrderId, number: z.string(), status: OrderStatus }).optional(),
  can: z.strictObject({ skip: Permission, unskip: Permission, move: Permission }),
})
export type DeskOccurrence = z.output<typeof DeskOccurrence>

/** A subscription with all that staff may know of it and do. */
export const DeskSubscription = z.strictObject({
  /** What its subscriber agreed to. */
  subscription: Subscription.omit({ cardId: true, occurrences: true, events: true, can: true }),
  owner: Owner,
  troubles: z.array(SubscriptionTrouble),
  /** What comes, the soonest first. */
  coming: z.array(DeskOccurrence),
  /** What came, or was to come, in the last two years; the latest first. */
  before: z.array(DeskOccurrence),
  /** The latest first. */
  events: z.array(DeskEvent.omit({ deliveryId: true })),
  can: z.strictObject({ change: Permission, pause: Permission, resume: Permission, cancel: Permission }),
})
export type DeskSubscription = z.output<typeof DeskSubscription>

const reads = { who: { may: 'subscriptions/read' }, limit: 'reads', method: 'GET' } as const
const writes = { who: { may: 'subscriptions/write' }, limit: 'writes', reply: DeskSubscription } as const
const params = z.strictObject({ subscriptionId: SubscriptionId })
const occurrenceParams = z.strictObject({ subscriptionId: SubscriptionId, occurrenceId: OccurrenceId })

const notFound = ['subscription-not-found'] as const

/** What is done for a subscriber is told her by letter, unless she need not hear of it. */
const tellHer = z.boolean().default(true)

/** Subscriptions as staff see them. What they may do, the subscriber may do herself, and by the same rules. */
export const subscriptionDesk = {
  listDeskSubscriptions: endpoint({
    ...reads,
    path: '/desk/subscriptions',
    summary:
      'Subscriptions, the one that comes next first; by state, rhythm, what goes wrong, and when the next delivery comes; or those whose subscriber or recipient is called what was typed.',
    query: z.strictObject({
      q: typed(80).optional(),
      state: SubscriptionState.optional(),
      rhythm: SubscriptionRhythm.optional(),
      /** What goes wrong; `any` is all of that. */
      trouble: z.enum(['any', ...SubscriptionTroubleCode.options]).optional(),
      next: NextDeliveryWithin.optional(),
      /** `next` of the page before. */
      after: z
        .string()
        .regex(/^(\d{4}-\d{2}-\d{2}|none)\.sub_[0-9a-z-]{1,64}$/)
        .optional(),
    }),
    reply: z.strictObject({
      subscriptions: z.array(DeskSubscriptionLine),
      next: z.string().optional(),
      /** Of all there are, whatever was asked for. */
      counts: z.strictObject({ active: z.int(), paused: z.int(), cancelled: z.int(), inTrouble: z.int() }),
    }),
  }),
  showDeskSubscription: endpoint({
    ...reads,
    path: '/desk/subscriptions/:subscriptionId',
    summary: 'A subscription with its ledger, what was done to it and by whom, and what may be done.',
    params,
    reply: DeskSubscription,
    refusals: notFound,
  }),
  changeDeskSubscription: endpoint({
    ...writes,
    method: 'PATCH',
    path: '/desk/subscriptions/:subscriptionId',
    summary:
      'Another recipient, address, card, window, rhythm or number, for every delivery whose last change is still to come. Another price must have been agreed to (price-changed says which). Her card is hers to change.',
    params,
    body: z.strictObject({
      version: z.int(),
      plan: SubscriptionPlan.partial().optional(),
      windowId: WindowId.optional(),
      frequency: Frequency.optional(),
      quantity: Quantity.optional(),
      perDelivery: Money.optional(),
      tellHer,
    }),
    refusals: [
      ...notFound,
      'subscription-ended',
      'changed-elsewhere',
      'gift-is-fixed',
      'price-changed',
      'frequency-not-offered',
      ...notThat,
      ...notThen,
    ],
  }),
  pauseDeskSubscription: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/subscriptions/:subscriptionId/pause',
    summary: 'Pauses until a day, for its subscriber, who is told by letter.',
    params,
    body: z.strictObject({ until: ShopDay }),
    refusals: [...notFound, 'subscription-ended', 'pause-not-possible'],
  }),
  resumeDeskSubscription: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/subscriptions/:subscriptionId/resume',
    summary: 'Ends a pause now; its subscriber is told by letter.',
    params,
    body: z.strictObject({}),
    refusals: [...notFound, 'subscription-ended'],
  }),
  cancelDeskSubscription: endpoint({
    ...writes,
    who: { may: 'subscriptions/end' },
    method: 'POST',
    path: '/desk/subscriptions/:subscriptionId/cancellation',
    summary:
      'Ends a subscription, with a reason that staff can read. What of a gift will not come is refunded; its buyer is told by letter.',
    params,
    body: z.strictObject({ reason: typed(200).pipe(z.string().min(3, 'Please say why.')) }),
    refusals: [...notFound, 'subscription-ended'],
  }),
  skipDeskOccurrence: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip',
    summary: 'Leaves one delivery out and gives its places back.',
    params: occurrenceParams,
    body: z.strictObject({ tellHer }),
    refusals: tooLate,
  }),
  unskipDeskOccurrence: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/unskip',
    summary: 'Takes a skipped delivery back in, if its place is still there.',
    params: occurrenceParams,
    body: z.strictObject({ tellHer }),
    refusals: [...tooLate, ...notThen, ...notThat],
  }),
  moveDeskOccurrence: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/move',
    summary: 'Moves one delivery to another day or window, between the deliveries before and after it.',
    params: occurrenceParams,
    body: z.strictObject({ day: ShopDay, windowId: WindowId.optional(), tellHer }),
    refusals: [...tooLate, 'not-between-neighbours', ...notThen, ...notThat],
  }),
}
