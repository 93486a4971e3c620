import { z } from 'zod'
import { Picture, Tint } from './catalog.ts'
import { Substitution, SumLine } from './cart.ts'
import { DeliveryMethod } from './delivery.ts'
import { endpoint } from './endpoint.ts'
import { Email } from './cart.ts'
import { DeliveryId, LineId, OrderId, SubscriptionId } from './ids.ts'
import { Money } from './money.ts'
import { ClockTime, Instant, Permission, ShopDay, Slug, typed } from './text.ts'

export const orderStatuses = [
  'PENDING',
  'CONFIRMED',
  'PREPARING',
  'READY',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'NOT_DELIVERED',
  'CANCELLED',
  'REFUNDED',
] as const
export const OrderStatus = z.enum(orderStatuses)
export type OrderStatus = z.output<typeof OrderStatus>

/** The secret in an order's link: 32 letters, about 155 bits. Whoever holds it may see and cancel the order. */
export const OrderLink = z
  .string()
  .regex(
    /^[0-9a-z]{32}$/,
    'This link is not whole. Please open it from your e-mail again, or ask for it at “Find an order”.',
  )

/** What happened to an order, as the customer may read it. */
export const OrderEvent = z.strictObject({
  at: Instant,
  kind: z.string(),
  label: z.string(),
  detail: z.string().optional(),
})
export type OrderEvent = z.output<typeof OrderEvent>

export const OrderLineView = z.strictObject({
  id: LineId,
  deliveryId: DeliveryId,
  goesWith: LineId.optional(),
  slug: Slug,
  name: z.string(),
  variantName: z.string(),
  tint: Tint,
  picture: Picture,
  quantity: z.int(),
  unitPrice: Money,
  total: Money,
  discount: Money,
})

/** What its driver said of a delivery last. */
export const DeliveryOutcome = z.strictObject({
  kind: z.enum(['delivered', 'with-neighbour', 'nobody-home']),
  at: Instant,
  /** With which neighbour, or where it stands. */
  where: z.string(),
  next: z.enum(['later-today', 'tomorrow', 'back-to-shop']).optional(),
  /** Addresses of photographs, for whoever has the order's link. */
  photos: z.array(z.string()),
})
export type DeliveryOutcome = z.output<typeof DeliveryOutcome>

export const OrderDeliveryView = z.strictObject({
  id: DeliveryId,
  status: OrderStatus,
  method: DeliveryMethod,
  day: ShopDay,
  window: z.strictObject({ name: z.string(), starts: ClockTime, ends: ClockTime }),
  recipient: z.strictObject({
    name: z.string(),
    phone: z.string(),
    line1: z.string(),
    line2: z.string(),
    suburb: z.string(),
    postcode: z.string(),
  }),
  instructions: z.string(),
  cardMessage: z.string(),
  anonymous: z.boolean(),
  substitution: Substitution,
  fee: Money,
  outcome: DeliveryOutcome.optional(),
})

/** An order as its buyer sees it. */
export const OrderView = z.strictObject({
  id: OrderId,
  /** "FL-4K7Q", for the telephone. */
  number: z.string(),
  link: OrderLink,
  status: OrderStatus,
  placedAt: Instant,
  /** While it waits for its payment: when its places go back on the shelf. */
  holdUntil: Instant.optional(),
  payment: z.strictObject({
    state: z.enum([
      'none-needed',
      'waiting',
      'needs-action',
      'processing',
      'failed',
      'paid',
      'partly-refunded',
      'refunded',
      'expired',
    ]),
    /** The bank's no, in a sentence. */
    because: z.string().optional(),
    /** "Visa ending 4242" */
    method: z.string().optional(),
    paid: Money,
    refunded: Money,
    /** Agreed since a change, part of `toPay`, and to be paid in the shop. */
    due: Money.optional(),
  }),
  buyer: z.strictObject({ name: z.string(), email: z.string(), phone: z.string() }),
  deliveries: z.array(OrderDeliveryView),
  lines: z.array(OrderLineView),
  sum: z.array(SumLine),
  total: Money,
  toPay: Money,
  gst: Money,
  events: z.array(OrderEvent),
  /** Subscriptions that begin with it when it is paid. A gift is ruled by this order's link, one of hers in her account. */
  begins: z.array(z.strictObject({ subscriptionId: SubscriptionId, isGift: z.boolean() })).optional(),
  cancelUntil: Instant.optional(),
  can: z.strictObject({ pay: Permission, cancel: Permission, invoice: Permission }),
})
export type OrderView = z.output<typeof OrderView>

const params = z.strictObject({ link: OrderLink })

export const orders = {
  showOrder: endpoint({
    method: 'GET',
    path: '/orders/:link',
    summary:
      'An order by its secret link. An order still waiting for its payment asks the payment service before it answers.',
    params,
    reply: OrderView,
    who: 'anyone',
    limit: 'reads',
    refusals: ['order-not-found'],
  }),
  preparePayment: endpoint({
    method: 'POST',
    path: '/orders/:link/payment',
    summary:
      'What the browser needs to pay an order that is still waiting: after a reload, a failed card or a silent payment service.',
    params,
    body: z.strictObject({}),
    reply: z.strictObject({ clientSecret: z.string(), amount: Money }),
    who: 'anyone',
    limit: 'writes',
    refusals: ['order-not-found', 'order-not-payable', 'payment-service-silent'],
  }),
  cancelOrder: endpoint({
    method: 'POST',
    path: '/orders/:link/cancellation',
    summary: 'Cancels an order before its cut-off, gives its places back and refunds all of it.',
    params,
    body: z.strictObject({ reason: typed(200).optional() }),
    reply: OrderView,
    who: 'anyone',
    limit: 'writes',
    refusals: ['order-not-found', 'order-not-cancellable'],
  }),
  findOrder: endpoint({
    method: 'POST',
    path: '/orders/find',
    summary: 'Sends the links of the orders placed with an e-mail address to that address. Always answers the same.',
    body: z.strictObject({ email: Email }),
    reply: z.strictObject({ message: z.string() }),
    status: 202,
    who: 'anyone',
    limit: 'guesses',
  }),
}
