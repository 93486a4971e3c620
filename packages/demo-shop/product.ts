import type { ProductKind, Tint } from '@flora/contract/catalog.ts'
import type { FacetChoice } from './facets.ts'
import { paragraphs, sentence } from './prose.ts'
import type { DemoProduct, DemoVariant, Drawing } from './shape.ts'
import type { StemKey } from './stems.ts'

export type Recipe = Readonly<Partial<Record<StemKey, number>>>

/** A product as its author writes it: wrapped prose, headings as keys, recipes as "stem: how many". */
export interface Draft {
  readonly slug: string
  readonly name: string
  readonly latinName: string
  readonly tint: Tint
  readonly summary: string
  readonly description: string
  readonly care: Readonly<Record<string, string>>
  readonly facts: Readonly<Record<string, string>>
  readonly seasonMonths?: readonly number[]
  readonly leadDays?: number
  readonly stockBy: DemoProduct['stockBy']
  readonly drawing: Drawing
  readonly variants: readonly DemoVariant[]
  readonly facets: FacetChoice
  readonly addOns?: readonly string[]
  readonly alt: string
}

/** Turns drafts of one kind into products. Pictures have no ground of their own, so that the product's tint shows. */
export function products(kind: ProductKind, drafts: readonly Draft[]): readonly DemoProduct[] {
  return drafts.map((draft) => ({
    ...draft,
    kind,
    summary: sentence(draft.summary),
    description: paragraphs(draft.description),
    care: Object.entries(draft.care).map(([heading, text]) => ({ heading, text: sentence(text) })),
    facts: Object.entries(draft.facts).map(([term, text]) => ({ term, text: sentence(text) })),
    drawing: { ...draft.drawing, background: 'none' },
    alt: sentence(draft.alt),
  }))
}

export interface Size {
  readonly measure?: string
  readonly price: number
  readonly bench: number
  /** Height and width in centimetres. */
  readonly cm?: readonly [number, number]
  readonly onHand?: number
  readonly recipe: Recipe
}

/** One size. The price is in cents; the measure counts the stems unless it is given. */
export function size(key: string, name: string, given: Size): DemoVariant {
  const recipe = Object.entries(given.recipe).map(([stem, count]) => ({ stem, count }))
  const stems = recipe.reduce((sum, line) => sum + line.count, 0)
  return {
    key,
    name,
    measure: given.measure ?? `${stems} stems`,
    priceMinor: given.price,
    benchMinutes: given.bench,
    ...(given.cm ? { heightCm: given.cm[0], widthCm: given.cm[1] } : {}),
    ...(given.onHand === undefined ? {} : { onHand: given.onHand }),
    recipe,
  }
}

export function small(given: Size): DemoVariant {
  return size('small', 'Small', given)
}

export function medium(given: Size): DemoVariant {
  return size('medium', 'Medium', given)
}

export function large(given: Size): DemoVariant {
  return size('large', 'Large', given)
}

/** For what comes in one size. */
export function only(given: Size): DemoVariant {
  return size('one', 'One size', given)
}
