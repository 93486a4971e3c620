export {
  decideMarking,
  decideShopCancellation,
  isAlive,
  type Marking,
  nextStep,
  orderStatusOf,
} from './delivery-status.ts'
export { markDeliveries, type Marked } from './mark-deliveries.ts'
export { dayChannel, tellDays } from './queries.ts'
