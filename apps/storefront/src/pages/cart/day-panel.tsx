import type { CartDelivery, CartLine } from '@flora/contract/cart.ts'
import { type JSX, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { DeliveryCalendarField } from '../../components/calendar/delivery-calendar.tsx'
import { useShop } from '../../components/shell.tsx'
import type { CartDesk } from './use-cart-desk.ts'

interface DayPanelProps {
  readonly delivery: CartDelivery
  readonly lines: readonly CartLine[]
  readonly desk: CartDesk
  /** Whether the place can be changed here too; on the checkout the address says it. */
  readonly withPlace: boolean
  readonly onDone: () => void
}

/** Place, day and window of one delivery, opened in place. Every choice is saved as it is made. */
export function DayPanel({ delivery, lines, desk, withPlace, onDone }: DayPanelProps): JSX.Element {
  const panel = useRef<HTMLDivElement>(null)
  const facts = useShop()?.facts
  const postcode = delivery.postcode ?? ''
  useEffect(() => panel.current?.focus({ preventScroll: false }), [])

  return (
    <div className="day-panel" ref={panel} tabIndex={-1} role="group" aria-label="Day and window">
      {postcode === '' ? (
        <fieldset>
          <legend className="q">Where to?</legend>
          <PlaceAsk delivery={delivery} desk={desk} />
          <p className="hint">The days depend on where it goes.</p>
        </fieldset>
      ) : (
        <DeliveryCalendarField
          postcode={postcode}
          lines={lines.map(({ variantId, quantity }) => ({ variantId, quantity }))}
          value={{ day: delivery.day, windowId: delivery.window?.id }}
          pickUpAt={facts?.address}
          onChange={(choice) =>
            void desk.change(delivery.id, (client) =>
              client.call('PATCH /cart/deliveries/:deliveryId', {
                params: { deliveryId: delivery.id },
                body: { day: choice.day, windowId: choice.windowId ?? null },
              }),
            )
          }
        >
          {withPlace && <PlaceAsk delivery={delivery} desk={desk} />}
        </DeliveryCalendarField>
      )}
      {desk.refused?.what === delivery.id && (
        <p className="error" role="alert">
          {desk.refused.problem.detail}
        </p>
      )}
      {postcode !== '' && (
        <button type="button" className="btn" onClick={onDone} aria-busy={desk.busy.has(delivery.id)}>
          {delivery.window === undefined ? 'Close' : 'Keep this day'}
        </button>
      )}
    </div>
  )
}

/** 'Delivering to 3067 Abbotsford', as a line that can be typed into. */
function PlaceAsk({ delivery, desk }: { delivery: CartDelivery; desk: CartDesk }): JSX.Element {
  const id = useId()
  const [typed, setTyped] = useState(delivery.postcode ?? '')
  const [wrong, setWrong] = useState(false)
  const place =
    delivery.suburb ??
    (delivery.suburbs.length > 3
      ? `${delivery.suburbs.slice(0, 2).join(', ')} and nearby`
      : delivery.suburbs.join(', '))

  function send(): void {
    setWrong(!/^\d{4}$/.test(typed))
    if (!/^\d{4}$/.test(typed) || typed === delivery.postcode) return
    void desk.change(delivery.id, (client) =>
      client.call('PATCH /cart/deliveries/:deliveryId', {
        params: { deliveryId: delivery.id },
        body: { postcode: typed, suburb: '' },
      }),
    )
  }

  function key(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    send()
  }

  return (
    <div className="ask ask-s">
      <label htmlFor={id}>Delivering to</label>{' '}
      <input
        id={id}
        value={typed}
        inputMode="numeric"
        maxLength={4}
        autoComplete="postal-code"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setTyped(event.target.value.replaceAll(/\D/g, ''))}
        onKeyDown={key}
      />{' '}
      <span>{typed === delivery.postcode ? place : ''}</span>{' '}
      <button type="button" className="btn btn-line" onClick={send}>
        {delivery.postcode === undefined ? 'See days' : 'Change'}
      </button>
      {wrong && (
        <p className="error" id={`${id}-wrong`}>
          Four digits, like 3067.
        </p>
      )}
    </div>
  )
}
