import { cartJobs } from '../cart/index.ts'
import { deliveryJobs } from '../delivery/index.ts'
import type { Jobs } from '../jobs.ts'
import { notificationJobs } from '../notifications/index.ts'
import { orderJobs } from '../orders/index.ts'
import { paymentJobs } from '../payments/index.ts'
import type { Handlers } from '../platform/jobs.ts'
import { publishingJobs } from '../publishing/index.ts'
import type { Shop } from '../shop.ts'

/** Who does which job. The type checker refuses a job that nobody does. */
export function jobHandlers(shop: Shop): Handlers<Jobs> {
  return {
    ...cartJobs(shop),
    ...deliveryJobs(shop),
    ...notificationJobs(shop),
    ...orderJobs(shop),
    ...paymentJobs(shop),
    ...publishingJobs(shop),
  }
}
