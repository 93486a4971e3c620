import type { Cart, CartDelivery } from '@flora/contract/cart.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Fault } from './faults.ts'

export interface OpenParts {
  /** What a delivery's section needs to know of being open or folded. */
  readonly of: (id: CartDelivery['id']) => {
    open: boolean
    onOpen: () => void
    choosing: boolean
    onChoose: (choosing: boolean) => void
  }
  /** Unfolds what hides a field and puts the focus into it. */
  readonly reveal: (fault: Pick<Fault, 'fieldId'>) => void
  /** Opens the days of a delivery. */
  readonly showDays: (id: CartDelivery['id']) => void
}

/** Which deliveries are unfolded: the first, whatever needs a hand, and what was opened since. Nothing folds by itself. */
export function useOpenParts(cart: Cart): OpenParts {
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(cart.deliveries.filter(needsHand).map(({ id }) => id)),
  )
  const [choosing, setChoosing] = useState<string>()
  const wanted = useRef<string>(undefined)

  // The field may only just have been drawn.
  useEffect(() => {
    if (wanted.current === undefined) return
    const field = document.getElementById(wanted.current)
    if (field === null) return
    wanted.current = undefined
    field.focus()
  })

  const open = useCallback((id: string) => setOpened((before) => new Set(before).add(id)), [])
  const reveal = useCallback(
    ({ fieldId }: Pick<Fault, 'fieldId'>) => {
      wanted.current = fieldId
      // A new set draws the page again even when it holds the same, so that the focus moves in every case.
      setOpened(
        (before) =>
          new Set([...before, ...cart.deliveries.filter(({ id }) => fieldId.startsWith(`${id}-`)).map(({ id }) => id)]),
      )
    },
    [cart.deliveries],
  )
  const showDays = useCallback(
    (id: CartDelivery['id']) => {
      open(id)
      setChoosing(id)
    },
    [open],
  )

  const of = (id: CartDelivery['id']) => ({
    open: opened.has(id) || cart.deliveries.findIndex((delivery) => delivery.id === id) === 0,
    onOpen: () => open(id),
    choosing: choosing === id,
    onChoose: (now: boolean) => setChoosing(now ? id : undefined),
  })
  return { of, reveal, showDays }
}

function needsHand(delivery: CartDelivery): boolean {
  return delivery.missing.length > 0 || delivery.problem !== undefined
}
