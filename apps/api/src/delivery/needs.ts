import type { VariantId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { takenByOne, type VariantForSale } from '../catalog/index.ts'
import type { StockNeed } from '../stock/index.ts'
import { askedOfCalendar } from './goods.ts'
import { soldOut } from './obstacle.ts'
import type { Season } from './season.ts'

export interface Line {
  readonly variantId: VariantId
  readonly quantity: number
}

/** What some products together need of a day. */
export interface Needs {
  readonly leadDays: number
  readonly season: Season
  readonly benchMinutes: number
  /** When no day will do: there is not enough, or it is not sold any more. */
  readonly soldOut: Obstacle | undefined
}

// Nobody has chosen anything yet: a day on which not even the smallest thing can be tied is no day.
const ofAnything: Needs = { leadDays: 0, season: undefined, benchMinutes: 1, soldOut: undefined }

/** The needs of a cart's lines. `left` is what the shelf has of each counted item. */
export function needsOf(
  lines: readonly Line[],
  variants: ReadonlyMap<VariantId, VariantForSale>,
  left: ReadonlyMap<string, number>,
): Needs {
  if (lines.length === 0) return ofAnything
  const known = lines.flatMap(({ variantId, quantity }) => {
    const variant = variants.get(variantId)
    return variant?.isForSale ? [{ variant, quantity }] : []
  })
  const { leadDays, seasonMonths } = askedOfCalendar(known.map(({ variant }) => variant))
  return {
    leadDays,
    season: seasonMonths,
    benchMinutes: known.reduce((sum, { variant, quantity }) => sum + variant.benchMinutes * quantity, 0),
    soldOut: whySoldOut(lines, known, left),
  }
}

/** What lines take from the shelf, each counted item once. */
export function stockNeeds(
  lines: readonly { variant: Pick<VariantForSale, 'variantId' | 'stockBy' | 'recipe'>; quantity: number }[],
): StockNeed[] {
  const needed = new Map<string, number>()
  for (const { variant, quantity } of lines) {
    for (const item of takenByOne(variant))
      needed.set(item.itemId, (needed.get(item.itemId) ?? 0) + item.quantity * quantity)
  }
  return [...needed].map(([itemId, quantity]) => ({ itemId, quantity }))
}

function whySoldOut(
  lines: readonly Line[],
  known: readonly { variant: VariantForSale; quantity: number }[],
  left: ReadonlyMap<string, number>,
): Obstacle | undefined {
  if (known.length < lines.length) return soldOut(true)
  return stockNeeds(known).some(({ itemId, quantity }) => quantity > (left.get(itemId) ?? 0))
    ? soldOut(false)
    : undefined
}
