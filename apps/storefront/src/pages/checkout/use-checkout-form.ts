import type { Buyer, Cart, CartDelivery } from '@flora/contract/cart.ts'
import { useCallback, useEffect, useState } from 'react'
import { afterPress } from '../../components/payment/after-press.ts'
import type { CartDesk } from '../cart/use-cart-desk.ts'
import { type DeliveryDraft, deliveryDraftOf, type Draft, draftOf, unsavedOf, withUnsaved } from './draft.ts'
import { rememberedTyping, rememberTyping } from './unsaved-store.ts'
import { useSaving } from './use-saving.ts'

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

/** The fields of the checkout: typed here, kept in this browser at once, saved to the cart on leaving a field. */
export function useCheckoutForm(desk: CartDesk): CheckoutForm {
  const { cart } = desk
  const [typed, setDraft] = useState(() => draftOf(cart))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [news, setNews] = useState<Readonly<Record<string, string>>>({})
  const draft = withAll(typed, cart)
  useRememberedTyping(draft, cart, setDraft)
  const tell = useCallback((id: string, sentence: string) => setNews((before) => ({ ...before, [id]: sentence })), [])
  const { flush, saveSoon } = useSaving(draft, desk, tell)

  const setBuyer = useCallback(
    (change: Partial<Buyer>) => setDraft((before) => ({ ...before, buyer: { ...before.buyer, ...change } })),
    [],
  )
  const setDelivery = useCallback(
    (id: CartDelivery['id'], change: Partial<DeliveryDraft>) => {
      const delivery = cart.deliveries.find((one) => one.id === id)
      if (delivery !== undefined) setDraft((before) => withDelivery(before, delivery, change))
      // Ticks and choices are never "left", and typing may never be; what is whole is saved when the hands rest.
      saveSoon()
    },
    [cart, saveSoon],
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
    draft,
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

type SetDraft = (change: (before: Draft) => Draft) => void

// What an earlier visit typed comes back on top of what the shop has; the server could not know of it.
function useRememberedTyping(draft: Draft, cart: Cart, setDraft: SetDraft): void {
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    const remembered = rememberedTyping()
    setDraft((before) => withUnsaved(before, remembered))
    setRestored(true)
  }, [setDraft])
  // Before that, the page's first fields would overwrite what is remembered.
  useEffect(() => {
    if (restored) rememberTyping(unsavedOf(draft, cart))
  }, [restored, draft, cart])
  // One suburb to a postcode is filled in; two or more are asked for, and one that was typed is never replaced.
  useEffect(() => {
    setDraft((before) => cart.deliveries.reduce(withOnlySuburb, before))
  }, [cart, setDraft])
}

function withOnlySuburb(draft: Draft, delivery: CartDelivery): Draft {
  const typed = draft.deliveries[delivery.id]
  const [suburb, ...others] = delivery.suburbs
  if (typed === undefined || suburb === undefined || others.length > 0) return draft
  if (typed.suburb.trim() !== '' || typed.postcode !== delivery.postcode) return draft
  return withDelivery(draft, delivery, { suburb })
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
