import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { OccurrenceId, SubscriptionId, WindowId } from './ids.ts'
import { OrderLink } from './orders.ts'
import { notThen, tooLate } from './refusals.ts'
import { SubscriptionPlan } from './subscription-plan.ts'
import { Subscription } from './subscriptions.ts'
import { ShopDay, typed } from './text.ts'

const common = { who: 'anyone', reply: Subscription } as const
const write = { ...common, limit: 'writes', method: 'POST' } as const
const params = z.strictObject({ link: OrderLink, subscriptionId: SubscriptionId })
const occurrenceParams = z.strictObject({ link: OrderLink, subscriptionId: SubscriptionId, occurrenceId: OccurrenceId })

const unknown = ['subscription-not-found'] as const

/** A gift of some deliveries, by the link of the order that paid for it: its buyer need have no account, and its recipient neither. */
export const giftSubscriptions = {
  showGift: endpoint({
    ...common,
    method: 'GET',
    limit: 'reads',
    path: '/orders/:link/gifts/:subscriptionId',
    summary: 'A gift as its buyer rules it, with what comes and how many deliveries are left.',
    params,
    refusals: unknown,
  }),
  changeGift: endpoint({
    ...write,
    method: 'PATCH',
    path: '/orders/:link/gifts/:subscriptionId',
    summary: 'Another recipient, address or card, for every delivery whose last change is still to come.',
    params,
    body: z.strictObject({
      version: z.int(),
      plan: SubscriptionPlan.partial().optional(),
      /** Where it goes to another zone: one of that zone’s windows, whose fee is no higher. */
      windowId: WindowId.optional(),
    }),
    refusals: [
      ...unknown,
      'subscription-ended',
      'changed-elsewhere',
      'gift-is-fixed',
      'suburb-postcode',
      'card-too-long',
      'address-incomplete',
      ...notThen,
      'no-day',
      'not-for-sale',
    ],
  }),
  moveGiftDelivery: endpoint({
    ...write,
    path: '/orders/:link/gifts/:subscriptionId/occurrences/:occurrenceId/move',
    summary: 'Moves one delivery to another day or window, between the deliveries before and after it.',
    params: occurrenceParams,
    body: z.strictObject({ day: ShopDay, windowId: WindowId.optional() }),
    refusals: [...tooLate, 'not-between-neighbours', ...notThen, 'no-day', 'not-for-sale'],
  }),
  skipGiftDelivery: endpoint({
    ...write,
    path: '/orders/:link/gifts/:subscriptionId/occurrences/:occurrenceId/skip',
    summary: 'Leaves one delivery out; it comes at the end instead, since it is paid.',
    params: occurrenceParams,
    body: z.strictObject({}),
    refusals: tooLate,
  }),
  cancelGift: endpoint({
    ...write,
    path: '/orders/:link/gifts/:subscriptionId/cancellation',
    summary: 'Ends a gift. What was not delivered, and may still be changed, is refunded to the card that paid.',
    params,
    body: z.strictObject({ reason: typed(200).optional() }),
    refusals: [...unknown, 'subscription-ended'],
  }),
}
