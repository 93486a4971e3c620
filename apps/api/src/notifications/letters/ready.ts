import type { OrderView } from '@flora/contract/orders.ts'
import { lineInWords, orderAddress, orderFootnote, whenOf, whereTo } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

/** It is tied, and somebody may come for it. */
export function readyForYou(
  order: OrderView,
  delivery: OrderView['deliveries'][number],
  shop: Letterhead,
): WrittenLetter {
  return typeset(
    {
      sentence: 'It’s tied and waiting for you.',
      parts: [
        { kind: 'words', text: `Order ${order.number} stands in water at our counter.` },
        { kind: 'heading', above: 'Pick-up', text: whenOf(delivery) },
        { kind: 'rows', rows: whereTo(delivery, shop) },
        { kind: 'rows', rows: order.lines.filter(({ deliveryId }) => deliveryId === delivery.id).map(lineInWords) },
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        { kind: 'note', text: `If you can’t come, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}
