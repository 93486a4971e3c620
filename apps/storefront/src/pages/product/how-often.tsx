import type { Variant } from '@flora/contract/catalog.ts'
import type { SubscribableProduct } from '@flora/contract/subscription-offers.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { price } from '../../words/money.ts'

/** Once, or again and again; the ways as the form that begins it names them. */
export type Often = 'once' | 'recurring' | 'surprise'

interface HowOftenProps {
  readonly subscribable: SubscribableProduct
  readonly variant: Variant
  readonly chosen: Often
  readonly choose: (often: Often) => void
  /** The form that begins a subscription, for browsers without script. */
  readonly path: string
}

const ways = [
  ['recurring', 'Subscription', 'Every week, fortnight, month or year. Skip, move and stop yourself.'],
  ['surprise', 'Surprise', 'We choose the day in each week, fortnight or month, and keep it to ourselves.'],
] as const

/** Bought once, or subscribed to for less each time. */
export function HowOften({ subscribable, variant, chosen, choose, path }: HowOftenProps): JSX.Element | null {
  const offered = subscribable.variants.find(({ variantId }) => variantId === variant.id)
  if (offered === undefined) return null
  const radio = (often: Often): JSX.Element => (
    <input type="radio" name="often" value={often} checked={chosen === often} onChange={() => choose(often)} />
  )
  return (
    <fieldset>
      <legend className="q">How often</legend>
      <div className="choices">
        <label className="choice">
          {radio('once')}
          <b>Once</b>
          <span className="price">{price(variant.price)}</span>
        </label>
        {ways.map(([often, name, note]) => (
          <label className="choice" key={often}>
            {radio(often)}
            <b>{name}</b>
            <span className="price">{price(offered.subscriberPrice)} each</span>
            <span className="note">{note}</span>
          </label>
        ))}
      </div>
      <noscript>
        <p>
          <a href={path}>Subscribe to it</a>
        </p>
      </noscript>
    </fieldset>
  )
}

/** The way on, once she wants it more often than once. */
export function SubscribeGo({ path, often }: { path: string; often: Exclude<Often, 'once'> }): JSX.Element {
  return (
    <section aria-label="Begin the subscription">
      <p className="mb-s4">
        {often === 'surprise'
          ? 'Next: how often, which days don’t work, and whose door.'
          : 'Next: how often, the first day, and whose door.'}{' '}
        Nothing is charged before you have seen every date and every cent.
      </p>
      <Link className="btn btn-poppy btn-wide" to={path}>
        {often === 'surprise' ? 'Start a surprise' : 'Start a subscription'}
      </Link>
      <p className="hint mt-s3">
        For somebody else, paid at once? <Link to={path.replace(/as=\w+/, 'as=gift')}>Give some deliveries</Link>.
      </p>
    </section>
  )
}
