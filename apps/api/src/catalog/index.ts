export { bumpCatalogVersion } from './queries.ts'
export { catalogRoutes } from './routes.ts'
export { listVariantsForSale, takenByOne, type VariantForSale } from './variants-for-sale.ts'
