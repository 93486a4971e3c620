export { newNames } from './new-names.ts'
export { placeForSomebody } from './place-order.ts'
export { checkoutRoutes } from './routes.ts'
