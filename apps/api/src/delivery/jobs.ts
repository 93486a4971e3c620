import type { Jobs } from '../jobs.ts'
import type { Handlers } from '../platform/jobs.ts'
import type { Shop } from '../shop.ts'
import { openDays } from './open-days.ts'

/** Work of the delivery feature that is done later. */
export function deliveryJobs(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
): Pick<Handlers<Jobs>, 'delivery/open-days'> {
  return { 'delivery/open-days': () => openDays(shop) }
}
