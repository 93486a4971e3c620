import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { claimGuestOrders } from './claim-guest-orders.ts'

export function customerJobs({ inTransaction, log }: Pick<Shop, 'inTransaction' | 'log'>) {
  return {
    'customers/claim-orders': async ({ accountId, email }: Jobs['customers/claim-orders']) => {
      const claimed = await inTransaction((tx) => claimGuestOrders(tx, accountId, email))
      if (claimed > 0) log.info({ accountId, claimed }, 'orders placed as a guest found their account')
    },
  }
}
