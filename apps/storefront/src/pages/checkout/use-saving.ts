import type { Cart, CartDelivery } from '@flora/contract/cart.ts'
import { useCallback, useEffect, useRef } from 'react'
import type { CartDesk } from '../cart/use-cart-desk.ts'
import { buyerChange, deliveryChange, type Draft } from './draft.ts'
import { placeNews } from './place-news.ts'

/** Says what a new postcode changed for a delivery. */
type Tell = (deliveryId: string, sentence: string) => void

export interface Saving {
  /** Saves now and gives the cart as saved; nothing when the shop could not be told all of it. */
  readonly flush: () => Promise<Cart | undefined>
  /** Saves when the hands have rested for a moment. */
  readonly saveSoon: () => void
}

interface Now {
  readonly draft: Draft
  readonly desk: CartDesk
}

const restMs = 700

/** Brings what was typed to the shop: a moment after a field was left, when the line comes back, and before paying. */
export function useSaving(draft: Draft, desk: CartDesk, tell: Tell): Saving {
  const now = useRef<Now>({ draft, desk })
  useEffect(() => {
    now.current = { draft, desk }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = useCallback(() => {
    // What waits for rested hands goes out now. Left alone it would come after the order, for a cart that is no more.
    clearTimeout(timer.current)
    return saveAll(now.current, tell)
  }, [tell])
  const saveSoon = useCallback((): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), restMs)
  }, [flush])
  useEffect(() => {
    const back = (): void => void flush()
    addEventListener('online', back)
    return () => {
      removeEventListener('online', back)
      clearTimeout(timer.current)
    }
  }, [flush])
  return { flush, saveSoon }
}

async function saveAll({ draft, desk }: Now, tell: Tell): Promise<Cart | undefined> {
  const answers: Promise<Cart | undefined>[] = []
  const buyer = buyerChange(draft.buyer, desk.cart.buyer)
  if (buyer !== undefined)
    answers.push(desk.change('buyer', (client) => client.call('PUT /cart/buyer', { body: buyer })))
  for (const delivery of desk.cart.deliveries) {
    const typed = draft.deliveries[delivery.id]
    const body = typed && deliveryChange(typed, delivery)
    if (body === undefined) continue
    const params = { deliveryId: delivery.id }
    const answer = desk.change(delivery.id, (client) =>
      client.call('PATCH /cart/deliveries/:deliveryId', { params, body }),
    )
    answers.push(answer)
    void tellNews(delivery, answer, tell)
  }
  const saved = await Promise.all(answers)
  if (saved.some((answer) => answer === undefined)) return undefined
  return saved.at(-1) ?? desk.cart
}

async function tellNews(before: CartDelivery, answer: Promise<Cart | undefined>, tell: Tell): Promise<void> {
  const after = (await answer)?.deliveries.find((one) => one.id === before.id)
  const sentence = after && placeNews(before, after)
  if (sentence !== undefined) tell(before.id, sentence)
}
