export { newNames } from './new-names.ts'
export { checkoutRoutes } from './routes.ts'
