import type { Product, Variant } from '@flora/contract/catalog.ts'
import type { CalendarDay, CalendarWindow } from '@flora/contract/delivery.ts'
import { total, type Money } from '@flora/money/money.ts'

/** What the visitor has chosen so far. */
export interface Purchase {
  readonly variant: Variant
  readonly addOns: Product['addOns']
  readonly day?: CalendarDay
  readonly window?: CalendarWindow
}

/** The size most people take: the middle one that is to be had. */
export function usualVariant(product: Product): Variant {
  const there = product.variants.filter((variant) => !variant.soldOut)
  const from = there.length > 0 ? there : product.variants
  return from[Math.floor(from.length / 2)]!
}

/** The sum as the page shows it; the shop computes the one that counts. */
export function sumOf({ variant, addOns, window }: Purchase): Money {
  return total([variant.price, ...addOns.map((one) => one.price), ...(window ? [window.fee] : [])], 'AUD')
}
