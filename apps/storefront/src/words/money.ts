import type { Money } from '@flora/money/money.ts'

/** '$12' in prose and choices, '$12.50' when there are cents. */
export function price(sum: Money): string {
  return cents(sum).replace(/\.00$/, '')
}

/** '$12.00' in sums that stack, '−$31.50' for money off. */
export function cents(sum: Money): string {
  const [whole = '', part = ''] = decimal(sum).split('.')
  // A real minus sign: a hyphen is too short beside lining figures.
  const sign = whole.startsWith('-') ? '−' : ''
  return `${sign}$${grouped(whole.replace('-', ''))}.${part}`
}

/** '$14', or 'Free'. */
export function priceOrFree(sum: Money): string {
  return sum.minor === 0 ? 'Free' : price(sum)
}

/** '-31.50', as machines read it. Written from the digits: nothing is divided, so nothing is rounded. */
export function decimal(sum: Money): string {
  const digits = String(Math.abs(sum.minor)).padStart(3, '0')
  return `${sum.minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function grouped(whole: string): string {
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
