import { instantFromStored, timeFromStored } from '@flora/calendar/stored-time.ts'
import type { OrderEvent, OrderView } from '@flora/contract/orders.ts'
import type { Permission } from '@flora/contract/text.ts'
import { add, money, type Money } from '@flora/money/money.ts'
import { outcomeOf } from './delivery-outcome.ts'
import { decideCancellation, decidePayability } from './order.ts'
import type { OrderDeliveryRecord, OrderRecord } from './order-record.ts'

/** An order as its buyer sees it now, with what she may still do. */
export function toOrderView(order: OrderRecord, now: Temporal.Instant): OrderView {
  const sum = (minor: number) => money(minor, order.currency)
  const holdUntil = instantFromStored(order.holdUntil)
  const cutOffAt = order.deliveries
    .map(({ cutOffAt: at }) => instantFromStored(at))
    .reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b))
  const payable = isChargedByItself(order)
    ? chargedByItself
    : decidePayability({ status: order.status, places: order.places, holdUntil, toPay: sum(order.toPayMinor) }, now)
  const cancellable = decideCancellation({ status: order.status, cutOffAt }, now)
  return {
    id: order.id,
    number: order.number,
    link: order.link,
    status: order.status,
    placedAt: instantFromStored(order.placedAt).toString(),
    ...(order.places === 'held' && { holdUntil: holdUntil.toString() }),
    payment: {
      state: paymentState(order),
      ...(order.payment?.state === 'failed' && { because: bankSays(order.payment.failureCode) }),
      ...methodOf(order),
      paid: sum(order.paidMinor),
      refunded: sum(order.refundedMinor),
      ...(order.dueMinor > 0 && { due: sum(order.dueMinor) }),
    },
    buyer: { name: order.buyerName, email: order.buyerEmail, phone: order.buyerPhone },
    deliveries: order.deliveries.map((delivery) => {
      const outcome = outcomeOf(delivery, order)
      return { ...toDeliveryView(delivery, sum), ...(outcome && { outcome }) }
    }),
    lines: order.lines.map(({ goesWith, unitPriceMinor, totalMinor, discountMinor, ...line }) => ({
      ...line,
      ...(goesWith && { goesWith }),
      unitPrice: sum(unitPriceMinor),
      total: sum(totalMinor),
      discount: sum(discountMinor),
    })),
    sum: order.sum,
    total: sum(order.totalMinor),
    toPay: sum(order.toPayMinor),
    gst: sum(order.gstMinor),
    events: order.events.flatMap(toEvent),
    ...(order.begins && { begins: order.begins.map(({ subscriptionId, isGift }) => ({ subscriptionId, isGift })) }),
    cancelUntil: cutOffAt.toString(),
    can: {
      pay: payable.ok ? { ok: true } : { ok: false, because: payable.because },
      cancel: cancellable.kind === 'allow' ? { ok: true } : { ok: false, because: cancellable.because },
      invoice: mayInvoice(order),
    },
  }
}

/**
 * A delivery of a subscription waits for its day: nobody need pay, and nobody can, until the kept card was asked. So there is one
 * payment intent an order, whoever comes first.
 */
function isChargedByItself(order: Pick<OrderRecord, 'status' | 'occurrenceId' | 'payment'>): boolean {
  return order.status === 'PENDING' && order.occurrenceId !== null && !order.payment?.intentId
}

const chargedByItself = {
  ok: false,
  because: 'This is a delivery of a subscription. We charge the card that is kept for it, when its time comes.',
} as const

/** Whether there is anything to invoice: a tax invoice is for what was paid. */
function mayInvoice(order: Pick<OrderRecord, 'paidMinor' | 'status' | 'giftCardMinor'>): Permission {
  const isPaid =
    order.paidMinor > 0 || (order.giftCardMinor > 0 && order.status !== 'PENDING' && order.status !== 'CANCELLED')
  return isPaid ? { ok: true } : { ok: false, because: 'The tax invoice is here as soon as the order is paid.' }
}

