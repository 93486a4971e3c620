import { newId } from '@flora/contract/ids.ts'
import type { Jobs } from '../jobs.ts'
import { lowStock } from './letters/low-stock.ts'
import { findLetterhead } from './queries.ts'
import { type Sending, sendNewEmail } from './send-email.ts'

/** Tells the shop what is running low, once for each look that found something. */
export async function writeLowStock(shop: Sending, { items, at }: Jobs['notifications/low-stock']): Promise<void> {
  const letterhead = await findLetterhead(shop.db)
  await sendNewEmail(shop, {
    id: newId('eml'),
    once: `low-stock:${at}`,
    kind: 'low-stock',
    recipient: letterhead.email,
    ...lowStock(items, { ...letterhead, publicUrl: shop.config.publicUrl }),
    orderId: null,
    at: shop.clock.now(),
  })
}
