import type { DemoShop } from '@flora/demo-shop/shape.ts'
import type { Shop } from '../shop.ts'
import { shopIsThere } from './errors.ts'
import {
  analyzeTables,
  findShopName,
  insertContent,
  insertDelivery,
  insertFacets,
  insertOffers,
  insertProducts,
  insertRecipes,
  insertShelves,
  insertShop,
} from './queries.ts'
import { shelfRows } from './shelf-rows.ts'
import { shopRows } from './shop-rows.ts'

export interface Filled {
  readonly products: number
  readonly pictures: number
  readonly postcodes: number
  readonly pieces: number
}

/** Puts the demo shop into an empty database, whole or not at all. Refuses (409 shop-is-there) where a shop is already. */
export async function fillWithDemo(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  demo: DemoShop,
): Promise<Filled> {
  const now = clock.now()
  const shelf = shelfRows(demo, now)
  const shop = shopRows(demo, now)

  return inTransaction(async (tx) => {
    const name = await findShopName(tx)
    if (name !== undefined) throw shopIsThere(name)

    await insertShop(tx, shop.shop)
    await insertProducts(tx, shelf)
    await insertRecipes(tx, shelf)
    await insertFacets(tx, shelf)
    await insertShelves(tx, shelf)
    await insertDelivery(tx, shop)
    await insertOffers(tx, shop)
    await insertContent(tx, shop.content)
    await analyzeTables(tx)
    return {
      products: shelf.products.length,
      pictures: shelf.pictures.length,
      postcodes: shop.postcodes.length,
      pieces: shop.content.length,
    }
  })
}
