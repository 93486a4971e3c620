import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { JSX } from 'react'
import { Link, useLocation } from 'react-router'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { NextDays } from '../../components/subscription/next-days.tsx'
import { cents, price } from '../../words/money.ts'
import { inWords } from '../cart/cart-words.ts'
import { SumLines } from '../cart/sum-lines.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { percentWords } from '../subscriptions/offer-words.ts'
import type { QuoteSeen } from './use-quote.ts'
import type { Starting } from './use-starting.ts'
import { keepWish, type Wish } from './wish.ts'

interface SubscribeSumProps {
  readonly offers: SubscriptionOffers
  readonly wish: Wish
  readonly seen: QuoteSeen
  readonly starting: Starting
  readonly changing: SubscriptionId | undefined
  readonly isSignedIn: boolean
  readonly timeZone: string
  readonly onStart: () => void
  readonly onCart: () => void
}

/** What each delivery costs, when the first comes and until when it can be changed, and the button that commits. */
export function SubscribeSum(props: SubscribeSumProps): JSX.Element {
  const { offers, wish, seen, starting } = props
  const product = offers.products.find(({ slug }) => slug === wish.slug)
  const variant = product?.variants.find(({ variantId }) => variantId === wish.variantId)
  return (
    <aside className="sum" aria-label="What it costs" aria-busy={seen.isAsking}>
      <h2>Each delivery</h2>
      {seen.quote === undefined ? (
        variant !== undefined && (
          <p>
            {price(variant.subscriberPrice)} for {product?.name}, {variant.name.toLowerCase()}, with{' '}
            {percentWords(offers.discountBasisPoints)} off already. Delivery is added when you choose a day and a
            window.
          </p>
        )
      ) : (
        <SumLines sum={seen.quote.sum} totalLabel="Each time" total={seen.quote.perDelivery} />
      )}
      {seen.because !== undefined && (
        <p className="error" role="alert">
          {seen.because}
        </p>
      )}
      <FirstDays {...props} />
      <Refused asking={starting.asking} opening="Not yet." />
      <Buttons {...props} />
    </aside>
  )
}

function FirstDays({ wish, seen: { quote }, timeZone }: SubscribeSumProps): JSX.Element | null {
  if (quote === undefined || wish.day === undefined) return null
  const { first, trial, next = [] } = quote
  const isGift = wish.as === 'gift'
  return (
    <div className="small sub-first">
      {trial !== undefined && (
        <p>
          <b>Your first one is {cents(trial.firstDelivery)}.</b> {percentWords(trial.discountBasisPoints)} off the
          flowers, once.
        </p>
      )}
      {wish.as === 'surprise' ? (
        <p>
          The first comes on a day of the {nouns[wish.frequency]} from {longDay(wish.day)}. Nobody tells you which.
        </p>
      ) : (
        <p>
          <b>First: {longDay(wish.day)}.</b>{' '}
          {isGift
            ? `The other ${inWords(wish.deliveries - 1)} follow in their rhythm, all paid at once in the cart.`
            : first !== undefined &&
              `Yours to change until ${moment(first.lastChangeAt, timeZone)}, and so each one after it.`}
        </p>
      )}
      <NextDays next={isGift ? next.slice(0, wish.deliveries) : next} timeZone={timeZone} />
    </div>
  )
}

const nouns = { weekly: 'week', fortnightly: 'fortnight', monthly: 'month', quarterly: 'quarter', yearly: 'year' }

function moment(instant: string, timeZone: string): string {
  const { day, time } = onTheWall(instantMs(instant), timeZone)
  return `${shortDay(day)}, ${clockWords(time)}`
}

function Buttons({ wish, starting, changing, isSignedIn, onStart, onCart }: SubscribeSumProps): JSX.Element {
  const { pathname } = useLocation()
  const isBusy = (road: Starting['road']): boolean => starting.asking.kind === 'busy' && starting.road === road
  if (wish.as === 'gift' || changing !== undefined) {
    return (
      <button type="button" className="btn btn-poppy btn-wide" aria-busy={isBusy('cart')} onClick={onCart}>
        {changing === undefined ? 'Put the gift in the cart' : 'Keep the change'}
      </button>
    )
  }
  return (
    <>
      {isSignedIn ? (
        <button type="button" className="btn btn-poppy btn-wide" aria-busy={isBusy('card')} onClick={onStart}>
          {isBusy('card') ? 'Starting it' : 'Start the subscription'}
        </button>
      ) : (
        <>
          <Link
            className="btn btn-poppy btn-wide"
            to={`/sign-in?to=${encodeURIComponent(pathname)}`}
            onClick={() => keepWish(sessionStorage, wish)}
          >
            Sign in and start
          </Link>
          <p className="hint">What you typed waits for you here. An account is where you skip, move and stop.</p>
        </>
      )}
      {wish.as === 'recurring' && (
        <>
          <button type="button" className="btn btn-line btn-wide" aria-busy={isBusy('cart')} onClick={onCart}>
            Put it in the cart
          </button>
          <p className="hint">With other flowers, say. Its first delivery is then paid with the order.</p>
        </>
      )}
    </>
  )
}
