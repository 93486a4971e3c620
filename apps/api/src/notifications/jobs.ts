import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { sendUnsent } from './send-unsent.ts'
import { writeOrderLetter } from './write-order-letter.ts'
import { writeOrderLinks } from './write-order-links.ts'

export function notificationJobs(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'mail' | 'config' | 'log'>) {
  return {
    'notifications/order-letter': (wanted: Jobs['notifications/order-letter']) => writeOrderLetter(shop, wanted),
    'notifications/send-unsent': () => sendUnsent(shop),
    'notifications/order-links': (wanted: Jobs['notifications/order-links']) => writeOrderLinks(shop, wanted),
  }
}