function paymentState(order: OrderRecord): OrderView['payment']['state'] {
  if (order.refundedMinor > 0) return order.refundedMinor >= order.paidMinor ? 'refunded' : 'partly-refunded'
  if (order.paidMinor > 0) return 'paid'
  if (order.toPayMinor === 0) return 'none-needed'
  if (order.cancelledBecause === 'hold-expired') return 'expired'
  switch (order.payment?.state) {
    case 'needs-action':
    case 'processing':
    case 'failed':
      return order.payment.state
    default:
      return 'waiting'
  }
}

function methodOf({ payment, inShopMinor }: OrderRecord): { method?: string } {
  const method = payment?.state === 'paid' || inShopMinor === 0 ? payment?.method : 'payment in the shop'
  return method ? { method } : {}
}

function toDeliveryView(delivery: OrderDeliveryRecord, sum: (minor: number) => Money): OrderView['deliveries'][number] {
  return {
    id: delivery.id,
    status: delivery.status,
    method: delivery.method,
    day: delivery.day,
    window: {
      name: delivery.windowName,
      starts: timeFromStored(delivery.windowStarts),
      ends: timeFromStored(delivery.windowEnds),
    },
    recipient: {
      name: delivery.recipientName,
      phone: delivery.recipientPhone,
      line1: delivery.line1,
      line2: delivery.line2,
      suburb: delivery.suburb,
      postcode: delivery.postcode,
    },
    instructions: delivery.instructions,
    cardMessage: delivery.cardMessage,
    anonymous: delivery.anonymous,
    substitution: delivery.substitution,
    fee: add(sum(delivery.feeMinor), sum(delivery.surgeMinor)),
  }
}

const labels: Record<string, { label: string; detail?: string }> = {
  placed: { label: 'Placed', detail: 'Your places were held while you paid.' },
  confirmed: { label: 'Confirmed', detail: 'Payment received. Your place on the run is yours.' },
  'payment-failed': { label: 'Payment didn’t go through', detail: 'You haven’t been charged.' },
  'hold-expired': {
    label: 'Hold over',
    detail: 'The money did not come in time, and the places went back on the shelf.',
  },
  'paid-in-vain': { label: 'Paid too late', detail: 'The places were gone by then. All of it goes back to you.' },
  cancelled: { label: 'Cancelled' },
  'refund-wanted': { label: 'Refund begun', detail: 'Banks take five to ten days to show it.' },
  refunded: { label: 'Refunded' },
  'refund-failed': { label: 'Refund held up', detail: 'Your bank sent it back. We’ll ring you.' },
  'refunded-in-shop': { label: 'Refunded in the shop' },
  'refunded-to-gift-card': { label: 'Back on the gift card' },
  changed: { label: 'Changed' },
  preparing: { label: 'On the bench' },
  ready: { label: 'Ready' },
  'out-for-delivery': { label: 'In the van' },
  delivered: { label: 'At the door' },
  'left-with-neighbour': { label: 'With a neighbour' },
  'not-delivered': { label: 'Not delivered', detail: 'The flowers are back with us. We’ll ring you.' },
  'nobody-home': { label: 'Nobody was home', detail: 'We’ll try again, or ring you.' },
}

// Events the customer has no word for are the shop's own business.
function toEvent({ at, kind }: OrderRecord['events'][number]): OrderEvent[] {
  const known = labels[kind]
  return known ? [{ at: instantFromStored(at).toString(), kind, ...known }] : []
}

const bankWords: Record<string, string> = {
  insufficient_funds: 'Your bank said there isn’t enough on this card. You haven’t been charged.',
  expired_card: 'This card has expired. You haven’t been charged.',
  incorrect_cvc: 'The security code was wrong. You haven’t been charged.',
  incorrect_number: 'The card number was wrong. You haven’t been charged.',
  processing_error: 'The bank stumbled. You haven’t been charged; please try again.',
  payment_intent_authentication_failure: 'Your bank did not recognise you. You haven’t been charged.',
}

function bankSays(code: string | null): string {
  return bankWords[code ?? ''] ?? 'Your bank said no. You haven’t been charged.'
}
