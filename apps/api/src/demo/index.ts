export { demoProductId, demoVariantId, demoWindowId, demoZoneId } from './demo-ids.ts'
export { type Filled, fillWithDemo } from './fill-with-demo.ts'
export { grownShop } from './grown-shop.ts'
export { hasShop } from './queries.ts'
