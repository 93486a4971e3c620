import type { DeliveryCalendar } from '@flora/contract/delivery.ts'
import { useEffect, useState } from 'react'
import { useCalendar } from '../../components/calendar/use-calendar.ts'
import { type Door, doorFaults, type DoorFaults, firstFault } from '../../components/subscription/door.ts'
import type { Wish } from './wish.ts'

/** The form as it is being filled in. */
export interface WishDesk {
  readonly wish: Wish
  readonly faults: DoorFaults & { readonly when?: string }
  /** The days to the postcode as typed, once they are there. */
  readonly calendar: DeliveryCalendar | undefined
  readonly isFailed: boolean
  readonly suburbs: readonly string[]
  readonly change: (part: Partial<Wish>) => void
  readonly type: (part: Partial<Door>) => void
  /** Whether all is said; if not, the page says what is missing and goes there. */
  readonly isWhole: () => boolean
}

const noLines: readonly never[] = []

/** Keeps what is said, and looks it over before it is sent. */
export function useWish(start: Wish, part: string): WishDesk {
  const [wish, setWish] = useState(start)
  const [faults, setFaults] = useState<WishDesk['faults']>({})
  const days = useCalendar({ postcode: wish.door.postcode, lines: noLines })
  const calendar = days.calendar?.postcode === wish.door.postcode ? days.calendar : undefined
  const suburbs = calendar?.suburbs ?? []
  const [onlySuburb] = suburbs.length === 1 ? suburbs : []
  useEffect(() => {
    if (onlySuburb === undefined) return
    setWish((before) =>
      before.door.suburb === '' ? { ...before, door: { ...before.door, suburb: onlySuburb } } : before,
    )
  }, [onlySuburb])

  function type(more: Partial<Door>): void {
    // Another zone has other days and windows: what was chosen for the old one is not chosen for it.
    const isElsewhere = more.postcode !== undefined && more.postcode !== wish.door.postcode
    const again = isElsewhere ? { day: undefined, windowId: undefined } : {}
    setWish((before) => ({ ...before, ...again, door: { ...before.door, ...more } }))
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([line]) => !(line in more))))
  }

  function isWhole(): boolean {
    const door = doorFaults(wish.door, { isPickUp: wish.isPickUp, suburbs })
    const isOpen = wish.day !== undefined && wish.windowId !== undefined
    setFaults({ ...door, ...(!isOpen && { when: 'Please choose a day and a window.' }) })
    const first = firstFault(door)
    if (!isOpen) document.getElementById(`${part}-when`)?.focus()
    else if (first !== undefined) document.getElementById(`${part}-${first}`)?.focus()
    return isOpen && first === undefined
  }

  return {
    wish,
    faults,
    calendar,
    isFailed: days.state === 'failed',
    suburbs,
    change: (more) => setWish((before) => ({ ...before, ...more })),
    type,
    isWhole,
  }
}
