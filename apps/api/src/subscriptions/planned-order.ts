import { newId, type OccurrenceId, type OrderId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import type { VariantForSale } from '../catalog/index.ts'
import { newNames } from '../checkout/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import type { NewOrder } from '../orders/index.ts'
import type { Place } from './draw.ts'
import type { OccurrencePrice } from './price.ts'
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
  const { orderId, occurrenceId, subscription, price, payUntil, now } = planned
  const none = money(0, subscription.currency).minor
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
    ...toParts(planned),
    stock: [],
  }
}

function toParts({ subscription, variant, place, promise, price }: Planned): Pick<NewOrder, 'deliveries' | 'lines'> {
  const { plan, kind, agreed } = subscription
  const deliveryId = newId('dlv')
  return {
    deliveries: [
      {
        id: deliveryId,
        method: promise.method,
        zoneId: promise.zoneId,
        windowId: place.windowId,
        day: place.day,
        windowName: promise.windowName,
        windowStarts: promise.starts,
        windowEnds: promise.ends,
        cutOffAt: promise.cutOffAt.toString(),
        benchMinutes: variant.benchMinutes * agreed.quantity,
        recipientName: plan.recipient.name,
        recipientPhone: plan.recipient.phone,
        line1: plan.recipient.line1,
        line2: plan.recipient.line2,
        suburb: plan.recipient.suburb,
        postcode: plan.recipient.postcode,
        instructions: plan.instructions,
        cardMessage: plan.cardMessage,
        anonymous: plan.anonymous,
        substitution: plan.substitution,
        feeMinor: price.fee.minor,
        surgeMinor: 0,
        discountMinor: 0,
        gstMinor: price.feeGst.minor,
      },
    ],
    lines: [
      {
        id: newId('lin'),
        deliveryId,
        goesWith: null,
        variantId: variant.variantId,
        slug: variant.slug,
        name: variant.productName,
        variantName: variant.variantName,
        kind: variant.kind,
        tint: variant.tint,
        picture: variant.picture,
        purchase: kind,
        quantity: agreed.quantity,
        unitPriceMinor: price.unit.minor,
        totalMinor: price.goods.minor,
        discountMinor: price.discount.minor,
        gstMinor: price.goodsGst.minor,
      },
    ],
  }
}

// No finer than the database keeps it.
function stored(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' })
}
