import { stockDesk } from '@flora/contract/stock-desk.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { adjustStock } from './adjust-stock.ts'
import { countProduct } from './count-product.ts'
import { onlyForStems, stockItemNotFound } from './errors.ts'
import { findStemVaseDays, listCounted, saveItem } from './item-queries.ts'
import { receiveLot } from './receive-lot.ts'
import { listStock, showStockItem } from './show-stock.ts'

// What one page of the list of products shows.
const productsAPage = 100

/** The stock desk: what is counted, lots, the ledger. */
export function stockRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): void {
  serve(app, stockDesk.listStock, ({ query }) => listStock(shop, query))
  serve(app, stockDesk.showStockItem, ({ params }) => showStockItem(shop, params.itemId))
  serve(app, stockDesk.receiveLot, async ({ params: { itemId }, body }, request) => {
    await receiveLot(shop, { ...body, key: body.key.toLowerCase(), itemId, who: callerOf(request).name })
    return showStockItem(shop, itemId)
  })
  serve(app, stockDesk.adjustStock, async ({ params: { itemId }, body }, request) => {
    await adjustStock(shop, { ...body, key: body.key.toLowerCase(), itemId, who: callerOf(request).name })
    return showStockItem(shop, itemId)
  })
  serve(app, stockDesk.changeStockItem, async ({ params: { itemId }, body }) => {
    const isStem = (await findStemVaseDays(shop.db, [itemId])).has(itemId)
    const ofStems = [body.bunch, body.grower, body.vaseDays, body.costMinor].some((part) => part !== undefined)
    if (!isStem && ofStems) throw itemId.startsWith('stm_') ? stockItemNotFound() : onlyForStems()
    await shop.inTransaction((tx) => saveItem(tx, itemId, body))
    return showStockItem(shop, itemId)
  })
  serve(app, stockDesk.listCountedProducts, async ({ query }) => {
    const found = await listCounted(shop.db, { ...query, limit: productsAPage + 1 })
    const products = found.slice(0, productsAPage)
    return { products, next: found.length > productsAPage ? products.at(-1)!.id : null }
  })
  serve(app, stockDesk.countProduct, ({ params, body }) => countProduct(shop, { ...params, ...body }))
}
