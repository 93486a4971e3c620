import { type EmailId, newId } from '@flora/contract/ids.ts'
import type { Jobs } from '../jobs.ts'
import { findOrderById, toOrderView } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { composeOrderLetter } from './letters/compose-order-letter.ts'
import { findLetterhead, findReturnedMoney, insertEmail, markNotNeeded } from './queries.ts'
import { type Sending, sendEmail } from './send-email.ts'

type Wanted = Jobs['notifications/order-letter']

/** Writes to the buyer about an order, once, unless what was to be said is no longer so. */
export async function writeOrderLetter(shop: Sending, wanted: Wanted): Promise<void> {
  const id = await shop.inTransaction((tx) => writeInside(tx, shop, wanted))
  if (id) await sendEmail(shop, id)
}

async function writeInside(
  tx: Tx,
  { clock, config }: Sending,
  { orderId, letter, about }: Wanted,
): Promise<EmailId | undefined> {
  const order = await findOrderById(tx, orderId)
  if (!order) throw new Error(`invariant broken: a letter is wanted about ${orderId}, which is no order`)
  const at = clock.now()
  const once = [letter, orderId, about].filter(Boolean).join(':')
  const shop = { ...(await findLetterhead(tx)), publicUrl: config.publicUrl }
  const returned = about ? await findReturnedMoney(tx, { refundId: about, orderId }) : undefined

  // Looked at again at every attempt: a mail server may have been silent for hours.
  const written = composeOrderLetter({ letter, order: toOrderView(order, at), returned, shop })
  if (!written) {
    await markNotNeeded(tx, once, at)
    return undefined
  }
  return insertEmail(tx, { id: newId('eml'), once, kind: letter, recipient: order.buyerEmail, ...written, orderId, at })
}
