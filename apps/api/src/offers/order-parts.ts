import { newId, type WindowId } from '@flora/contract/ids.ts'
import type { SubscriptionKind, SubscriptionPlan } from '@flora/contract/subscriptions.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import type { NewOrderDelivery, NewOrderLine } from '../orders/index.ts'
import type { OccurrencePrice } from './price.ts'

export interface DeliveryOfPlan {
  readonly kind: SubscriptionKind
  readonly plan: SubscriptionPlan
  readonly quantity: number
  readonly variant: VariantForSale
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly promise: Extract<PromiseWithRoom, { ok: true }>
  readonly price: OccurrencePrice
}

/** One delivery of a subscription as a part of an order: where it goes, and what goes there. */
export function toDeliveryOfPlan(of: DeliveryOfPlan): { delivery: NewOrderDelivery; line: NewOrderLine } {
  const { kind, plan, quantity, variant, day, windowId, promise, price } = of
  const deliveryId = newId('dlv')
  return {
    delivery: {
      id: deliveryId,
      method: promise.method,
      zoneId: promise.zoneId,
      windowId,
      day,
      windowName: promise.windowName,
      windowStarts: promise.starts,
      windowEnds: promise.ends,
      cutOffAt: promise.cutOffAt.toString(),
      benchMinutes: variant.benchMinutes * quantity,
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
    line: {
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
      quantity,
      unitPriceMinor: price.unit.minor,
      totalMinor: price.goods.minor,
      discountMinor: price.discount.minor,
      gstMinor: price.goodsGst.minor,
    },
  }
}
