import type { Placed } from '@flora/contract/checkout.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { CartSubscriptionWish } from '@flora/contract/subscription-plan.ts'
import { morning, pay, type PayingShop, type Visitor } from '../../../test/open-paying-shop.ts'
import { choice, firstDay, plan } from './a-subscriber.ts'

/** Puts a subscription into a cart: each week $60 of flowers to the inner suburbs, unless told otherwise. */
export function putIn(visitor: Visitor, wish: Partial<CartSubscriptionWish> = {}): Promise<Cart> {
  return visitor.call('POST /cart/subscriptions', {
    body: {
      kind: 'recurring',
      frequency: 'weekly',
      variantId: choice,
      quantity: 1,
      windowId: morning,
      firstDay,
      plan,
      ...wish,
    },
  })
}

/** Says who pays, agrees, and places what is in the cart. */
export async function placeAll(
  visitor: Visitor,
  { email, key = crypto.randomUUID() }: { email: string; key?: string },
): Promise<Placed> {
  const cart = await visitor.call('PUT /cart/buyer', { body: { name: 'Mercy Okafor', email, phone: '' } })
  return visitor.call('POST /checkout/orders', {
    headers: { 'idempotency-key': key },
    body: { toPay: cart.toPay, mayCharge: true },
  })
}

/** A gift that its buyer has paid: its order's link and its id. */
export async function aGift(
  open: PayingShop,
  visitor: Visitor,
  { deliveries, email, ...wish }: Partial<CartSubscriptionWish> & { deliveries: number; email: string },
): Promise<{ link: string; subscriptionId: SubscriptionId; placed: Placed }> {
  await putIn(visitor, { ...wish, gift: { deliveries } })
  const placed = await placeAll(visitor, { email })
  await pay(open.stripe, placed)
  await open.work()
  return { link: placed.order.link, subscriptionId: placed.order.begins![0]!.subscriptionId, placed }
}
