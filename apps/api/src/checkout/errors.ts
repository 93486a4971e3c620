import type { Cart } from '@flora/contract/cart.ts'
import { subscriptionLimits } from '@flora/contract/subscription-plan.ts'
import { signInFirst } from '../cart/index.ts'
import { Refusal } from '../platform/refusal.ts'

export const cartEmpty = () =>
  new Refusal(409, 'cart-empty', 'Your cart is empty. If you have just ordered, the order is in your e-mail.')

/** `cart` lets the page show what changed without asking again. */
export const cannotPlace = (code: string, message: string, cart?: Cart) =>
  new Refusal(409, code, message, cart && { cart })

export const priceChanged = (cart: Cart) =>
  new Refusal(
    409,
    'price-changed',
    'A price has changed since you looked. Nothing has been charged; please look at the new sum and decide again.',
    { cart },
  )

export const placementKeyUsed = () =>
  new Refusal(
    409,
    'placement-key-used',
    'This Idempotency-Key has placed another order. Please choose a new one for a new order.',
  )

export const signInForSubscription = () => new Refusal(403, 'sign-in-for-subscription', signInFirst)

export const consentNeeded = () =>
  new Refusal(
    409,
    'consent-needed',
    'Please say that we may charge the later deliveries to the card you pay with. Nothing has been charged.',
  )

export const cardNeeded = () =>
  new Refusal(
    409,
    'card-needed',
    'There is nothing to pay today, so no card that could pay the later deliveries. Please keep a card in your account and subscribe there.',
  )

export const tooManySubscriptions = () =>
  new Refusal(
    409,
    'too-many-subscriptions',
    `An account can have ${subscriptionLimits.subscriptions} subscriptions at a time. Please end one first.`,
  )
