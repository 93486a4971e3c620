import { z } from 'zod'
import { Picture, ProductKind, Tint } from './catalog.ts'
import { DeliveryMethod } from './delivery.ts'
import { endpoint } from './endpoint.ts'
import { DeliveryId, LineId, SubscriptionId, VariantId, WindowId } from './ids.ts'
import { Money } from './money.ts'
import { cartLimits, Email, Phone, Quantity, Recipient, Substitution } from './recipient.ts'
import {
  CartSubscriptionWish,
  Frequency,
  GiftOf,
  NextDelivery,
  SubscriptionKind,
  SubscriptionPlan,
} from './subscription-plan.ts'
import { ClockTime, Obstacle, Permission, Postcode, ShopDay, Slug, typed, typedLines } from './text.ts'

export { cartLimits, Email, Phone, Quantity, Recipient, Substitution } from './recipient.ts'

/** What a shopper may say of a delivery; absent keys stay as they are, null takes back. */
export const DeliveryChange = z.strictObject({
  postcode: Postcode.nullable().optional(),
  suburb: typed(60).optional(),
  day: ShopDay.nullable().optional(),
  windowId: WindowId.nullable().optional(),
  recipient: Recipient.partial().optional(),
  instructions: typedLines(300).optional(),
  cardMessage: typedLines(cartLimits.cardCharacters).optional(),
  anonymous: z.boolean().optional(),
  substitution: Substitution.optional(),
})
export type DeliveryChange = z.output<typeof DeliveryChange>

export const Buyer = z.strictObject({ name: typed(80), email: Email.or(z.literal('')), phone: Phone.or(z.literal('')) })
export type Buyer = z.output<typeof Buyer>

/** How the message sits on the printed card. */
export const CardFit = z.strictObject({
  lines: z.array(z.string()),
  limit: z.int(),
  fits: z.boolean(),
  unprintable: z.array(z.string()),
})
export type CardFit = z.output<typeof CardFit>

export const CartLine = z.strictObject({
  id: LineId,
  deliveryId: DeliveryId,
  variantId: VariantId,
  /** The line this add-on goes with. */
  goesWith: LineId.optional(),
  slug: Slug,
  name: z.string(),
  variantName: z.string(),
  kind: ProductKind,
  tint: Tint,
  picture: Picture,
  quantity: z.int(),
  /** Recurring and surprise lines are sold with subscriptions. */
  purchase: z.enum(['once', 'recurring', 'surprise']),
  unitPrice: Money,
  total: Money,
  /** Its share of the promotion; never more than its total. */
  discount: Money,
  gst: Money,
  /** The price when it was put in, when that was another. */
  priceWas: Money.optional(),
  problem: Obstacle.optional(),
})
export type CartLine = z.output<typeof CartLine>

export const CartDelivery = z.strictObject({
  id: DeliveryId,
  method: DeliveryMethod.optional(),
  postcode: z.string().optional(),
  suburb: z.string().optional(),
  /** Suburbs of the postcode, for the address form. */
  suburbs: z.array(z.string()),
  zone: z.string().optional(),
  day: ShopDay.optional(),
  window: z.strictObject({ id: WindowId, name: z.string(), starts: ClockTime, ends: ClockTime }).optional(),
  fee: Money,
  surge: Money,
  surgeName: z.string().optional(),
  discount: Money,
  gst: Money,
  recipient: Recipient,
  instructions: z.string(),
  cardMessage: z.string(),
  cardFit: CardFit,
  anonymous: z.boolean(),
  substitution: Substitution,
  /** Fields that placing will ask for and that are still empty, as paths: 'recipient.name', 'windowId'. */
  missing: z.array(z.string()),
  problem: Obstacle.optional(),
})
export type CartDelivery = z.output<typeof CartDelivery>

/** One line of the sum, in the order it is read. */
export const SumLine = z.strictObject({
  kind: z.enum(['goods', 'add-ons', 'delivery', 'surge', 'promotion', 'gift-card']),
  label: z.string(),
  detail: z.string().optional(),
  amount: Money,
})
export type SumLine = z.output<typeof SumLine>

/** A subscription in the cart: it begins when the order is paid. */
export const CartSubscription = z.strictObject({
  id: SubscriptionId,
  kind: SubscriptionKind,
  frequency: Frequency,
  variantId: VariantId,
  slug: Slug,
  name: z.string(),
  variantName: z.string(),
  tint: Tint,
  picture: Picture,
  quantity: z.int(),
  window: z.strictObject({ id: WindowId, name: z.string(), starts: ClockTime, ends: ClockTime }).optional(),
  firstDay: ShopDay,
  plan: SubscriptionPlan,
  gift: GiftOf.optional(),
  /** One delivery, her discount taken off. */
  perDelivery: Money,
  /** Paid with the order: the first delivery; all of them, for a gift; nothing, for a surprise, which is charged when it comes. */
  dueNow: Money,
  /** What is due now, line by line; part of the cart's sum already. */
  sum: z.array(SumLine),
  /** The deliveries that come first. */
  next: z.array(NextDelivery).optional(),
  problem: Obstacle.optional(),
})
export type CartSubscription = z.output<typeof CartSubscription>

