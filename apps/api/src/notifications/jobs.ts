import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { writeOrderLetter } from './write-order-letter.ts'
import { writeOrderLinks } from './write-order-links.ts'

export function notificationJobs(shop: Pick<Shop, 'inTransaction' | 'clock' | 'mail' | 'config'>) {
  return {
    'notifications/order-letter': (wanted: Jobs['notifications/order-letter']) => writeOrderLetter(shop, wanted),
    'notifications/order-links': (wanted: Jobs['notifications/order-links']) => writeOrderLinks(shop, wanted),
  }
}
