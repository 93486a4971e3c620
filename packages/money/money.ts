/** The currencies Flora sells in. Minor units are always hundredths here. */
export type Currency = 'AUD'

/** An exact sum in one currency, counted in minor units (cents). The only money type in Flora. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

export function money(minor: number, currency: Currency): Money {
  // Above 2^53 integers lose cents silently, so we stop instead.
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of cents: ${minor}`)
  return { minor, currency }
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + b.minor, sharedCurrency(a, b))
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - b.minor, sharedCurrency(a, b))
}

export function times(a: Money, quantity: number): Money {
  return money(a.minor * quantity, a.currency)
}

export function total(sums: readonly Money[], currency: Currency): Money {
  return sums.reduce(add, money(0, currency))
}

/** A share in basis points (2500 = 25 %), rounded half up. Tax and discounts come through here. */
export function share(a: Money, basisPoints: number): Money {
  return money(floorDivide(a.minor * basisPoints + 5_000, 10_000), a.currency)
}

/** Splits a sum by weight without losing or inventing a cent: the parts always add up to `a`. */
export function allocate(a: Money, weights: readonly number[]): Money[] {
  const weightTotal = weights.reduce((sum, weight) => sum + weight, 0)
  if (weightTotal <= 0) throw new RangeError('allocate needs at least one positive weight')

  const parts = weights.map((weight) => floorDivide(a.minor * weight, weightTotal))
  const centsLeft = a.minor - parts.reduce((sum, part) => sum + part, 0)

  // The cents left over go to the parts that rounding down hurt most; ties go to the first.
  const mostHurtFirst = weights
    .map((weight, index) => ({ index, lost: remainder(a.minor * weight, weightTotal) }))
    .sort((x, y) => y.lost - x.lost || x.index - y.index)
  for (const { index } of mostHurtFirst.slice(0, centsLeft)) parts[index]! += 1

  return parts.map((part) => money(part, a.currency))
}

export function format(a: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: a.currency }).format(a.minor / 100)
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
