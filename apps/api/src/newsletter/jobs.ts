import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { followAddress } from './give-consent.ts'

export function newsletterJobs(shop: Pick<Shop, 'inTransaction' | 'clock'>) {
  return {
    'newsletter/follow-address': (move: Jobs['newsletter/follow-address']) => followAddress(shop, move),
  }
}
