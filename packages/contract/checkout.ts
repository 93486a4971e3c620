import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Money } from './money.ts'
import { OrderView } from './orders.ts'
import { notThen } from './refusals.ts'

/** What the browser needs to let the shopper pay. */
export const PaymentSheet = z.strictObject({
  clientSecret: z.string(),
  amount: Money,
})
export type PaymentSheet = z.output<typeof PaymentSheet>

export const Placed = z.strictObject({
  order: OrderView,
  /** Absent when nothing is left to pay, or when the payment service did not answer: then ask for it by `preparePayment`. */
  payment: PaymentSheet.optional(),
})
export type Placed = z.output<typeof Placed>

/** Chosen by the client for one attempt at placing; the same key always gives the same order. */
export const PlacementKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/, 'The Idempotency-Key needs 16 to 64 letters, digits, dashes or underscores.')

export const checkout = {
  placeOrder: endpoint({
    method: 'POST',
    path: '/checkout/orders',
    summary:
      'Places the cart as an order and holds its places for 20 minutes. Repeating it with the same Idempotency-Key gives the same order.',
    headers: z.object({ 'idempotency-key': PlacementKey }),
    body: z.strictObject({
      /** The sum the shopper agreed to. Another sum is told (price-changed), never charged. */
      toPay: Money,
      /** Her yes to later charges on the card that pays; needed when the cart says `keepsCard`. */
      mayCharge: z.boolean().optional(),
    }),
    reply: Placed,
    status: 201,
    who: 'anyone',
    limit: 'orders',
    refusals: [
      'cart-empty',
      'cart-incomplete',
      'price-changed',
      'sold-out',
      'not-for-sale',
      ...notThen,
      'suburb-postcode',
      'card-too-long',
      'promotion-not-valid',
      'gift-card-empty',
      'placement-key-used',
      'sum-too-small',
      'sign-in-for-subscription',
      'consent-needed',
      'card-needed',
      'too-many-subscriptions',
      'only-in-season',
      'address-incomplete',
      'frequency-not-offered',
      'payment-service-silent',
    ],
  }),
}
