export { fillWithDemo } from './fill-with-demo.ts'
export { grownShop } from './grown-shop.ts'
export { hasShop } from './queries.ts'
