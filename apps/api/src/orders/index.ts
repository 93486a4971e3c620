export { cancelOrder } from './cancel-order.ts'
export { confirmOrder, confirmOrders, noteMoneyInVain } from './confirm-order.ts'
export { orderNotFound, orderNotPayable } from './errors.ts'
export { orderJobs } from './jobs.ts'
export { noteRefund } from './note-refund.ts'
export { letGoOrder } from './let-go.ts'
export { decidePayability, type Order } from './order.ts'
export {
  type Beginning,
  type NewOrder,
  type NewOrderDelivery,
  type NewOrderLine,
  type OrderRecord,
  toRecord,
} from './order-record.ts'
export { toOrderView } from './order-view.ts'
export { takeAll } from './places.ts'
export { planOrders } from './plan-orders.ts'
export {
  insertEvent,
  insertOrder,
  listOrderLinks,
  listOrdersById,
  lockOrder,
  lockOrders,
  type Takings,
} from './queries.ts'
export { orderRoutes } from './routes.ts'
export { knownOrder } from './show-order.ts'
