import type { Shop } from '../shop.ts'
import { expireLots } from './expire-lots.ts'
import { handOverDue } from './hand-over.ts'
import { tellLowStock } from './tell-low-stock.ts'

export function stockJobs(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs'>) {
  return {
    'stock/expire-lots': () => expireLots(shop),
    'stock/hand-over': () => handOverDue(shop),
    'stock/look-for-low': () => tellLowStock(shop),
  }
}
