import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'
import { sumOf } from './sum-of-order.ts'

/** The receipt for a surprise: each cent of it, and not a word about its day. */
export function surprisePaid(order: OrderView, shop: Letterhead): WrittenLetter {
  const method = order.payment.method ? ` (${order.payment.method})` : ''
  return typeset(
    {
      sentence: 'Your next surprise is paid.',
      parts: [
        {
          kind: 'words',
          text: `We have charged ${inProse(order.toPay)}${method}. When it comes we don’t say. This is order ${order.number}.`,
        },
        { kind: 'heading', text: 'Receipt' },
        sumOf(order),
        { kind: 'button', label: 'My subscriptions', address: `${shop.publicUrl}/account/subscriptions` },
        { kind: 'words', text: `Should anything have changed, ring us: ${shop.phone}.` },
      ],
      footnote: 'You get this letter because you subscribe to surprises.',
    },
    shop,
  )
}
