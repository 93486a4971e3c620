import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { forgetAtStripe } from './forget-at-stripe.ts'

export function privacyJobs(shop: Pick<Shop, 'stripe'>) {
  return {
    'privacy/forget-at-stripe': ({ stripeCustomerId }: Jobs['privacy/forget-at-stripe']) =>
      forgetAtStripe(shop, stripeCustomerId),
  }
}
