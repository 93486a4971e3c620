export { orderDeskRoutes } from './routes.ts'
export { searchOrders } from './search-orders.ts'
export { listDeliveries, showBoard } from './show-board.ts'
export { showToday } from './show-today.ts'
