import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import { useSyncExternalStore } from 'react'

export interface CartState {
  readonly cart: Cart | undefined
  /** 'failed' keeps the last cart that was known. */
  readonly state: 'unknown' | 'loading' | 'known' | 'failed'
}

const nothingYet: CartState = { cart: undefined, state: 'unknown' }
let current: CartState = nothingYet
let asking: Promise<void> | undefined
const listeners = new Set<() => void>()

/** The cart of this browser: its state, `refresh` to ask the shop again, `set` after a change that answered with the cart. */
export function useCart(): CartState & { refresh: () => Promise<void>; set: (cart: Cart) => void } {
  const now = useSyncExternalStore(
    listen,
    () => current,
    () => nothingYet,
  )
  return { ...now, refresh: refreshCart, set: setCart }
}

/** Asks the shop for the cart; several askers at once share one request. */
export function refreshCart(): Promise<void> {
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}

/** Takes the cart that a change answered with. */
export function setCart(cart: Cart): void {
  tell({ cart, state: 'known' })
}

async function ask(): Promise<void> {
  if (current.cart === undefined) tell({ cart: undefined, state: 'loading' })
  try {
    setCart(await createClient(browserCarrier()).call('GET /cart', {}))
  } catch {
    tell({ cart: current.cart, state: 'failed' })
  }
}

function tell(next: CartState): void {
  current = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
