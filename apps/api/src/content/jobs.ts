import type { Jobs } from '../jobs.ts'
import type { Handlers } from '../platform/jobs.ts'
import type { Shop } from '../shop.ts'
import { bringOutDue } from './bring-out-due.ts'

export function contentJobs(
  shop: Pick<Shop, 'inTransaction' | 'clock'>,
): Pick<Handlers<Jobs>, 'content/bring-out-due'> {
  return {
    'content/bring-out-due': async () => {
      await bringOutDue(shop)
    },
  }
}
