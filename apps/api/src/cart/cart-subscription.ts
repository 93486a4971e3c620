import { newId, type SubscriptionId } from '@flora/contract/ids.ts'
import { type CartSubscriptionWish, subscriptionLimits } from '@flora/contract/subscription-plan.ts'
import type { CartChange, CartDocument, CartSubscriptionDraft } from './cart.ts'

/** Puts a subscription in. It has its id from now on: whatever becomes of the order, it begins once. */
export function addSubscription(cart: CartDocument, wish: CartSubscriptionWish): CartChange {
  const { subscriptions = [] } = cart
  if (subscriptions.length >= subscriptionLimits.inCart) return { kind: 'refused', because: 'cart-full' }
  return { kind: 'changed', document: withSubscriptions(cart, [...subscriptions, { ...wish, id: newId('sub') }]) }
}

/** Says anew what it is. */
export function changeSubscription(cart: CartDocument, id: SubscriptionId, wish: CartSubscriptionWish): CartChange {
  const { subscriptions = [] } = cart
  if (!subscriptions.some((known) => known.id === id)) return { kind: 'refused', because: 'line-not-found' }
  const changed = subscriptions.map((known) => (known.id === id ? { ...wish, id } : known))
  return { kind: 'changed', document: withSubscriptions(cart, changed) }
}

/** Taking out what is gone already is no mistake. */
export function removeSubscription(cart: CartDocument, id: SubscriptionId): CartChange {
  const left = (cart.subscriptions ?? []).filter((known) => known.id !== id)
  return { kind: 'changed', document: withSubscriptions(cart, left) }
}

/** A cart with these subscriptions; one without any says nothing of them. */
export function withSubscriptions(
  { subscriptions: _, ...cart }: CartDocument,
  subscriptions: readonly CartSubscriptionDraft[],
): CartDocument {
  return subscriptions.length === 0 ? cart : { ...cart, subscriptions }
}
