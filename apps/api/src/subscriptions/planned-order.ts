import type { OccurrenceId, OrderId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import type { VariantForSale } from '../catalog/index.ts'
import { newNames } from '../checkout/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import { type OccurrencePrice, toDeliveryOfPlan } from '../offers/index.ts'
import type { NewOrder } from '../orders/index.ts'
import type { Place } from './draw.ts'
import type { Subscription } from './subscription.ts'

export interface Planned {
  readonly orderId: OrderId
  readonly occurrenceId: OccurrenceId
  readonly subscription: Subscription
  readonly variant: VariantForSale
  readonly place: Place
  readonly promise: Extract<PromiseWithRoom, { ok: true }>
  readonly price: OccurrencePrice
  readonly payUntil: Temporal.Instant
  readonly now: Temporal.Instant
}

/**
 * The order that holds the places of a delivery until it is paid. Its bench minutes and its place are taken now; its stems, which
 * come in week by week, when it is charged.
 */
export function toPlannedOrder(planned: Planned): NewOrder {
  const { orderId, occurrenceId, subscription, payUntil, now } = planned
  const none = money(0, subscription.currency).minor
  const { gift } = subscription
  // All of a gift's money is in the order that paid for it: its deliveries are orders over nothing.
  const price = gift ? paidBefore(planned.price, gift.orderNumber) : planned.price
  return {
    id: orderId,
    ...newNames(),
    status: 'PENDING',
    places: 'held',
    holdUntil: stored(payUntil),
    placementKey: orderId,
    placementFingerprint: occurrenceId,
    accountId: subscription.accountId,
    cartId: null,
    occurrenceId,
    buyerName: subscription.owner.name,
    buyerEmail: subscription.owner.email,
    buyerPhone: subscription.owner.phone,
    currency: subscription.currency,
    goodsMinor: price.goods.minor,
    deliveryMinor: price.fee.minor,
    discountMinor: price.discount.minor,
    totalMinor: price.total.minor,
    gstMinor: price.gst.minor,
    giftCardMinor: none,
    toPayMinor: price.total.minor,
    sum: price.sum,
    promotionId: null,
    giftCardId: null,
    placedAt: stored(now),
    ...toParts({ ...planned, price }),
    stock: [],
  }
}

function paidBefore(price: OccurrencePrice, number: string): OccurrencePrice {
  const none = money(0, price.total.currency)
  const sum = [{ kind: 'goods', label: 'A gift', detail: `Paid with order ${number}`, amount: none } as const]
  return {
    unit: none,
    goods: none,
    discount: none,
    fee: none,
    total: none,
    goodsGst: none,
    feeGst: none,
    gst: none,
    sum,
  }
}

function toParts({ subscription, variant, place, promise, price }: Planned): Pick<NewOrder, 'deliveries' | 'lines'> {
  const { plan, kind, agreed } = subscription
  const { delivery, line } = toDeliveryOfPlan({
    kind,
    plan,
    quantity: agreed.quantity,
    variant,
    day: place.day,
    windowId: place.windowId,
    promise,
    price,
  })
  return { deliveries: [delivery], lines: [line] }
}

// No finer than the database keeps it.
function stored(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' })
}
