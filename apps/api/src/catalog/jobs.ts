import type { Jobs } from '../jobs.ts'
import type { Handlers } from '../platform/jobs.ts'
import type { Shop } from '../shop.ts'
import { bringInPrices } from './desk/plan-price.ts'

/** Work of the catalogue that is done later. */
export function catalogJobs(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
): Pick<Handlers<Jobs>, 'catalog/bring-in-prices'> {
  return {
    'catalog/bring-in-prices': async () => {
      await bringInPrices(shop)
    },
  }
}
