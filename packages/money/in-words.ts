import type { Money } from './money.ts'

/** As prose and choices say it: '$12', '$12.50', '−$31.50'. */
export function inProse(sum: Money): string {
  return sum.minor % 100 === 0 ? `${sign(sum)}$${dollars(sum)}` : inSum(sum)
}

/** As sums that stack are written: '$12.00', '−$31.50'. */
export function inSum(sum: Money): string {
  return `${sign(sum)}$${dollars(sum)}.${String(Math.abs(sum.minor) % 100).padStart(2, '0')}`
}

/** 'from $95' */
export function fromPrice(sum: Money): string {
  return `from ${inProse(sum)}`
}

/** '$14', and nothing to pay is 'Free'. */
export function orFree(sum: Money): string {
  return sum.minor === 0 ? 'Free' : inProse(sum)
}

// A real minus sign: a hyphen is too short beside figures.
function sign(sum: Money): string {
  return sum.minor < 0 ? '−' : ''
}

// Written out rather than by Intl, whose en-AU has a hyphen for a minus and may change with its tables.
function dollars(sum: Money): string {
  const whole = Math.trunc(Math.abs(sum.minor) / 100)
  return String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
