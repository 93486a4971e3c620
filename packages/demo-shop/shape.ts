import type { FacetName, ProductKind, Tint } from '@flora/contract/catalog.ts'

/** What the demo shop is made of. The loader turns it into rows; ids are derived from slugs, so loading twice gives the same shop. */
export interface DemoShop {
  readonly shop: DemoFacts
  readonly stems: readonly DemoStem[]
  readonly facets: readonly { facet: FacetName; value: string; label: string }[]
  readonly products: readonly DemoProduct[]
  readonly collections: readonly { slug: string; name: string; description: string; products: readonly string[] }[]
  readonly zones: readonly DemoZone[]
  /** Days relative rules are written out by the loader from today's year on. */
  readonly closures: readonly { day: string; zone?: string; reason: string }[]
  readonly surges: readonly { name: string; from: string; until: string; feeMinor: number }[]
  readonly promotions: readonly DemoPromotion[]
  readonly giftCards: readonly { code: string; balanceMinor: number; expiresDay?: string }[]
  readonly content: readonly DemoContent[]
}

export interface DemoFacts {
  readonly name: string
  readonly tagline: string
  readonly timeZone: string
  readonly currency: 'AUD'
  readonly gstBasisPoints: number
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly abn: string
  readonly hours: readonly { days: string; text: string }[]
  /** Monday first. */
  readonly benchMinutes: readonly [number, number, number, number, number, number, number]
}

export interface DemoStem {
  /** 'rose-blush' */
  readonly key: string
  readonly name: string
  /** The illustrator's species and colour. */
  readonly species: string
  readonly colour?: string
  /** Stems on hand, for products that are counted by stem. */
  readonly onHand: number
  /** How many the grower ties together, who she is, and how long they are good; for what is cut. */
  readonly cut?: {
    readonly bunch: number
    readonly grower: string
    readonly vaseDays: number
    readonly costMinor: number
  }
}

/** The illustrator's options besides the recipe: presentation, paper, ribbon, vase, pot. */
export type Drawing = Readonly<Record<string, unknown>>

export interface DemoProduct {
  readonly slug: string
  readonly name: string
  readonly latinName: string
  readonly kind: ProductKind
  readonly tint: Tint
  readonly summary: string
  readonly description: readonly string[]
  readonly care: readonly { heading: string; text: string }[]
  readonly facts: readonly { term: string; text: string }[]
  readonly seasonMonths?: readonly number[]
  readonly leadDays?: number
  readonly stockBy: 'variant' | 'stems' | 'nothing'
  readonly drawing: Drawing
  readonly variants: readonly DemoVariant[]
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>
  /** Slugs of add-ons; absent means the shop's usual four. */
  readonly addOns?: readonly string[]
  readonly alt: string
}

export interface DemoVariant {
  /** 'small' */
  readonly key: string
  readonly name: string
  readonly measure: string
  readonly priceMinor: number
  readonly benchMinutes: number
  readonly heightCm?: number
  readonly widthCm?: number
  /** Pieces on hand, for products that are counted by variant. */
  readonly onHand?: number
  readonly recipe: readonly { stem: string; count: number }[]
}

export interface DemoZone {
  readonly key: string
  readonly name: string
  readonly pickUp?: boolean
  readonly places: readonly { postcode: string; suburbs: readonly string[] }[]
  readonly windows: readonly DemoWindow[]
}

export interface DemoWindow {
  readonly key: string
  readonly method: 'standard' | 'express' | 'pick-up'
  readonly name: string
  readonly starts: string
  readonly ends: string
  /** ISO weekdays, Monday = 1. */
  readonly weekdays: readonly number[]
  readonly feeMinor: number
  readonly capacity: number
  readonly cutOff: string
  readonly cutOffDaysBefore: number
}

export interface DemoPromotion {
  readonly code: string
  readonly label: string
  readonly kind: 'percent' | 'fixed' | 'free-delivery'
  readonly basisPoints?: number
  readonly amountMinor?: number
  readonly minimumGoodsMinor?: number
  readonly fromDay?: string
  readonly untilDay?: string
  readonly useLimit?: number
  readonly firstOrderOnly?: boolean
}

export interface DemoContent {
  readonly slug: string
  readonly kind: 'journal' | 'care' | 'page'
  readonly title: string
  readonly summary: string
  readonly markdown: string
  readonly tint: Tint
  readonly drawing?: Drawing & { recipe: readonly { stem: string; colour?: string; count: number }[] }
  readonly alt?: string
  readonly products?: readonly string[]
  /** What it has in common with others: a word for people, and the same for addresses. */
  readonly tags?: readonly { readonly slug: string; readonly label: string }[]
  readonly author?: string
  /** Days before today on which it was published; negative for one that is scheduled. */
  readonly publishedDaysAgo: number
  /** Days before today on which its words last changed, when that was later. */
  readonly changedDaysAgo?: number
}
