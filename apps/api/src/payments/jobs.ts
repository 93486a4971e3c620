import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { cancelIntent } from './cancel-intent.ts'
import { eventProcessor } from './process-event.ts'
import { reconcile } from './reconcile.ts'
import { refundOrder } from './refund-order.ts'

export function paymentJobs(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'metrics'>,
) {
  const processEvent = eventProcessor(shop)
  return {
    'payments/process-event': ({ eventId }: Jobs['payments/process-event']) => processEvent(eventId),
    'payments/cancel-intent': async ({ orderId }: Jobs['payments/cancel-intent']) => {
      await cancelIntent(shop, orderId)
    },
    'payments/refund-order': (refund: Jobs['payments/refund-order']) => refundOrder(shop, refund),
    'payments/reconcile': async () => {
      await reconcile(shop)
    },
  }
}
