import { ApiProblem, browserCarrier, type Client, createClient } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { useCallback, useEffect, useState } from 'react'
import { refreshCart, setCart, useCart } from '../../cart-store.ts'
import { problemOf } from './problem-of.ts'

/** What could not be done, and to which part of the cart. */
export interface Refused {
  readonly what: string
  readonly problem: Problem
}

/** The cart on the counter: what is in it now, what is being changed, what was refused. */
export interface CartDesk {
  readonly cart: Cart
  /** Ids of lines and deliveries, 'code' or 'buyer', that wait for the shop's answer. */
  readonly busy: ReadonlySet<string>
  readonly refused: Refused | undefined
  /** One change after another, in order; the shop's answer replaces the cart. Gives undefined when it was refused. */
  readonly change: (what: string, ask: (client: Client) => Promise<Cart>) => Promise<Cart | undefined>
  readonly forgive: () => void
}

let line: Promise<unknown> = Promise.resolve()

/** Starts from the cart the page came with and stays with the newest one known in this browser. */
export function useCartDesk(loaded: Cart): CartDesk {
  const { cart: stored } = useCart()
  const [adopted, setAdopted] = useState<Cart>()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Refused>()

  useEffect(() => {
    setCart(loaded)
    setAdopted(loaded)
  }, [loaded])

  const change = useCallback((what: string, ask: (client: Client) => Promise<Cart>): Promise<Cart | undefined> => {
    setBusy((before) => new Set(before).add(what))
    setRefused((before) => (before?.what === what ? undefined : before))
    const turn = line.then(async () => {
      try {
        const cart = await ask(createClient(browserCarrier()))
        setCart(cart)
        return cart
      } catch (error) {
        setRefused({ what, problem: problemOf(error) })
        // What was asked about may be gone: another tab, another day.
        if (error instanceof ApiProblem && error.problem.status === 404) void refreshCart()
        return undefined
      } finally {
        setBusy((before) => new Set([...before].filter((one) => one !== what)))
      }
    })
    line = turn
    return turn
  }, [])

  const forgive = useCallback(() => setRefused(undefined), [])
  const cart = adopted === loaded && stored !== undefined ? stored : loaded
  return { cart, busy, refused, change, forgive }
}
