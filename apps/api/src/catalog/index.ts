export { bumpCatalogVersion } from './queries.ts'
export { listVariantsForSale, type VariantForSale } from './variants-for-sale.ts'
