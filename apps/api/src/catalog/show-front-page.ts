import type { FrontPage } from '@flora/contract/catalog.ts'
import type { Db } from '../platform/db.ts'
import { shelfIsEmpty } from './errors.ts'
import { toTile } from './product.ts'
import { findFrontPage } from './product-queries.ts'
import type { Shelf } from './shelf.ts'

/** The collection whose first product in season is the shop's face. */
const frontCollection = 'spring-list'
const benchPlaces = 5
// Some of them may be sold out today.
const candidates = 16

/** What the home page shows: one product large, five on the bench beside it, and the ways into the shop. */
export async function showFrontPage(db: Db, shelf: Shelf): Promise<FrontPage> {
  const row = await shelf.ask(({ today }) =>
    findFrontPage(db, { today, month: Temporal.PlainDate.from(today).month, collection: frontCollection, candidates }),
  )
  const all = row.candidates ?? []
  const [face, ...others] = [
    ...all.filter(({ pieces }) => pieces === null || pieces > 0),
    ...all.filter(({ pieces }) => pieces !== null && pieces <= 0),
  ]
  if (!face) throw shelfIsEmpty()
  return {
    hero: { ...toTile(face), facts: face.facts, summary: face.summary, number: face.position + 1 },
    bench: others.slice(0, benchPlaces).map(toTile),
    totals: row.totals ?? [],
    seasons: (row.seasons ?? []).map(({ name, latin_name, months }) => ({ name, latinName: latin_name ?? '', months })),
    occasions: row.occasions ?? [],
    collections: row.collections ?? [],
  }
}
