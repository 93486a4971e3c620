import type { CartRow, Look } from './queries.ts'

/** A cart as this process saved it last, and what it saw left of the stock then. */
export interface LastSaved {
  readonly cart: CartRow
  readonly stock: Look['stock']
}

// Whoever changes or places a cart changed it a moment ago. It is a guess: that the cart still stands so is asked by the statement that
// saves or places it, and nobody is turned away by what was only remembered.
const carts = new Map<string, LastSaved>()
const mostRemembered = 500

export function recallCart(tokenHash: string): LastSaved | undefined {
  return carts.get(tokenHash)
}

export function rememberCart(tokenHash: string, saved: LastSaved): void {
  carts.delete(tokenHash)
  carts.set(tokenHash, saved)
  if (carts.size > mostRemembered) carts.delete(carts.keys().next().value!)
}

export function forgetCart(tokenHash: string): void {
  carts.delete(tokenHash)
}
