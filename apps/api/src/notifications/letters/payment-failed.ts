import { clockTimeAt } from '@flora/calendar/clock-time.ts'
import { timeInWords } from '@flora/calendar/in-words.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { onDay, orderAddress, orderFootnote } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

/**
 * Nothing was charged, the places wait, and another card may do. Nothing that was typed stands in it: an order costs nothing
 * until it is paid, and must not be a way of writing to strangers in the shop's name.
 */
export function paymentFailed(order: OrderView, shop: Letterhead): WrittenLetter {
  const sentence = 'Your bank said no. You haven’t been charged.'
  const because = order.payment.because
  const held = order.holdUntil
    ? `until ${timeInWords(clockTimeAt(Temporal.Instant.from(order.holdUntil), shop.zone))}`
    : 'for a little while'
  return typeset(
    {
      sentence,
      parts: [
        ...(because && because !== sentence ? [{ kind: 'words', text: because } as const] : []),
        {
          kind: 'words',
          text: `Order ${order.number} for ${inProse(order.toPay)}, ${onDay(order)}, is not paid yet. We hold its places ${held}; then they go back on the shelf.`,
        },
        { kind: 'button', label: 'Pay with another card', address: orderAddress(order, shop) },
        { kind: 'note', text: 'If you’d rather leave it, there is nothing to do.' },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}
