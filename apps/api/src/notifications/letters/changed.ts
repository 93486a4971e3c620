import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { orderAddress, orderFootnote, whenOf, whereTo } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

/** The shop changed an order as its buyer asked: how it stands now. */
export function changed(order: OrderView, delivery: OrderView['deliveries'][number], shop: Letterhead): WrittenLetter {
  const { due } = order.payment
  return typeset(
    {
      sentence: `We have changed your order ${order.number}.`,
      parts: [
        { kind: 'words', text: 'This is how it stands now; please look it over.' },
        { kind: 'heading', above: delivery.method === 'pick-up' ? 'Pick-up' : 'Delivery', text: whenOf(delivery) },
        { kind: 'rows', rows: whereTo(delivery, shop) },
        ...(delivery.instructions ? [{ kind: 'note', text: `For the driver: ${delivery.instructions}` } as const] : []),
        ...(delivery.cardMessage
          ? [{ kind: 'card', label: 'The card says', text: delivery.cardMessage } as const]
          : []),
        ...(due
          ? [{ kind: 'words', text: `${inProse(due)} is still to be paid, in the shop or by ringing us.` } as const]
          : []),
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        { kind: 'note', text: `If this isn’t what you asked for, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}
