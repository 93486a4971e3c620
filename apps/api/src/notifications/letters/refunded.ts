import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { isLess, type Money } from '@flora/money/money.ts'
import type { RefundReason } from '../../jobs.ts'
import { banksTakeDays, orderAddress, orderFootnote, paidWith } from './order-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

export interface ReturnedMoney {
  readonly amount: Money
  readonly reason: RefundReason
}

/** Money has left us for the customer's bank. */
export function refunded(order: OrderView, { amount, reason }: ReturnedMoney, shop: Letterhead): WrittenLetter {
  const { paid, refunded: back } = order.payment
  const share = isLess(back, paid)
    ? `Of the ${inProse(paid)} you paid, ${inProse(back)} is refunded in all.`
    : 'With that, all you paid is refunded.'
  return typeset(
    {
      sentence: `${inProse(amount)} is on its way back to you.`,
      parts: [
        {
          kind: 'words',
          text: `We have sent ${inProse(amount)} for order ${order.number} back to ${paidWith(order)}. ${banksTakeDays}`,
        },
        { kind: 'words', text: [why[reason], share].filter((sentence) => sentence !== '').join(' ') },
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        { kind: 'note', text: `If it isn’t there after ten days, ring us: ${shop.phone}.` },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}

const why: Record<RefundReason, string> = {
  cancelled: 'The order is cancelled.',
  'hold-expired': 'Your payment came after its places were gone.',
  'double-payment': 'The order was paid twice.',
  'wrong-amount': 'What reached us was not the sum of the order, so we could not take it.',
  goodwill: '',
  changed: 'What you changed your order to costs less.',
}
