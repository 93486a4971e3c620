import { catalog } from '@flora/contract/catalog.ts'
import type { FastifyInstance } from 'fastify'
import { serveHot } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { listProducts } from './list-products.ts'
import { openShelf } from './shelf.ts'
import { showFrontPage } from './show-front-page.ts'
import { showProduct } from './show-product.ts'
import { suggest } from './suggest.ts'

/** What anyone may read of the shelf. Stock on it may be some seconds old; placing an order is what decides. */
export function catalogRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'clock' | 'hotReads'>): void {
  const hot = { hotReads: shop.hotReads, edgeSeconds: 60 }
  const shelf = openShelf(shop)
  serveHot(app, catalog.listProducts, hot, ({ query }) => listProducts(shop.db, shelf, query))
  serveHot(app, catalog.showProduct, hot, ({ params }) => showProduct(shop.db, shelf, params.slug))
  serveHot(app, catalog.suggest, hot, ({ query }) => suggest(shop.db, shelf, query.q))
  serveHot(app, catalog.showFrontPage, hot, () => showFrontPage(shop.db, shelf))
}
