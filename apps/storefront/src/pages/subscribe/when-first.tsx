import type { DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { JSX } from 'react'
import { CalendarSkeleton } from '../../components/calendar/calendar-skeleton.tsx'
import { DeliveryCalendarField } from '../../components/calendar/delivery-calendar.tsx'
import type { Door } from '../../components/subscription/door.ts'
import type { Wish } from './wish.ts'

interface WhenFirstProps {
  readonly part: string
  readonly wish: Wish
  readonly fault: string | undefined
  readonly pickUpAt: string | undefined
  /** The days to that postcode, once they are there. */
  readonly calendar: DeliveryCalendar | undefined
  readonly isFailed: boolean
  readonly suburbs: readonly string[]
  readonly onType: (part: Partial<Door>) => void
  readonly onChange: (part: Partial<Wish>) => void
}

/** The first day and the window; for a surprise, the day its first period begins. */
export function WhenFirst(props: WhenFirstProps): JSX.Element {
  const { part, wish, fault, pickUpAt, calendar, isFailed, suburbs, onType, onChange } = props
  const { postcode } = wish.door
  const isKnown = /^\d{4}$/.test(postcode)
  return (
    <section id={`${part}-when`} tabIndex={-1} className="when sub-when" aria-labelledby={`${part}-when-head`}>
      <h2 className="q" id={`${part}-when-head`}>
        {wish.as === 'surprise' ? 'When the first period begins' : 'When the first one comes'}
      </h2>
      <div className="ask ask-s">
        <label htmlFor={`${part}-zone`}>Delivering to</label>{' '}
        <input
          id={`${part}-zone`}
          value={postcode}
          inputMode="numeric"
          maxLength={4}
          autoComplete="shipping postal-code"
          onChange={(event) => onType({ postcode: event.target.value.replaceAll(/\D/g, '') })}
        />{' '}
        <span>{suburbs.slice(0, 2).join(', ')}</span>
      </div>
      {!isKnown && <p className="hint">Four digits, and every open day is shown with its windows.</p>}
      {isKnown && (calendar !== undefined || isFailed) && (
        <DeliveryCalendarField
          key={postcode}
          postcode={postcode}
          // Stems of coming weeks come with those weeks: what the bench is short of today says nothing about them.
          lines={noLines}
          value={{ day: wish.day, windowId: wish.windowId }}
          legend="Day"
          calendar={calendar}
          pickUpAt={pickUpAt}
          onChange={({ day, windowId }, shown) =>
            onChange({ day, windowId, isPickUp: shown.window?.method === 'pick-up' })
          }
        />
      )}
      {isKnown && calendar === undefined && !isFailed && <CalendarSkeleton />}
      {fault !== undefined && (wish.day === undefined || wish.windowId === undefined) && (
        <p className="error" role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}

const noLines: readonly never[] = []
