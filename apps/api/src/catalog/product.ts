import type { Picture, ProductKind, Tile, Tint } from '@flora/contract/catalog.ts'
import type { ProductId } from '@flora/contract/ids.ts'
import { type Currency, money } from '@flora/money/money.ts'

/** The one currency of the catalogue's columns. */
export const catalogCurrency: Currency = 'AUD'

/** Up to this many pieces a shelf says how many are left; more is no news. */
export const fewLeft = 5

export interface TileRow {
  readonly id: ProductId
  readonly slug: string
  readonly name: string
  readonly latin_name: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly picture_id: string | null
  readonly picture_alt: string | null
  readonly from_minor: number
  readonly sizes: number
  /** Pieces that can still be sold; null when nothing is counted. */
  readonly pieces: number | null
}

/** A product as a shelf shows it. */
export function toTile(row: TileRow): Tile {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    latinName: row.latin_name,
    kind: row.kind,
    tint: row.tint,
    picture: pictureFor(row.name, row.picture_id, row.picture_alt),
    from: money(row.from_minor, catalogCurrency),
    hasSizes: row.sizes > 1,
    ...availability(row.pieces),
  }
}

/** Whether it is sold out, and how many are left when that is few. */
export function availability(pieces: number | null): { soldOut: boolean; left?: number } {
  if (pieces === null || pieces > fewLeft) return { soldOut: false }
  return pieces <= 0 ? { soldOut: true } : { soldOut: false, left: pieces }
}

/** A product that nobody has drawn yet still has a place on the shelf: the illustrator draws an empty vase under this id. */
export function pictureFor(name: string, id: string | null, alt: string | null): Picture {
  return id === null ? { id: 'no-picture', alt: name } : { id, alt: alt ?? name }
}

/** How much a facet in common says about likeness: two peony bouquets are alike, two things for a birthday are hardly. */
export const likeness = { type: 4, colour: 3, mood: 2, occasion: 1, season: 1, stem: 2 } as const
