import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { forgetAtStripe } from './forget-at-stripe.ts'
import { forgetPhotos } from './forget-photos.ts'

export function privacyJobs(shop: Pick<Shop, 'stripe' | 'db' | 'files'>) {
  return {
    'privacy/forget-at-stripe': ({ stripeCustomerId }: Jobs['privacy/forget-at-stripe']) =>
      forgetAtStripe(shop, stripeCustomerId),
    'privacy/forget-photos': ({ photos }: Jobs['privacy/forget-photos']) => forgetPhotos(shop, photos),
  }
}
