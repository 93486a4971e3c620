import type { OrderView } from '@flora/contract/orders.ts'
import type { JSX } from 'react'
import { longDay } from '@flora/calendar/wall-day.ts'
import { windowTitle } from '../../components/calendar/window-words.ts'
import { turnWords } from '../cart/cart-words.ts'
import { contentsOf } from '../checkout/placed-words.ts'
import { badgeOf, stopsOf } from './order-stops.ts'

interface DeliveryTimelineProps {
  readonly order: OrderView
  readonly delivery: OrderView['deliveries'][number]
  readonly timeZone: string
}

/** One delivery of an order: when, to whom, and how far it has come. */
export function DeliveryTimeline({ order, delivery, timeZone }: DeliveryTimelineProps): JSX.Element {
  const { recipient, window, method } = delivery
  const badge = badgeOf(delivery.status)
  const headId = `order-${delivery.id}`
  const address = [recipient.line1, recipient.line2, `${recipient.suburb} ${recipient.postcode}`]
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return (
    <section aria-labelledby={headId}>
      <div className="dlv">
        <header>
          <div>
            <p className="xs">{turnWords(order.deliveries, delivery)}</p>
            <h2 id={headId}>
              {longDay(delivery.day)}, {windowTitle({ method, name: window.name })}
            </h2>
            <p>{[recipient.name, ...(method === 'pick-up' ? [] : address)].join(', ')}</p>
          </div>
          <span className="badge" data-s={badge.mark}>
            {badge.word}
          </span>
        </header>
      </div>
      <ol className="track-line">
        {stopsOf(order, delivery, timeZone).map((stop) => (
          <li
            key={stop.key}
            className={stop.state === 'ahead' ? undefined : stop.state}
            aria-current={stop.state === 'now' ? 'step' : undefined}
          >
            <time>{stop.time}</time>
            <div>
              <b>{stop.label}</b>
              {stop.detail !== undefined && <p>{stop.detail}</p>}
            </div>
          </li>
        ))}
      </ol>
      <AtTheDoor delivery={delivery} />
      <WhatGoes order={order} delivery={delivery} />
    </section>
  )
}

// What the driver said of this door, and what she photographed before she left.
function AtTheDoor({ delivery: { outcome } }: Pick<DeliveryTimelineProps, 'delivery'>): JSX.Element | null {
  if (outcome === undefined) return null
  const { photos, where } = outcome
  const words = doorWords(outcome)
  return (
    <>
      {words !== undefined && <p>{words}</p>}
      {photos.length > 0 && (
        <ul className="door-photos">
          {photos.map((photo) => (
            <li key={photo}>
              <a href={photo}>
                <img
                  src={photo}
                  alt={where === '' ? 'The flowers at the door' : `The flowers, left at: ${where}`}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function doorWords({
  kind,
  where,
  next,
}: NonNullable<DeliveryTimelineProps['delivery']['outcome']>): string | undefined {
  switch (kind) {
    case 'delivered':
      return where === '' ? undefined : `It stands here: ${where}`
    case 'with-neighbour':
      return `Left with a neighbour: ${where}`
    case 'nobody-home':
      return `Nobody was home. ${then[next ?? 'back-to-shop']}`
  }
}

const then = {
  'later-today': 'Our driver tries once more today.',
  tomorrow: 'We come again tomorrow, and ring before.',
  'back-to-shop': 'It’s back at the shop, in water; we ring you about when to come again.',
} as const

const substitutions = {
  'nearest-match': 'Nearest match, same value or better',
  'ask-me': 'We ask you',
  refund: 'We leave it out and refund it',
} as const

function WhatGoes({ order, delivery }: Omit<DeliveryTimelineProps, 'timeZone'>): JSX.Element {
  return (
    <details className="why-list">
      <summary>What goes with it</summary>
      <dl className="order-facts small">
        <div>
          <dt>Flowers</dt>
          <dd>{contentsOf(order, delivery.id)}</dd>
        </div>
        <div>
          <dt>Card</dt>
          <dd className={delivery.cardMessage === '' ? undefined : 'order-card'}>
            {delivery.cardMessage === '' ? 'None' : delivery.cardMessage}
          </dd>
        </div>
        {delivery.anonymous && (
          <div>
            <dt>Your name</dt>
            <dd>Left off, as you asked</dd>
          </div>
        )}
        {delivery.instructions !== '' && (
          <div>
            <dt>For the driver</dt>
            <dd>{delivery.instructions}</dd>
          </div>
        )}
        <div>
          <dt>If a stem is missing</dt>
          <dd>{substitutions[delivery.substitution]}</dd>
        </div>
      </dl>
    </details>
  )
}
