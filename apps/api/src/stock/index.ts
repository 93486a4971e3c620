export { giveBackStock, listStockLeft, type StockNeed, type StockTaken, takeStock } from './queries.ts'
