export { confirmOrder, noteMoneyInVain } from './confirm-order.ts'
export { orderNotFound, orderNotPayable } from './errors.ts'
export { orderJobs } from './jobs.ts'
export { noteRefund } from './note-refund.ts'
export { decidePayability, type Order } from './order.ts'
export { type NewOrder, type NewOrderDelivery, type NewOrderLine, type OrderRecord, toRecord } from './order-record.ts'
export { mayInvoice, toOrderView } from './order-view.ts'
export { takeAll } from './places.ts'
export {
  findOrderById,
  insertEvent,
  insertOrder,
  listOrderLinks,
  listOrdersById,
  lockOrder,
  type Takings,
} from './queries.ts'
export { orderRoutes } from './routes.ts'
export { knownOrder, showOrder } from './show-order.ts'
