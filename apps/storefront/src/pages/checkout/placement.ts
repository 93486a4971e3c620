import type { OrderView } from '@flora/contract/orders.ts'

/** Where a placement is remembered: the tab's own memory, which outlives a reload and not the visit. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One attempt at placing one state of a cart. The same key always gives the same order. */
export interface Placement {
  readonly key: string
  readonly cartVersion: number
  readonly toPayMinor: number
  /** Her yes to later charges, for the subscriptions in it. */
  readonly mayCharge?: boolean
  /** The order's link, once the shop has answered. */
  readonly link?: OrderView['link']
}

const place = 'flora.placement'

/** What the checkout tells the order page when a card has just gone to the bank. */
export const justPaidState = 'just-paid'

/** The key for this cart: kept for a double press, a retry and a reload; new when the cart or its price is another. */
export function placementFor(
  memory: Memory,
  wanted: Pick<Placement, 'cartVersion' | 'toPayMinor' | 'mayCharge'>,
  newKey: () => string,
): Placement {
  const known = placementIn(memory)
  if (
    known !== undefined &&
    known.link === undefined &&
    known.cartVersion === wanted.cartVersion &&
    known.toPayMinor === wanted.toPayMinor &&
    known.mayCharge === wanted.mayCharge
  )
    return known
  const placement = { key: newKey(), ...wanted }
  keep(memory, placement)
  return placement
}

/** Remembers which order came of it, so that every further try pays that one. */
export function rememberOrder(memory: Memory, placement: Placement, link: OrderView['link']): void {
  keep(memory, { ...placement, link })
}

/** Called when the order is paid, cancelled or run out, or the shop will not have the key: the next press is a new attempt. */
export function forgetPlacement(memory: Memory): void {
  quietly(() => memory.removeItem(place))
}

export function placementIn(memory: Memory): Placement | undefined {
  const text = quietly(() => memory.getItem(place))
  if (!text) return undefined
  const found = quietly(() => JSON.parse(text) as Placement)
  return typeof found?.key === 'string' && Number.isInteger(found.cartVersion) ? found : undefined
}

/** 32 letters and digits that nobody else will think of. */
export function newPlacementKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => alphabet[byte & 31]).join('')
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function keep(memory: Memory, placement: Placement): void {
  quietly(() => memory.setItem(place, JSON.stringify(placement)))
}

// A browser may refuse its memory; then the key lives as long as the page, which still makes a double press safe.
function quietly<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
