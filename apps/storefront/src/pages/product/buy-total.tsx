import type { Product } from '@flora/contract/catalog.ts'
import type { JSX, ReactNode } from 'react'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { cents } from '../../words/money.ts'
import { sumOf, type Purchase } from './purchase.ts'

interface BuyTotalProps {
  readonly product: Product
  readonly purchase: Purchase
  readonly postcode: string | undefined
}

/** The sum, line by line. Without a day the delivery is named and not guessed. */
export function BuyTotal({ product, purchase, postcode }: BuyTotalProps): JSX.Element {
  const { variant, addOns, day, window } = purchase
  return (
    <div className="buy-total">
      <dl className="lines">
        <div>
          <dt>
            {product.name}
            {product.variants.length > 1 && `, ${variant.name.toLowerCase()}`}
          </dt>
          <dd>{cents(variant.price)}</dd>
        </div>
        {addOns.map((one) => (
          <div key={one.variantId}>
            <dt>{one.name}</dt>
            <dd>{cents(one.price)}</dd>
          </div>
        ))}
        {day && window && (
          <div>
            <dt>{deliveryWords(purchase, postcode)}</dt>
            <dd>{cents(window.fee)}</dd>
          </div>
        )}
        <div className="total">
          <dt>Total</dt>
          <dd>{cents(sumOf(purchase))}</dd>
        </div>
      </dl>
      {!window && (
        <p className="hint">
          {day
            ? 'Delivery is added when you choose a window.'
            : 'Delivery is added when you choose a day, here or in the cart.'}
        </p>
      )}
    </div>
  )
}

/** Sum, day and button: under the thumb on a phone while the form is in view. */
export function BuyBar({ purchase, children }: { purchase: Purchase; children: ReactNode }): JSX.Element {
  return (
    <div className="buy-go">
      <p className="num">
        {cents(sumOf(purchase))}
        <small>{purchase.day ? shortDay(purchase.day.day) : 'No day yet'}</small>
      </p>
      {children}
    </div>
  )
}

function deliveryWords({ day, window }: Purchase, postcode: string | undefined): string {
  if (!day || !window) return ''
  if (window.method === 'pick-up') return `Pick-up, ${longDay(day.day)}`
  return `Delivery to ${postcode}, ${longDay(day.day).slice(0, 3)} ${window.name}`
}
