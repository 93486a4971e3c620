import type { CartSubscriptionWish } from '@flora/contract/subscription-plan.ts'
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
  SubscriptionId,
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
  /** Of what was paid: cash and terminal. */
  readonly inShopMinor: number
  /** Agreed since it was paid, and still to be paid in the shop. */
  readonly dueMinor: number
  readonly sum: SumLine[]
  readonly payment: { state: string; failureCode: string | null; method: string | null; intentId: string | null } | null
  readonly deliveries: readonly OrderDeliveryRecord[]
  readonly lines: readonly OrderLineRecord[]
  /** The delivery of a subscription that it is. */
  readonly occurrenceId: OccurrenceId | null
  /** The subscriptions that begin with it when it is paid. */
  readonly begins?: readonly Pick<Beginning, 'subscriptionId' | 'isGift'>[] | null
  /** Its day is nobody's to know before it comes. */
  readonly isSurprise: boolean
  readonly events: readonly OrderEventRecord[]
}

export interface OrderEventRecord {
  readonly at: string
  readonly kind: string
  readonly who: string
  readonly detail: Record<string, unknown>
  /** The delivery it is about, when it is about one. */
  readonly deliveryId?: DeliveryId | null
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
  /** Photographs that its driver took, oldest first. */
  readonly proofIds?: readonly string[] | null
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
  /** The subscriptions that begin with it when it is paid. */
  readonly begins?: readonly Beginning[]
  /** An account's id, when staff placed it for somebody. */
  readonly placedBy?: string
}

/** A subscription as it was agreed to, until its order is paid. */
export interface Beginning {
  readonly subscriptionId: SubscriptionId
  readonly isGift: boolean
  /** Of its first delivery, which the order brings; a surprise's comes later. */
  readonly deliveryId?: DeliveryId
  readonly wish: CartSubscriptionWish
  readonly unitMinor: number
  readonly feeMinor: number
  readonly discountBasisPoints: number
  readonly trialBasisPoints: number
  /** What its first delivery costs. */
  readonly firstMinor: number
  /** When she said yes to it, and to later charges on her card. */
  readonly agreedAt: string
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
  readonly purchase: 'once' | 'recurring' | 'surprise' | 'prepaid'
  readonly gstMinor: number
}

/** A new order as it would be read back once it is written. */
export function toRecord(order: NewOrder): OrderRecord {
  return {
    ...order,
    cancelledBecause: null,
    occurrenceId: order.occurrenceId ?? null,
    begins: order.begins ?? null,
    paidMinor: 0,
    refundedMinor: 0,
    inShopMinor: 0,
    dueMinor: 0,
    sum: [...order.sum],
    payment: null,
    deliveries: order.deliveries.map((delivery) => ({ ...delivery, status: order.status })),
    isSurprise: order.lines.some(({ purchase }) => purchase === 'surprise'),
    lines: order.lines.map(({ variantId: _, kind: __, purchase: ___, gstMinor: ____, ...line }) => line),
    events: [{ at: order.placedAt, kind: 'placed', who: order.placedBy ?? 'customer', detail: {} }],
  }
}
