import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { accountLetterSender } from './send-account-letter.ts'
import { sendUnsent } from './send-unsent.ts'
import { orderLetterWriter } from './write-order-letter.ts'
import { writeLowStock } from './write-low-stock.ts'
import { writeOrderLinks } from './write-order-links.ts'

export function notificationJobs(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'mail' | 'config' | 'log'>) {
  return {
    'notifications/order-letter': orderLetterWriter(shop),
    'notifications/low-stock': (wanted: Jobs['notifications/low-stock']) => writeLowStock(shop, wanted),
    'notifications/send-email': accountLetterSender(shop),
    'notifications/send-unsent': () => sendUnsent(shop),
    'notifications/order-links': (wanted: Jobs['notifications/order-links']) => writeOrderLinks(shop, wanted),
  }
}
