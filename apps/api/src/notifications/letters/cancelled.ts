import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { type Money, negative, total } from '@flora/money/money.ts'
import { banksTakeDays, onDay, orderAddress, orderFootnote, paidWith } from './order-words.ts'
import { type Letterhead, type Part, typeset, type WrittenLetter } from './sheet.ts'

/** The order is over, and what becomes of the money. */
export function cancelled(order: OrderView, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: `Cancelled. ${whatOfTheMoney(order)}.`,
      parts: [
        { kind: 'words', text: `Order ${order.number}, ${onDay(order)}, is cancelled. Nothing will be delivered.` },
        ...moneyBack(order),
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        { kind: 'note', text: `If this wasn’t you, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}

function whatOfTheMoney(order: OrderView): string {
  const { paid } = order.payment
  if (paid.minor > 0) return `Your ${inProse(paid)} goes back to you`
  const fromGiftCard = giftCardShare(order)
  return fromGiftCard.minor > 0 ? `Your gift card has its ${inProse(fromGiftCard)} back` : 'Nothing was charged'
}

function moneyBack(order: OrderView): Part[] {
  const { paid, state } = order.payment
  const fromGiftCard = giftCardShare(order)
  const words = (text: string): Part[] => [{ kind: 'words', text }]
  return [
    ...(paid.minor > 0
      ? words(
          `All you paid, ${inProse(paid)}, goes back to ${paidWith(order)}. ${banksTakeDays} We write again when it has left us.`,
        )
      : []),
    ...(fromGiftCard.minor > 0 ? words(`The ${inProse(fromGiftCard)} from your gift card is on it again.`) : []),
    ...(state === 'processing'
      ? words('Your bank had not answered yet. If it still sends the money, we send it straight back.')
      : []),
  ]
}

function giftCardShare({ sum, total: { currency } }: OrderView): Money {
  return negative(
    total(
      sum.flatMap(({ kind, amount }) => (kind === 'gift-card' ? [amount] : [])),
      currency,
    ),
  )
}
