import type { Cart, CartDelivery } from '@flora/contract/cart.ts'
import { type JSX, useRef, useState } from 'react'
import { cents } from '../../words/money.ts'
import { CartLineRow } from './cart-line.tsx'
import { dayWords, tripWords, turnWords } from './cart-words.ts'
import { DayPanel } from './day-panel.tsx'
import { removeLine } from './remove-line.ts'
import type { CartDesk } from './use-cart-desk.ts'

/** One delivery of the cart: its date as the heading, what goes with it, what the trip costs. */
export function DeliveryBlock({ delivery, desk }: { delivery: CartDelivery; desk: CartDesk }): JSX.Element {
  const { cart } = desk
  const lines = cart.lines.filter((line) => line.deliveryId === delivery.id)
  const [choosing, setChoosing] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const trip = tripWords(delivery)
  const headingId = `delivery-${delivery.id}`

  return (
    <section className="dlv" aria-labelledby={headingId}>
      <header>
        <div>
          <p className="xs">{turnWords(cart.deliveries, delivery)}</p>
          <h2 id={headingId}>{dayWords(delivery)}</h2>
          {trip !== '' && <p>{trip}</p>}
        </div>
        <button
          type="button"
          className={delivery.day === undefined ? 'btn' : 'btn btn-line'}
          ref={change}
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          {delivery.day === undefined ? 'Choose a day' : 'Change day'}
        </button>
      </header>
      {delivery.problem !== undefined && (
        <DeliveryProblem delivery={delivery} onChoose={() => setChoosing(true)} choosing={choosing} />
      )}
      {choosing && (
        <DayPanel
          delivery={delivery}
          lines={lines}
          desk={desk}
          withPlace
          onDone={() => {
            setChoosing(false)
            change.current?.focus()
          }}
        />
      )}
      <ul>
        {lines.map((line) => (
          <CartLineRow key={line.id} line={line} desk={desk} onRemove={(removed) => void removeLine(removed, desk)} />
        ))}
      </ul>
      <TripPrice delivery={delivery} cart={cart} />
    </section>
  )
}

function DeliveryProblem({
  delivery,
  choosing,
  onChoose,
}: {
  delivery: CartDelivery
  choosing: boolean
  onChoose: () => void
}): JSX.Element {
  const ofWords = delivery.problem?.code === 'card-too-long' || delivery.problem?.code === 'suburb-postcode'
  return (
    <div className="banner blush cart-banner" role="status">
      <p>
        <b>{ofWords ? 'One thing to mend at checkout.' : 'This day won’t do any more.'}</b> {delivery.problem?.message}
      </p>
      {!ofWords && !choosing && (
        <button type="button" className="btn btn-line btn-s" onClick={onChoose}>
          See other days
        </button>
      )}
    </div>
  )
}

function TripPrice({ delivery, cart }: { delivery: CartDelivery; cart: Cart }): JSX.Element | null {
  if (delivery.window === undefined) return null
  const pickUp = delivery.method === 'pick-up'
  return (
    <dl className="lines small">
      <div>
        <dt>{pickUp ? 'Pick-up' : `Delivery${delivery.zone === undefined ? '' : `, zone ${delivery.zone}`}`}</dt>
        <dd>{cents(delivery.fee)}</dd>
      </div>
      {delivery.surge.minor > 0 && (
        <div>
          <dt>{delivery.surgeName ?? 'Surge day'}</dt>
          <dd>{cents(delivery.surge)}</dd>
        </div>
      )}
      {delivery.discount.minor > 0 && (
        <div className="minus">
          <dt>{cart.promotion?.code ?? 'Money off'}</dt>
          <dd>{cents({ ...delivery.discount, minor: -delivery.discount.minor })}</dd>
        </div>
      )}
    </dl>
  )
}
