import type { Money } from '@flora/money/money.ts'

/** '$12' in prose and choices, '$12.50' when there are cents. */
export function price(sum: Money): string {
  return sum.minor % 100 === 0 ? `${sign(sum)}$${grouped(Math.abs(sum.minor) / 100)}` : cents(sum)
}

/** '$12.00' in sums that stack, '−$31.50' for money off. */
export function cents(sum: Money): string {
  const minor = Math.abs(sum.minor)
  return `${sign(sum)}$${grouped(Math.floor(minor / 100))}.${String(minor % 100).padStart(2, '0')}`
}

/** '$14', or 'Free'. */
export function priceOrFree(sum: Money): string {
  return sum.minor === 0 ? 'Free' : price(sum)
}

// A real minus sign: a hyphen is too short beside lining figures.
function sign(sum: Money): string {
  return sum.minor < 0 ? '−' : ''
}

function grouped(whole: number): string {
  return String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
