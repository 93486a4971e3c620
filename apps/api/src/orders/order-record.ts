import type { SumLine, Substitution } from '@flora/contract/cart.ts'
import type { Picture, Tint } from '@flora/contract/catalog.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type {
  AccountId,
  DeliveryId,
  GiftCardId,
  LineId,
  OccurrenceId,
  OrderId,
  PromotionId,
  VariantId,
  WindowId,
  ZoneId,
} from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Currency } from '@flora/money/money.ts'
import type { CancelledBecause } from './order.ts'

/**
 * An order with everything in it, as it lies in the tables: sums in minor units of `currency`, instants as PostgreSQL writes
 * them. Made by one statement, whatever the order's size.
 */
export interface OrderRecord {
  readonly id: OrderId
  readonly number: string
  readonly link: string
  readonly status: OrderStatus
  readonly places: 'held' | 'kept' | 'released'
  readonly holdUntil: string
  readonly placedAt: string
  readonly cancelledBecause: CancelledBecause | null
  readonly buyerName: string
  readonly buyerEmail: string
  readonly buyerPhone: string
  readonly currency: Currency
  readonly totalMinor: number
  readonly toPayMinor: number
  readonly gstMinor: number
  readonly giftCardMinor: number
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly sum: SumLine[]
  readonly payment: { state: string; failureCode: string | null; method: string | null; intentId: string | null } | null
  readonly deliveries: readonly OrderDeliveryRecord[]
  readonly lines: readonly OrderLineRecord[]
  /** The delivery of a subscription that it is. */
  readonly occurrenceId: OccurrenceId | null
  /** Its day is nobody's to know before it comes. */
  readonly isSurprise: boolean
  readonly events: readonly { at: string; kind: string; who: string; detail: Record<string, unknown> }[]
}

export interface OrderDeliveryRecord {
  readonly id: DeliveryId
  readonly status: OrderStatus
  readonly method: DeliveryMethod
  readonly day: ShopDay
  readonly windowName: string
  readonly windowStarts: string
  readonly windowEnds: string
  readonly cutOffAt: string
  readonly recipientName: string
  readonly recipientPhone: string
  readonly line1: string
  readonly line2: string
  readonly suburb: string
  readonly postcode: string
  readonly instructions: string
  readonly cardMessage: string
  readonly anonymous: boolean
  readonly substitution: Substitution
  readonly feeMinor: number
  readonly surgeMinor: number
}

export interface OrderLineRecord {
  readonly id: LineId
  readonly deliveryId: DeliveryId
  readonly goesWith: LineId | null
  readonly slug: string
  readonly name: string
  readonly variantName: string
  readonly tint: Tint
  readonly picture: Picture
  readonly quantity: number
  readonly unitPriceMinor: number
  readonly totalMinor: number
  readonly discountMinor: number
}

/** An order about to be written, with what it takes from the shop's counters. */
export interface NewOrder {
  readonly id: OrderId
  readonly number: string
  readonly link: string
  readonly status: 'PENDING' | 'CONFIRMED'
  readonly places: 'held' | 'kept'
  readonly holdUntil: string
  readonly placementKey: string
  readonly placementFingerprint: string
  readonly accountId: AccountId | null
  readonly cartId: string | null
  readonly buyerName: string
  readonly buyerEmail: string
  readonly buyerPhone: string
  readonly currency: Currency
  readonly goodsMinor: number
  readonly deliveryMinor: number
  readonly discountMinor: number
  readonly totalMinor: number
  readonly gstMinor: number
  readonly giftCardMinor: number
  readonly toPayMinor: number
  readonly sum: readonly SumLine[]
  readonly promotionId: PromotionId | null
  readonly giftCardId: GiftCardId | null
  readonly placedAt: string
  readonly deliveries: readonly NewOrderDelivery[]
  readonly lines: readonly NewOrderLine[]
  readonly stock: readonly { itemId: string; quantity: number }[]
  /** The delivery of a subscription that it is. */
  readonly occurrenceId?: OccurrenceId
}

export type NewOrderDelivery = Omit<OrderDeliveryRecord, 'status'> & {
  readonly zoneId: ZoneId
  readonly windowId: WindowId
  readonly benchMinutes: number
  readonly discountMinor: number
  readonly gstMinor: number
}

export type NewOrderLine = OrderLineRecord & {
  readonly variantId: VariantId
  readonly kind: string
  readonly purchase: 'once' | 'recurring' | 'surprise'
  readonly gstMinor: number
}

/** A new order as it would be read back once it is written. */
export function toRecord(order: NewOrder): OrderRecord {
  return {
    ...order,
    cancelledBecause: null,
    occurrenceId: order.occurrenceId ?? null,
    paidMinor: 0,
    refundedMinor: 0,
    sum: [...order.sum],
    payment: null,
    deliveries: order.deliveries.map((delivery) => ({ ...delivery, status: order.status })),
    isSurprise: order.lines.some(({ purchase }) => purchase === 'surprise'),
    lines: order.lines.map(({ variantId: _, kind: __, purchase: ___, gstMinor: ____, ...line }) => line),
    events: [{ at: order.placedAt, kind: 'placed', who: 'customer', detail: {} }],
  }
}
