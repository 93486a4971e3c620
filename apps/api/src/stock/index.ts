export { stockJobs } from './jobs.ts'
export { giveBackStock, listStockLeft, type StockNeed, type StockTaken, takeStock } from './queries.ts'
export { stockRoutes } from './routes.ts'
