import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { beginSubscriptions } from './begin-subscriptions.ts'
import { chargeDue } from './charge-due.ts'
import { drawUp } from './draw-up.ts'
import { orderFollower } from './follow-order.ts'
import { lookAhead } from './look-ahead.ts'

export function subscriptionJobs(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>,
) {
  const follow = orderFollower(shop)
  return {
    'subscriptions/begin': ({ orderId }: Jobs['subscriptions/begin']) => beginSubscriptions(shop, orderId),
    'subscriptions/follow-order': ({ orderId }: Jobs['subscriptions/follow-order']) => follow(orderId),
    'subscriptions/draw-up': async ({ subscriptionId }: Jobs['subscriptions/draw-up']) => {
      await drawUp(shop, subscriptionId)
    },
    'subscriptions/look-ahead': () => lookAhead(shop),
    'subscriptions/charge-due': async () => {
      const asked = await chargeDue(shop)
      if (asked > 0) shop.log.info({ asked }, 'deliveries of subscriptions were charged')
    },
  }
}
