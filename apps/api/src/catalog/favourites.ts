import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { Tile } from '@flora/contract/catalog.ts'
import type { ProductId } from '@flora/contract/ids.ts'
import type { Db } from '../platform/db.ts'
import { shelfIsEmpty } from './errors.ts'
import { type FavouredProduct, listFavoured, listTileRows } from './favourite-queries.ts'
import { toTile } from './product.ts'
import { findStanding } from './queries.ts'

// Far more products than a florist has. Beyond it, those furthest back on the shelf are not looked at.
const mostLookedAt = 2_000

/** What stands on the shelf now, in its order, with those of these facet values ('colour/pink') that each product has. */
export async function readShelfFor(
  db: Db,
  { now, values }: { now: Temporal.Instant; values: readonly string[] },
): Promise<FavouredProduct[]> {
  const standing = await findStanding(db)
  if (!standing) throw shelfIsEmpty()
  return listFavoured(db, { today: shopDayAt(now, standing.time_zone), values, limit: mostLookedAt })
}

/** Products as a shelf shows them, in the order asked. */
export async function listTiles(db: Db, ids: readonly ProductId[]): Promise<Tile[]> {
  return ids.length === 0 ? [] : (await listTileRows(db, ids)).map(toTile)
}
