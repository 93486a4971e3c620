import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { banksTakeDays, onDay, orderAddress, orderFootnote, paidWith } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

/** The money came after the hold, and somebody else has the places: all of it goes back. */
export function holdExpired(order: OrderView, shop: Letterhead): WrittenLetter {
  const paid = inProse(order.payment.paid)
  return typeset(
    {
      sentence: 'Your payment came after the places were gone. All of it goes back to you.',
      parts: [
        {
          kind: 'words',
          text: `We hold the places of an order while it waits for its money. Your ${paid} for order ${order.number} came after that, and by then somebody else had the places ${onDay(order)}. Nothing will be delivered.`,
        },
        {
          kind: 'words',
          text: `${paid} is going back to ${paidWith(order)}. ${banksTakeDays} We’re sorry about the trouble.`,
        },
        { kind: 'button', label: 'Choose another day', address: shop.publicUrl },
        {
          kind: 'links',
          links: [{ label: `Order ${order.number}`, address: orderAddress(order, shop), detail: 'for the record' }],
        },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}
