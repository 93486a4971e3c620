import { newId, type OrderId } from '@flora/contract/ids.ts'
import type { Jobs } from '../jobs.ts'
import { listOrdersById, type OrderRecord, toOrderView } from '../orders/index.ts'
import { together } from '../platform/together.ts'
import { composeOrderLetter } from './letters/compose-order-letter.ts'
import { findLetterhead, findReturnedMoney, markNotNeeded, type NewEmail } from './queries.ts'
import { newEmailSender, type Sending } from './send-email.ts'

type Wanted = Jobs['notifications/order-letter']

/** Writes to buyers about their orders, once. What is asked for in one turn is read, and written, together. */
export function orderLetterWriter(shop: Sending): (wanted: Wanted) => Promise<void> {
  const findOrder = together((ids: readonly OrderId[]) => listOrdersById(shop.db, ids))
  const findHead = together(async () => new Map([['shop', await findLetterhead(shop.db)]]))
  const send = newEmailSender(shop)
  return async (wanted) => {
    const [order, letterhead] = await Promise.all([findOrder(wanted.orderId), findHead('shop')])
    const email = await write(shop, wanted, order, letterhead!)
    if (email) await send(email)
  }
}

type Letterhead = Awaited<ReturnType<typeof findLetterhead>>

// What is to be written to the buyer about an order, unless what was to be said is no longer so.
async function write(
  shop: Sending,
  { orderId, letter, about, again }: Wanted,
  order: OrderRecord | undefined,
  letterhead: Letterhead,
): Promise<NewEmail | undefined> {
  const { db, clock, config } = shop
  if (!order) throw new Error(`invariant broken: a letter is wanted about ${orderId}, which is no order`)
  const at = clock.now()
  const returned =
    about && letter === 'refunded' ? await findReturnedMoney(db, { refundId: about, orderId }) : undefined
  const once = [letter, orderId, about, again].filter(Boolean).join(':')

  // Looked at again at every attempt: a mail server may have been silent for hours.
  // Of a subscription's card that did not pay, the subscription's own letter tells.
  const isToldElsewhere = order.occurrenceId !== null && letter === 'payment-failed'
  // Who had herself erased left no address to write to.
  const isErased = order.buyerEmail === ''
  const written =
    isToldElsewhere || isErased
      ? undefined
      : composeOrderLetter({
          letter,
          order: toOrderView(order, at),
          returned,
          deliveryId: about?.split(':')[0],
          isSurprise: order.isSurprise,
          shop: { ...letterhead, publicUrl: config.publicUrl },
        })
  if (!written) {
    await shop.inTransaction((tx) => markNotNeeded(tx, once, at), 'one statement')
    return undefined
  }
  return { id: newId('eml'), once, kind: letter, recipient: order.buyerEmail, ...written, orderId, at }
}
