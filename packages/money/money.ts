/** The currencies Flora sells in. Minor units are always hundredths here. */
export type Currency = 'AUD'

/** An exact sum in one currency, counted in minor units (cents). The only money type in Flora. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** Throws a RangeError for anything but whole cents. */
export function money(minor: number, currency: Currency): Money {
  // Above 2^53 integers lose cents silently, so we stop instead.
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of cents: ${minor}`)
  // Minus zero would be another value to a test and to a reader; there is one zero.
  return { minor: minor === 0 ? 0 : minor, currency }
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + b.minor, sharedCurrency(a, b))
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - b.minor, sharedCurrency(a, b))
}

/** The same sum the other way: money off, money back. */
export function negative(a: Money): Money {
  return money(-a.minor, a.currency)
}

export function times(a: Money, quantity: number): Money {
  return money(a.minor * quantity, a.currency)
}

export function total(sums: readonly Money[], currency: Currency): Money {
  return sums.reduce(add, money(0, currency))
}

/** A share in basis points (2500 = 25 %), rounded half up. Discounts come through here. */
export function share(a: Money, basisPoints: number): Money {
  return money(floorDivide(a.minor * basisPoints + 5_000, 10_000), a.currency)
}

/** How much of `whole` a part is, in basis points (2500 = 25 %), rounded half up; below zero for a loss. Of nothing there is no part. */
export function basisPointsOf(part: Money, whole: Money): number | undefined {
  if (whole.minor <= 0) return undefined
  return floorDivide(2 * 10_000 * part.minor + whole.minor, 2 * whole.minor)
}

/** Splits a sum by weight without losing or inventing a cent: the parts always add up to `a`. */
export function allocate(a: Money, weights: readonly number[]): Money[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('a weight is a whole number, not below zero')
  const weightTotal = weights.reduce((sum, weight) => sum + weight, 0)
  if (weightTotal <= 0) throw new RangeError('allocate needs at least one positive weight')

  const parts = weights.map((weight) => floorDivide(a.minor * weight, weightTotal))
  const centsLeft = a.minor - parts.reduce((sum, part) => sum + part, 0)

  // The cents left over go to the parts that rounding down hurt most; ties go to the first.
  const mostHurtFirst = weights
    .map((weight, index) => ({ index, lost: remainder(a.minor * weight, weightTotal) }))
    .toSorted((x, y) => y.lost - x.lost || x.index - y.index)
  for (const { index } of mostHurtFirst.slice(0, centsLeft)) parts[index]! += 1

  return parts.map((part) => money(part, a.currency))
}

/**
 * The GST inside a GST-inclusive sum: sum × r ÷ (1 + r), rounded half up to the cent. `basisPoints` is 1000 for 10 %.
 */
export function gstContained(sum: Money, basisPoints: number): Money {
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0)
    throw new RangeError(`not a rate in basis points: ${basisPoints}`)
  const divisor = 10_000 + basisPoints
  // Half up: ⌊(2n + d) ÷ 2d⌋ is n ÷ d rounded, in whole numbers.
  return money(floorDivide(2 * sum.minor * basisPoints + divisor, 2 * divisor), sum.currency)
}

/** For sorting: negative when `a` is the smaller one. */
export function compare(a: Money, b: Money): number {
  sharedCurrency(a, b)
  return a.minor - b.minor
}

export function isLess(a: Money, b: Money): boolean {
  return compare(a, b) < 0
}

export function isSame(a: Money, b: Money): boolean {
  return compare(a, b) === 0
}

export function isZero(a: Money): boolean {
  return a.minor === 0
}

/** The smaller of two sums: what a gift card or a refund can cover. */
export function least(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b
}

function sharedCurrency(a: Money, b: Money): Currency {
  if (a.currency !== b.currency) throw new TypeError(`cannot mix ${a.currency} with ${b.currency}`)
  return a.currency
}

// Whole-number arithmetic throughout: a floating-point quotient could round a cent the wrong way.
function floorDivide(n: number, d: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`too large to divide exactly: ${n}`)
  return (n - remainder(n, d)) / d
}

function remainder(n: number, d: number): number {
  return ((n % d) + d) % d
}

/** A sum as a decimal number, 118.5 for $118.50: for spreadsheets, which add such numbers up. Never to go on reckoning with. */
export function inUnits({ minor }: Money): number {
  return minor / 100
}
