import type { OrderView } from '@flora/contract/orders.ts'
import type { OrderLetter } from '../../jobs.ts'
import { delivered, nobodyHome, onItsWay } from './at-the-door.ts'
import { cancelled } from './cancelled.ts'
import { changed } from './changed.ts'
import { confirmed } from './confirmed.ts'
import { holdExpired } from './hold-expired.ts'
import { payLink } from './pay-link.ts'
import { paymentFailed } from './payment-failed.ts'
import { readyForYou } from './ready.ts'
import { refunded, type ReturnedMoney } from './refunded.ts'
import { headFor, type Letterhead, type WrittenLetter } from './sheet.ts'
import { surprisePaid } from './surprise-paid.ts'

export interface OrderLetterParts {
  readonly letter: OrderLetter
  readonly order: OrderView
  /** The refund a letter is about. */
  readonly returned: ReturnedMoney | undefined
  /** The delivery a letter is about. */
  readonly deliveryId?: string | undefined
  readonly shop: Letterhead
  /** Its day is not told. */
  readonly isSurprise?: boolean
}

/** The letter as the order stands now; undefined when what it would say is no longer so. */
export function composeOrderLetter({
  letter,
  order,
  returned,
  deliveryId,
  shop: plain,
  isSurprise,
}: OrderLetterParts): WrittenLetter | undefined {
  const shop = headFor(letter, plain)
  const delivery = order.deliveries.find(({ id }) => id === deliveryId)
  const isOver = order.status === 'CANCELLED' || order.status === 'REFUNDED'
  switch (letter) {
    case 'confirmed':
      if (isOver) return undefined
      return isSurprise ? surprisePaid(order, shop) : confirmed(order, shop)
    case 'payment-failed':
      // Paid, cancelled, expired, or another card is being tried at this moment: then there is nothing to warn of.
      return order.can.pay.ok && order.payment.state === 'failed' ? paymentFailed(order, shop) : undefined
    case 'hold-expired':
      return holdExpired(order, shop)
    case 'cancelled':
      return cancelled(order, shop)
    case 'refunded':
      return refunded(order, returned ?? { amount: order.payment.refunded, reason: 'goodwill' }, shop)
    case 'on-its-way':
      // By now it may have come, or have been called back.
      return delivery?.status === 'OUT_FOR_DELIVERY' && !delivery.outcome ? onItsWay(order, delivery, shop) : undefined
    case 'delivered':
      return delivery?.status === 'DELIVERED'
        ? delivered(order, { delivery, outcome: delivery.outcome }, shop)
        : undefined
    case 'ready':
      return delivery?.status === 'READY' ? readyForYou(order, delivery, shop) : undefined
    case 'changed':
      return delivery && !isOver && !isSurprise ? changed(order, delivery, shop) : undefined
    case 'pay-link':
      return order.can.pay.ok ? payLink(order, shop) : undefined
    case 'nobody-home':
      return delivery?.outcome?.kind === 'nobody-home'
        ? nobodyHome(order, { delivery, outcome: delivery.outcome }, shop)
        : undefined
  }
}
