import { catalogDesk } from '@flora/contract/catalog-desk-lines.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../../platform/caller.ts'
import { serve } from '../../platform/http.ts'
import type { Shop } from '../../shop.ts'
import { openShelf } from '../shelf.ts'
import { listDeskCollections } from './collection-queries.ts'
import { exportProducts } from './export-products.ts'
import { importProducts } from './import-products.ts'
import { cancelPrice, planPrice } from './plan-price.ts'
import { makePreview, showPreview } from './preview.ts'
import { archiveProduct, publishProduct } from './publish-product.ts'
import { listDeskFacetValues, listDeskStems } from './shelf-word-queries.ts'
import { listDeskProducts, showDeskProduct } from './show-products.ts'
import { changeCollection, createCollection, removeCollection } from './write-collection.ts'
import { changeProduct, createProduct } from './write-product.ts'
import { createStem, nameFacetValue, removeFacetValue } from './write-shelf-words.ts'

type DeskShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>

/** What staff write of the catalogue; a guard stands before these, but for the preview, whose link is its key. */
export function catalogDeskRoutes(app: FastifyInstance, shop: DeskShop): void {
  productRoutes(app, shop)
  shelfRoutes(app, shop)
  fileRoutes(app, shop)
  const shelf = openShelf(shop)
  serve(app, catalogDesk.showPreview, ({ params }) => showPreview(shop, shelf, params.token))
}

function productRoutes(app: FastifyInstance, shop: DeskShop): void {
  const { db } = shop
  serve(app, catalogDesk.listProducts, ({ query }) => listDeskProducts(db, query))
  serve(app, catalogDesk.showProduct, ({ params }, request) => showDeskProduct(db, callerOf(request), params.productId))
  serve(app, catalogDesk.createProduct, async ({ body }, request) => {
    const by = callerOf(request)
    return showDeskProduct(db, by, await createProduct(shop, by, body))
  })
  serve(app, catalogDesk.changeProduct, async ({ params, body }, request) => {
    const by = callerOf(request)
    await changeProduct(shop, by, params.productId, body)
    return showDeskProduct(db, by, params.productId)
  })
  serve(app, catalogDesk.publishProduct, async ({ params, body }, request) => {
    const by = callerOf(request)
    await publishProduct(shop, by, { id: params.productId, version: body.version })
    return showDeskProduct(db, by, params.productId)
  })
  serve(app, catalogDesk.archiveProduct, async ({ params, body }, request) => {
    const by = callerOf(request)
    await archiveProduct(shop, by, { id: params.productId, version: body.version })
    return showDeskProduct(db, by, params.productId)
  })
  serve(app, catalogDesk.previewProduct, ({ params }) => makePreview(shop, params.productId))
  serve(app, catalogDesk.planPrice, async ({ params, body }, request) => {
    const by = callerOf(request)
    return showDeskProduct(db, by, await planPrice(shop, by, { ...params, ...body }))
  })
  serve(app, catalogDesk.cancelPrice, async ({ params }, request) => {
    const by = callerOf(request)
    return showDeskProduct(db, by, await cancelPrice(shop, by, params.priceId))
  })
}

function shelfRoutes(app: FastifyInstance, shop: DeskShop): void {
  const { db } = shop
  serve(app, catalogDesk.listCollections, () => listDeskCollections(db))
  serve(app, catalogDesk.createCollection, ({ body }) => createCollection(shop, body))
  serve(app, catalogDesk.changeCollection, ({ params, body }) => changeCollection(shop, params.collectionId, body))
  serve(app, catalogDesk.removeCollection, async ({ params, body }) => {
    await removeCollection(shop, params.collectionId, body.version)
    return listDeskCollections(db)
  })
  serve(app, catalogDesk.listFacetValues, () => listDeskFacetValues(db))
  serve(app, catalogDesk.saveFacetValue, async ({ params, body }) => {
    await nameFacetValue(shop, { ...params, label: body.label, position: body.position })
    return listDeskFacetValues(db)
  })
  serve(app, catalogDesk.removeFacetValue, async ({ params }) => {
    await removeFacetValue(shop, params)
    return listDeskFacetValues(db)
  })
  serve(app, catalogDesk.listStems, () => listDeskStems(db))
  serve(app, catalogDesk.createStem, async ({ body }) => {
    await createStem(shop, body)
    return listDeskStems(db)
  })
}

function fileRoutes(app: FastifyInstance, shop: DeskShop): void {
  serve(app, catalogDesk.importProducts, ({ body }, request) => importProducts(shop, callerOf(request), body))
  // A file and no JSON: a link that the browser saves.
  app.get(
    '/api/desk/catalog/products.csv',
    { config: { who: { may: 'catalog/read' }, limit: 'writes' } },
    async (_, reply) =>
      reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="products.csv"',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(await exportProducts(shop.db)),
  )
}
