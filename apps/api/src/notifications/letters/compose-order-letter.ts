import type { OrderView } from '@flora/contract/orders.ts'
import type { OrderLetter } from '../../jobs.ts'
import { cancelled } from './cancelled.ts'
import { confirmed } from './confirmed.ts'
import { holdExpired } from './hold-expired.ts'
import { paymentFailed } from './payment-failed.ts'
import { refunded, type ReturnedMoney } from './refunded.ts'
import type { Letterhead, WrittenLetter } from './sheet.ts'
import { surprisePaid } from './surprise-paid.ts'

export interface OrderLetterParts {
  readonly letter: OrderLetter
  readonly order: OrderView
  /** The refund a letter is about. */
  readonly returned: ReturnedMoney | undefined
  readonly shop: Letterhead
  /** Its day is not told. */
  readonly isSurprise?: boolean
}

/** The letter as the order stands now; undefined when what it would say is no longer so. */
export function composeOrderLetter({
  letter,
  order,
  returned,
  shop,
  isSurprise,
}: OrderLetterParts): WrittenLetter | undefined {
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
  }
}
