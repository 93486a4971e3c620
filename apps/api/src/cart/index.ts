export { addAgain, type DeliveryAgain, type LineAgain } from './add-again.ts'
export { clearCartCookie, readCartToken, setCartCookie } from './cart-cookie.ts'
export {
  type CartToPlace,
  emptied,
  findCartToPlace,
  isPricedByFacts,
  priceToPlace,
  recallCartToPlace,
} from './cart-to-place.ts'
export { type CartToken } from './cart-token.ts'
export { changeCart } from './change-cart.ts'
export { renewAccountCart, takeCartToAccount } from './claim-cart.ts'
export { draftCart } from './draft-cart.ts'
export { cartJobs } from './jobs.ts'
export { type PricedCart } from './price-cart.ts'
export { type PricedSubscription, type PricedSubscriptions, signInFirst } from './price-subscriptions.ts'
export { findShopRules } from './queries.ts'
export { cartRoutes } from './routes.ts'
export { mayPlace, toCartNow } from './show-cart.ts'
