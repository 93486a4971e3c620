import { instantInWords } from '@flora/calendar/in-words.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { lineInWords, onDay, orderAddress, orderFootnote } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'
import { sumOf } from './sum-of-order.ts'

/** An order that the shop wrote down for somebody who rang: here she pays. */
export function payLink(order: OrderView, shop: Letterhead): WrittenLetter {
  const until = order.holdUntil
    ? ` We hold its places until ${instantInWords(Temporal.Instant.from(order.holdUntil), shop.zone)}.`
    : ''
  return typeset(
    {
      sentence: `Your order is written down; ${inProse(order.toPay)} is to be paid.`,
      parts: [
        { kind: 'words', text: `This is order ${order.number}, ${onDay(order)}, as we wrote it down.${until}` },
        { kind: 'button', label: 'Look it over and pay', address: orderAddress(order, shop) },
        { kind: 'rows', rows: order.lines.map(lineInWords) },
        sumOf(order),
        { kind: 'note', text: `If something isn’t right, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}
