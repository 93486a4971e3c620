import type { FacetName, ProductKind, Tint } from '@flora/contract/catalog.ts'
import type { ProductStatus } from '@flora/contract/catalog-desk.ts'

export const kindWords: Readonly<Record<ProductKind, string>> = {
  bouquet: 'Bouquet',
  arrangement: 'Arrangement',
  plant: 'Plant',
  dried: 'Dried flowers',
  'add-on': 'Add-on',
}

export const tintWords: Readonly<Record<Tint, string>> = {
  blush: 'Blush',
  butter: 'Butter',
  sage: 'Sage',
  sky: 'Sky',
  lilac: 'Lilac',
  clay: 'Clay',
}

export const facetWords: Readonly<Record<FacetName, string>> = {
  occasion: 'Occasion',
  season: 'Season',
  mood: 'Mood',
  colour: 'Colour',
  type: 'Flowers',
}

export const productStatusWords: Readonly<Record<ProductStatus, { readonly mark: string; readonly word: string }>> = {
  draft: { mark: 'pending', word: 'Draft' },
  live: { mark: 'delivered', word: 'In the shop' },
  archived: { mark: 'refunded', word: 'Archived' },
}

/** The pairs of a table of words, as a select takes them. */
export function choicesOf<V extends string>(words: Readonly<Record<V, string>>): { value: V; words: string }[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, words: words[value] }))
}
