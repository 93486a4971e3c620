import type { OrderStatus } from '@flora/contract/orders.ts'
import type { OccurrenceId, OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'

/** Whether an order's stock, minutes and places are counted: held until the money comes, kept after, or given back. */
export type Places = 'held' | 'kept' | 'released'

/** Who or what ended an order. Only one whose hold was over may come back, when its money comes after all. */
export type CancelledBecause = 'customer' | 'hold-expired' | 'shop'

/** What is locked when something is decided about an order. */
export interface Order {
  readonly id: OrderId
  readonly status: OrderStatus
  readonly places: Places
  readonly holdUntil: Temporal.Instant
  readonly toPay: Money
  readonly paid: Money
  readonly refunded: Money
  /** Of what was paid: cash and terminal. */
  readonly inShop: Money
  /** What is left of the money that came by card: what Stripe can give back. */
  readonly onCard: Money
  readonly cancelledBecause: CancelledBecause | null
  /** The delivery of a subscription that it is. */
  readonly occurrenceId?: OccurrenceId | null
  /** Whether subscriptions begin with it when it is paid. */
  readonly begins?: boolean
  /** The earliest cut-off among its deliveries. */
  readonly cutOffAt: Temporal.Instant
}

export type Cancellation = { kind: 'allow' } | { kind: 'refuse'; because: string }

/** A customer may cancel until the first cut-off of her order; then stems are bought and minutes are spent. */
export function decideCancellation(order: Pick<Order, 'status' | 'cutOffAt'>, now: Temporal.Instant): Cancellation {
  const refuse = (because: string): Cancellation => ({ kind: 'refuse', because })
  switch (order.status) {
    case 'CANCELLED':
    case 'REFUNDED':
      return refuse('This order is cancelled already.')
    case 'OUT_FOR_DELIVERY':
      return refuse('It is in the van. Please ring us.')
    case 'DELIVERED':
      return refuse('It has been delivered. If something isn’t right, please ring us.')
    case 'PREPARING':
      return refuse('Preparing has started. Please ring us, and we’ll see what can be done.')
    case 'READY':
      return refuse('The flowers are tied. Please ring us, and we’ll see what can be done.')
    case 'NOT_DELIVERED':
      return refuse('The flowers are back with us. Please ring us, and we’ll see what can be done.')
    case 'PENDING':
    case 'CONFIRMED':
      return Temporal.Instant.compare(now, order.cutOffAt) < 0
        ? { kind: 'allow' }
        : refuse('The cut-off has passed, and the flowers are bought. Please ring us.')
  }
}

export type Payability = { ok: true } | { ok: false; because: string }

/** Money is asked for only while the places are held. */
export function decidePayability(
  order: Pick<Order, 'status' | 'places' | 'holdUntil' | 'toPay'>,
  now: Temporal.Instant,
): Payability {
  if (order.status !== 'PENDING')
    return {
      ok: false,
      because: order.status === 'CANCELLED' ? 'This order is cancelled. Nothing was charged.' : 'This order is paid.',
    }
  if (order.toPay.minor === 0) return { ok: false, because: 'There is nothing left to pay.' }
  if (order.places !== 'held' || Temporal.Instant.compare(now, order.holdUntil) >= 0) {
    return {
      ok: false,
      because: 'The time we could hold your places is over. Nothing was charged; please order again.',
    }
  }
  return { ok: true }
}
