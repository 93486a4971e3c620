import { cartJobs } from '../cart/index.ts'
import { catalogJobs } from '../catalog/index.ts'
import { contentJobs } from '../content/index.ts'
import { customerJobs } from '../customers/index.ts'
import { deliveryJobs } from '../delivery/index.ts'
import { identityJobs } from '../identity/index.ts'
import type { Jobs } from '../jobs.ts'
import { newsletterJobs } from '../newsletter/index.ts'
import { notificationJobs } from '../notifications/index.ts'
import { orderJobs } from '../orders/index.ts'
import { paymentJobs } from '../payments/index.ts'
import type { Handlers } from '../platform/jobs.ts'
import { privacyJobs } from '../privacy/index.ts'
import { publishingJobs } from '../publishing/index.ts'
import { reminderJobs } from '../reminders/index.ts'
import type { Shop } from '../shop.ts'
import { stockJobs } from '../stock/index.ts'
import { subscriptionJobs } from '../subscriptions/index.ts'

/** Who does which job. The type checker refuses a job that nobody does. */
export function jobHandlers(shop: Shop): Handlers<Jobs> {
  return {
    ...cartJobs(shop),
    ...catalogJobs(shop),
    ...contentJobs(shop),
    ...customerJobs(shop),
    ...deliveryJobs(shop),
    ...identityJobs(shop),
    ...notificationJobs(shop),
    ...orderJobs(shop),
    ...paymentJobs(shop),
    ...newsletterJobs(shop),
    ...privacyJobs(shop),
    ...publishingJobs(shop),
    ...reminderJobs(shop),
    ...stockJobs(shop),
    ...subscriptionJobs(shop),
  }
}
