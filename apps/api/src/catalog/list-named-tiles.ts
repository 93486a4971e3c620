import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Tile } from '@flora/contract/catalog.ts'
import type { Db } from '../platform/db.ts'
import { toTile } from './product.ts'
import { listNamedTileRows } from './shelf-queries.ts'

/** The tiles of these products, in this order, without those that are not sold on the day. */
export async function listNamedTiles(db: Db, slugs: readonly string[], today: ShopDay): Promise<Tile[]> {
  if (slugs.length === 0) return []
  return (await listNamedTileRows(db, slugs, today)).map(toTile)
}
