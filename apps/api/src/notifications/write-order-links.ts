import { newId } from '@flora/contract/ids.ts'
import type { Jobs } from '../jobs.ts'
import { listOrderLinks } from '../orders/index.ts'
import { orderLinks } from './letters/order-links.ts'
import { findLetterhead } from './queries.ts'
import { type Sending, sendNewEmail } from './send-email.ts'

type Wanted = Jobs['notifications/order-links']

// Anyone can ask in anybody's name; within ten minutes one letter answers all who do.
const foldedMinutes = 10

/** Sends an address the links of its orders. An address without orders gets nothing, and the asker is told the same. */
export async function writeOrderLinks(shop: Sending, { email, wantedAt }: Wanted): Promise<void> {
  const links = await listOrderLinks(shop.db, email)
  if (links.length === 0) return
  const letterhead = { ...(await findLetterhead(shop.db)), publicUrl: shop.config.publicUrl }
  const since = Temporal.Instant.from(wantedAt).round({
    smallestUnit: 'minute',
    roundingIncrement: foldedMinutes,
    roundingMode: 'floor',
  })
  await sendNewEmail(shop, {
    id: newId('eml'),
    once: `order-links:${email.toLowerCase()}:${since.toString()}`,
    kind: 'order-links',
    recipient: email,
    ...orderLinks(links, letterhead),
    orderId: null,
    at: shop.clock.now(),
  })
}
