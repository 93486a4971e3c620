import { instantInWords } from '@flora/calendar/in-words.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { inProse } from '@flora/money/in-words.ts'
import { lineInWords, orderAddress, orderFootnote, whatComes, whenOf, whereTo } from './order-words.ts'
import { type Letterhead, type Part, typeset, type WrittenLetter } from './sheet.ts'
import { sumOf } from './sum-of-order.ts'
import { calledName } from './typed-words.ts'

/** The receipt: what comes, when, to whom, with which words, and each cent of it. */
export function confirmed(order: OrderView, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: `It’s in the book: ${whatComes(order)}.`,
      parts: [
        { kind: 'words', text: `${moneyIsHere(order)} This is order ${order.number}; please look it over.` },
        { kind: 'button', label: 'See the order', address: orderAddress(order, shop) },
        ...order.deliveries.flatMap((delivery, index) => deliveryParts({ order, delivery, index, shop })),
        { kind: 'heading', text: 'Receipt' },
        sumOf(order),
        { kind: 'words', text: untilWhen(order, shop) },
      ],
      footnote: orderFootnote(order),
    },
    shop,
  )
}

function moneyIsHere(order: OrderView): string {
  if (order.toPay.minor === 0) return 'There is nothing left to pay.'
  // The card is told a moment after the money, so it may be missing here.
  return `We have your ${inProse(order.toPay)}${order.payment.method ? ` (${order.payment.method})` : ''}.`
}

function untilWhen({ can, cancelUntil }: OrderView, shop: Letterhead): string {
  if (!can.cancel.ok) return `${can.cancel.because} Our number is ${shop.phone}.`
  if (!cancelUntil) return 'You can cancel on the order’s page, and all of your money goes back to you.'
  return `You can cancel until ${instantInWords(Temporal.Instant.from(cancelUntil), shop.zone)}, on the order’s page, and all of your money goes back to you.`
}

interface DeliveryParts {
  readonly order: OrderView
  readonly delivery: OrderView['deliveries'][number]
  readonly index: number
  readonly shop: Letterhead
}

function deliveryParts({ order, delivery, index, shop }: DeliveryParts): Part[] {
  const what = delivery.method === 'pick-up' ? 'Pick-up' : 'Delivery'
  const count = order.deliveries.length
  const called = calledName(delivery.recipient.name) ?? 'The recipient'
  return [
    { kind: 'heading', above: count > 1 ? `${what} ${index + 1} of ${count}` : what, text: whenOf(delivery) },
    { kind: 'rows', rows: whereTo(delivery, shop) },
    { kind: 'rows', rows: order.lines.filter(({ deliveryId }) => deliveryId === delivery.id).map(lineInWords) },
    ...(delivery.instructions ? [{ kind: 'note', text: `For the driver: ${delivery.instructions}` } as const] : []),
    ...(delivery.cardMessage ? [{ kind: 'card', label: 'The card says', text: delivery.cardMessage } as const] : []),
    { kind: 'note', text: ifMissing[delivery.substitution] },
    ...(delivery.anonymous
      ? [{ kind: 'note', text: `${called} won’t see your name or the price, even if they ask us.` } as const]
      : []),
  ]
}

const ifMissing: Record<OrderView['deliveries'][number]['substitution'], string> = {
  'nearest-match': 'If a stem is missing that morning, its nearest match goes in.',
  'ask-me': 'If a stem is missing that morning, we ask you first.',
  refund: 'If a stem is missing that morning, we leave it out and refund it.',
}
