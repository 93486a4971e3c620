import type { Buyer, Cart, CartDelivery } from '@flora/contract/cart.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { afterPress } from '../../components/payment/after-press.ts'
import type { CartDesk } from '../cart/use-cart-desk.ts'
import {
  buyerChange,
  type DeliveryDraft,
  deliveryChange,
  deliveryDraftOf,
  type Draft,
  draftOf,
  unsavedOf,
  withUnsaved,
} from './draft.ts'
import { placeNews } from './place-news.ts'
import { rememberedTyping, rememberTyping } from './unsaved-store.ts'

export interface CheckoutForm {
  readonly draft: Draft
  /** Fields whose faults may be shown: those that were left, and all once somebody pressed Pay. */
  readonly left: ReadonlySet<string>
  /** What a new postcode changed, by delivery. */
  readonly news: Readonly<Record<string, string>>
  /** The line is down; typing is kept in this browser. */
  readonly offline: boolean
  readonly setBuyer: (change: Partial<Buyer>) => void
  readonly setDelivery: (id: CartDelivery['id'], change: Partial<DeliveryDraft>) => void
  /** A field was left: its fault may show, and what can be saved is saved. */
  readonly leave: (id: string) => void
  readonly showAllFaults: (ids: readonly string[]) => void
  /** Saves what is not saved and gives the cart as saved; nothing when the shop could not be told all of it. */
  readonly flush: () => Promise<Cart | undefined>
}

const restMs = 700

/** The fields of the checkout: typed here, kept in this browser at once, saved to the cart on leaving a field. */
export function useCheckoutForm(desk: CartDesk): CheckoutForm {
  const { cart } = desk
  const [draft, setDraft] = useState(() => draftOf(cart))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [news, setNews] = useState<Readonly<Record<string, string>>>({})
  const now = useRef({ draft, desk })
  now.current = { draft: withAll(draft, cart), desk }

  // What an earlier visit typed comes back on top of what the shop has; the server could not know of it.
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    const remembered = rememberedTyping()
    setDraft((typed) => withUnsaved(typed, remembered))
    setRestored(true)
  }, [])
  // Before that, the page's first fields would overwrite what is remembered.
  useEffect(() => {
    if (restored) rememberTyping(unsavedOf(now.current.draft, cart))
  }, [restored, draft, cart])

  const flush = useCallback(
    () => saveAll(now, (id, sentence) => setNews((before) => ({ ...before, [id]: sentence }))),
    [],
  )
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
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

  // One suburb to a postcode is filled in; two or more are asked for.
  useEffect(() => {
    for (const delivery of cart.deliveries) {
      const typed = now.current.draft.deliveries[delivery.id]
      if (typed === undefined || typed.postcode !== delivery.postcode || delivery.suburbs.length !== 1) continue
      if (!delivery.suburbs.some((suburb) => suburb.toLowerCase() === typed.suburb.trim().toLowerCase())) {
        setDraft((before) => withDelivery(before, delivery, { suburb: delivery.suburbs[0]! }))
        saveSoon()
      }
    }
  }, [cart, saveSoon])

  const setBuyer = useCallback(
    (change: Partial<Buyer>) => setDraft((before) => ({ ...before, buyer: { ...before.buyer, ...change } })),
    [],
  )
  const setDelivery = useCallback(
    (id: CartDelivery['id'], change: Partial<DeliveryDraft>) => {
      const delivery = now.current.desk.cart.deliveries.find((one) => one.id === id)
      if (delivery !== undefined) setDraft((before) => withDelivery(before, delivery, change))
      // Ticks and choices are never "left"; they are saved like a field that was.
      if ('anonymous' in change || 'substitution' in change || 'cardMessage' in change || 'name' in change) saveSoon()
    },
    [saveSoon],
  )
  const leave = useCallback(
    (id: string) => {
      afterPress(() => setLeft((before) => (before.has(id) ? before : new Set(before).add(id))))
      saveSoon()
    },
    [saveSoon],
  )
  const showAllFaults = useCallback((ids: readonly string[]) => setLeft((before) => new Set([...before, ...ids])), [])

  return {
    draft: now.current.draft,
    left,
    news,
    offline: desk.refused?.problem.status === 0,
    setBuyer,
    setDelivery,
    leave,
    showAllFaults,
    flush,
  }
}

interface Now {
  readonly draft: Draft
  readonly desk: CartDesk
}

async function saveAll(
  now: { readonly current: Now },
  tell: (id: string, sentence: string) => void,
): Promise<Cart | undefined> {
  const { draft, desk } = now.current
  const answers: Promise<Cart | undefined>[] = []
  const buyer = buyerChange(draft.buyer, desk.cart.buyer)
  if (buyer !== undefined)
    answers.push(desk.change('buyer', (client) => client.call('PUT /cart/buyer', { body: buyer })))
  for (const delivery of desk.cart.deliveries) {
    const typed = draft.deliveries[delivery.id]
    const body = typed && deliveryChange(typed, delivery)
    if (body === undefined) continue
    const answer = desk.change(delivery.id, (client) =>
      client.call('PATCH /cart/deliveries/:deliveryId', { params: { deliveryId: delivery.id }, body }),
    )
    answers.push(answer)
    void answer.then((cart) => {
      const after = cart?.deliveries.find((one) => one.id === delivery.id)
      const sentence = after && placeNews(delivery, after)
      if (sentence !== undefined) tell(delivery.id, sentence)
    })
  }
  const saved = await Promise.all(answers)
  if (saved.some((answer) => answer === undefined)) return undefined
  return saved.at(-1) ?? desk.cart
}

function withDelivery(draft: Draft, delivery: CartDelivery, change: Partial<DeliveryDraft>): Draft {
  const typed = draft.deliveries[delivery.id] ?? deliveryDraftOf(delivery)
  return { ...draft, deliveries: { ...draft.deliveries, [delivery.id]: { ...typed, ...change } } }
}

// A delivery that came to the cart since has its fields from there.
function withAll(draft: Draft, cart: Cart): Draft {
  const unknown = cart.deliveries.filter((delivery) => draft.deliveries[delivery.id] === undefined)
  return unknown.length === 0
    ? draft
    : { ...draft, deliveries: { ...draftOf({ ...cart, deliveries: unknown }).deliveries, ...draft.deliveries } }
}
