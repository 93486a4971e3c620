import type { CartDelivery } from '@flora/contract/cart.ts'
import { price } from '../../words/money.ts'

/** What a new postcode changed, in a sentence; nothing when it changed nothing worth saying. */
export function placeNews(before: CartDelivery, after: CartDelivery): string | undefined {
  if (before.postcode === after.postcode) return undefined
  const place = after.suburb ?? (after.suburbs.length === 1 ? after.suburbs[0] : undefined) ?? after.postcode ?? 'That'
  const zone = after.zone !== undefined && after.zone !== before.zone ? `${place} is zone ${after.zone}` : undefined
  const cost =
    before.window !== undefined && after.window !== undefined && before.fee.minor !== after.fee.minor
      ? `delivery is ${price(after.fee)} now, it was ${price(before.fee)}`
      : undefined
  const lost = before.window !== undefined && after.window === undefined ? 'please choose the window again' : undefined
  const parts = [zone, cost, lost].filter((part) => part !== undefined)
  if (parts.length === 0) return undefined
  const [first = '', ...rest] = parts
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${rest.length > 0 ? `: ${rest.join(', ')}` : ''}.`
}
