import type { Tile } from '@flora/contract/catalog.ts'
import { suggestionCount } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { listTiles, readShelfFor } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { findToldOfHerself } from './queries.ts'
import { byFavourites, favouritesMet, favouritesOf } from './suggestion.ts'

/** Products for somebody, those that meet most of her favourites first. */
export async function listSuggestions(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  accountId: AccountId,
): Promise<{ isPersonal: boolean; items: Tile[] }> {
  const { preferences } = await findToldOfHerself(db, accountId)
  const favourites = new Set(favouritesOf(preferences))
  const shelf = await readShelfFor(db, { now: clock.now(), values: [...favourites] })
  const shown = byFavourites(shelf, favourites).slice(0, suggestionCount)
  return {
    isPersonal: shown.some((product) => favouritesMet(product, favourites) > 0),
    items: await listTiles(
      db,
      shown.map(({ id }) => id),
    ),
  }
}