/** A cart with everything recomputed by the server at this moment. */
export const Cart = z.strictObject({
  /** Counts up with each change; send it back to learn of a change elsewhere. */
  version: z.int(),
  lines: z.array(CartLine),
  deliveries: z.array(CartDelivery),
  /** Absent when there are none. What is due of them now is part of `sum`, `total` and `toPay`. */
  subscriptions: z.array(CartSubscription).optional(),
  /** There is a subscription in it whose later deliveries are charged to the card that pays: ask for her consent and send `mayCharge`. */
  keepsCard: z.literal(true).optional(),
  buyer: Buyer,
  sum: z.array(SumLine),
  /** What it costs before gift cards. */
  total: Money,
  /** What is left to pay by card. */
  toPay: Money,
  /** Contained in the total, not added to it. */
  gst: Money,
  promotion: z.strictObject({ code: z.string(), label: z.string(), because: z.string().optional() }).optional(),
  giftCard: z
    .strictObject({ ending: z.string(), balance: Money, used: Money, because: z.string().optional() })
    .optional(),
  /** Pieces in the cart, add-ons included. */
  count: z.int(),
  /** Told until its next change: at sign-in two carts became one, and not everything fitted. */
  notice: z.string().optional(),
  can: z.strictObject({ checkOut: Permission, place: Permission }),
})
export type Cart = z.output<typeof Cart>

const lineParams = z.strictObject({ lineId: LineId })
const subscriptionParams = z.strictObject({ subscriptionId: SubscriptionId })
const deliveryParams = z.strictObject({ deliveryId: DeliveryId })
const common = { reply: Cart, who: 'anyone', limit: 'writes' } as const

/** All of these answer with the whole cart, so that a page never shows half of a change. */
export const cart = {
  showCart: endpoint({
    ...common,
    method: 'GET',
    path: '/cart',
    summary: 'The cart of this browser, priced now.',
    limit: 'reads',
  }),
  addLine: endpoint({
    ...common,
    method: 'POST',
    path: '/cart/lines',
    summary: 'Puts a product into the cart, with its add-ons, for a day and window if they are known.',
    body: z.strictObject({
      variantId: VariantId,
      quantity: Quantity,
      addOns: z
        .array(z.strictObject({ variantId: VariantId, quantity: Quantity }))
        .max(10)
        .optional(),
      /** Join this delivery; or, with the fields below, the delivery that matches, or a new one. */
      deliveryId: DeliveryId.optional(),
      postcode: Postcode.optional(),
      suburb: typed(60).optional(),
      day: ShopDay.optional(),
      windowId: WindowId.optional(),
    }),
    refusals: ['variant-not-found', 'cart-full', 'delivery-not-found'],
  }),
  changeLine: endpoint({
    ...common,
    method: 'PATCH',
    path: '/cart/lines/:lineId',
    summary: 'Changes how many, or which delivery a line goes with ("new" makes one).',
    params: lineParams,
    body: z.strictObject({ quantity: Quantity.optional(), deliveryId: DeliveryId.or(z.literal('new')).optional() }),
    refusals: ['line-not-found', 'delivery-not-found', 'cart-full'],
  }),
  removeLine: endpoint({
    ...common,
    method: 'DELETE',
    path: '/cart/lines/:lineId',
    summary: 'Takes a line out, with the add-ons that go with it.',
    params: lineParams,
  }),
  changeDelivery: endpoint({
    ...common,
    method: 'PATCH',
    path: '/cart/deliveries/:deliveryId',
    summary: 'Remembers what was typed for one delivery: place, day, window, recipient, card, choices.',
    params: deliveryParams,
    body: DeliveryChange,
    refusals: ['delivery-not-found'],
  }),
  addSubscription: endpoint({
    ...common,
    method: 'POST',
    path: '/cart/subscriptions',
    summary:
      'Puts a subscription, or a gift of some deliveries, into the cart. Placing a subscription asks her to sign in.',
    body: CartSubscriptionWish,
    refusals: ['variant-not-found', 'cart-full', 'frequency-not-offered'],
  }),
  changeSubscription: endpoint({
    ...common,
    method: 'PUT',
    path: '/cart/subscriptions/:subscriptionId',
    summary: 'Says anew what a subscription in the cart is.',
    params: subscriptionParams,
    body: CartSubscriptionWish,
    refusals: ['variant-not-found', 'line-not-found', 'frequency-not-offered'],
  }),
  removeSubscription: endpoint({
    ...common,
    method: 'DELETE',
    path: '/cart/subscriptions/:subscriptionId',
    summary: 'Takes a subscription out of the cart.',
    params: subscriptionParams,
  }),
  changeBuyer: endpoint({
    ...common,
    method: 'PUT',
    path: '/cart/buyer',
    summary: 'Remembers the contact of the one who pays.',
    body: Buyer,
  }),
  applyCode: endpoint({
    ...common,
    method: 'PUT',
    path: '/cart/code',
    summary: 'Applies a promotion code or a gift card; the shop finds out which it is.',
    body: z.strictObject({ code: typed(40).pipe(z.string().min(3)) }),
    limit: 'guesses',
    refusals: ['code-not-found', 'promotion-not-valid', 'gift-card-empty'],
  }),
  removeCode: endpoint({
    ...common,
    method: 'DELETE',
    path: '/cart/code/:kind',
    summary: 'Takes the promotion code or the gift card back.',
    params: z.strictObject({ kind: z.enum(['promotion', 'gift-card']) }),
  }),
}
