import { type EmailId, newId } from '@flora/contract/ids.ts'
import type { Jobs } from '../jobs.ts'
import { listOrderLinks } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { orderLinks } from './letters/order-links.ts'
import { findLetterhead, insertEmail } from './queries.ts'
import { type Sending, sendEmail } from './send-email.ts'

type Wanted = Jobs['notifications/order-links']

// Anyone can ask in anybody's name; within ten minutes one letter answers all who do.
const foldedMinutes = 10

/** Sends an address the links of its orders. An address without orders gets nothing, and the asker is told the same. */
export async function writeOrderLinks(shop: Sending, wanted: Wanted): Promise<void> {
  const id = await shop.inTransaction((tx) => writeInside(tx, shop, wanted))
  if (id) await sendEmail(shop, id)
}

async function writeInside(
  tx: Tx,
  { clock, config }: Sending,
  { email, wantedAt }: Wanted,
): Promise<EmailId | undefined> {
  const links = await listOrderLinks(tx, email)
  if (links.length === 0) return undefined
  const shop = { ...(await findLetterhead(tx)), publicUrl: config.publicUrl }
  const since = Temporal.Instant.from(wantedAt).round({
    smallestUnit: 'minute',
    roundingIncrement: foldedMinutes,
    roundingMode: 'floor',
  })
  return insertEmail(tx, {
    id: newId('eml'),
    once: `order-links:${email.toLowerCase()}:${since.toString()}`,
    kind: 'order-links',
    recipient: email,
    ...orderLinks(links, shop),
    orderId: null,
    at: clock.now(),
  })
}
