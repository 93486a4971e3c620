export { cancelOrder } from './cancel-order.ts'
export { cannotCancel, orderNotFound, orderNotPayable } from './errors.ts'
export { orderJobs } from './jobs.ts'
export { decidePayability, holdExpired, type Order } from './order.ts'
export type { NewOrder, NewOrderDelivery, NewOrderLine, OrderRecord } from './order-record.ts'
export { mayInvoice, toOrderView, whenInWords } from './order-view.ts'
export { takeAgain, takeAll } from './places.ts'
export {
  addRefunded, findOrderById, findPlacement, insertEvent, insertOrder, listOrderLinks, lockOrder, markConfirmed, markPaidInVain, markRefundedIfWhole, type Takings,
} from './queries.ts'
export { orderRoutes } from './routes.ts'
export { knownOrder, showOrder } from './show-order.ts'
