import type { OrderView } from '@flora/contract/orders.ts'
import type { JSX } from 'react'
import { longDay } from '@flora/calendar/wall-day.ts'
import { windowTitle } from '../../components/calendar/window-words.ts'
import { contentsOf } from './placed-words.ts'

/** The order as it was placed, while its payment is still to come. What is held can't be edited; it can be given up. */
export function PlacedSummary({
  order,
  busy,
  onGiveUp,
}: {
  order: OrderView
  busy: boolean
  onGiveUp: () => void
}): JSX.Element {
  return (
    <section aria-labelledby="co-placed">
      <h2 className="q" id="co-placed">
        Your order <span className="opt soft num">{order.number}</span>
      </h2>
      <ul className="stack">
        {order.deliveries.map((delivery) => {
          const { name, line1, line2, suburb, postcode } = delivery.recipient
          const address = [line1, line2, `${suburb} ${postcode}`]
            .map((part) => part.trim())
            .filter((part) => part !== '')
          return (
            <li key={delivery.id}>
              <p>
                <b>{contentsOf(order, delivery.id)}</b>
                <br />
                {name}
                {delivery.method !== 'pick-up' && `, ${address.join(', ')}`}
                <br />
                {longDay(delivery.day)}, {windowTitle({ method: delivery.method, name: delivery.window.name })}.{' '}
                {delivery.cardMessage === '' ? 'No card.' : 'With a card.'}
              </p>
            </li>
          )
        })}
      </ul>
      {order.can.cancel.ok && (
        <p className="co-give-up">
          <button type="button" className="linkish" aria-busy={busy} onClick={onGiveUp}>
            Change something first
          </button>
          <span className="why">We let these places go and you choose again. Nothing has been charged.</span>
        </p>
      )}
    </section>
  )
}
