export { exportShop } from './export-shop.ts'
export { importShop } from './import-shop.ts'
export { transferRoutes } from './routes.ts'
