import type { Cart } from '@flora/contract/cart.ts'
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
