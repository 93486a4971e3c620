import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId, SubscriptionId, WindowId } from '@flora/contract/ids.ts'
import type { Subscription, SubscriptionChange } from '@flora/contract/subscriptions.ts'

type Answer = Promise<Subscription>

/** The way to one subscription at the shop: hers by her account, a gift by the link of the order that paid it. */
export interface Road {
  readonly show: () => Answer
  readonly change: (change: SubscriptionChange) => Answer
  readonly skip: (occurrenceId: OccurrenceId) => Answer
  readonly move: (occurrenceId: OccurrenceId, to: { day: ShopDay; windowId?: WindowId }) => Answer
  readonly cancel: () => Answer
  /** What only a subscription of an account knows. */
  readonly own?: {
    readonly unskip: (occurrenceId: OccurrenceId) => Answer
    readonly pause: (until: ShopDay) => Answer
    readonly resume: () => Answer
  }
}

export function accountRoad(subscriptionId: SubscriptionId): Road {
  const client = createClient(browserCarrier())
  const params = { subscriptionId }
  const body = {}
  return {
    show: () => client.call('GET /account/subscriptions/:subscriptionId', { params }),
    change: (change) => client.call('PATCH /account/subscriptions/:subscriptionId', { params, body: change }),
    skip: (occurrenceId) =>
      client.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
        params: { ...params, occurrenceId },
        body,
      }),
    move: (occurrenceId, to) =>
      client.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/move', {
        params: { ...params, occurrenceId },
        body: to,
      }),
    cancel: () => client.call('POST /account/subscriptions/:subscriptionId/cancellation', { params, body }),
    own: {
      unskip: (occurrenceId) =>
        client.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/unskip', {
          params: { ...params, occurrenceId },
          body,
        }),
      pause: (until) => client.call('POST /account/subscriptions/:subscriptionId/pause', { params, body: { until } }),
      resume: () => client.call('POST /account/subscriptions/:subscriptionId/resume', { params, body }),
    },
  }
}

export function giftRoad(link: string, subscriptionId: SubscriptionId): Road {
  const client = createClient(browserCarrier())
  const params = { link, subscriptionId }
  const body = {}
  return {
    show: () => client.call('GET /orders/:link/gifts/:subscriptionId', { params }),
    // Of a gift only where it goes and what the card says can change: the rest is paid.
    change: ({ version, plan = {} }) =>
      client.call('PATCH /orders/:link/gifts/:subscriptionId', { params, body: { version, plan } }),
    skip: (occurrenceId) =>
      client.call('POST /orders/:link/gifts/:subscriptionId/occurrences/:occurrenceId/skip', {
        params: { ...params, occurrenceId },
        body,
      }),
    move: (occurrenceId, to) =>
      client.call('POST /orders/:link/gifts/:subscriptionId/occurrences/:occurrenceId/move', {
        params: { ...params, occurrenceId },
        body: to,
      }),
    cancel: () => client.call('POST /orders/:link/gifts/:subscriptionId/cancellation', { params, body }),
  }
}

/** The way to one of her subscriptions: a gift that she pays for is ruled by its order. */
export function roadOf({ id, gift }: Pick<Subscription, 'id' | 'gift'>): Road {
  return gift?.orderLink === undefined ? accountRoad(id) : giftRoad(gift.orderLink, id)
}
