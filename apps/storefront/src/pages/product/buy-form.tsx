import { ApiProblem, browserCarrier, createClient } from '@flora/client/client.ts'
import type { Product } from '@flora/contract/catalog.ts'
import type { CalendarDay, DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { SubscribableProduct } from '@flora/contract/subscription-offers.ts'
import { useState, type JSX } from 'react'
import { useNavigate } from 'react-router'
import { setCart } from '../../cart-store.ts'
import { DeliveryCalendarField } from '../../components/calendar/delivery-calendar.tsx'
import { PostcodeForm } from '../../components/postcode-form.tsx'
import { AddOns } from './add-ons.tsx'
import { BuyBar, BuyTotal } from './buy-total.tsx'
import { usualVariant, type Purchase } from './purchase.ts'
import { HowOften, type Often, SubscribeGo } from './how-often.tsx'
import { Sizes } from './sizes.tsx'

interface BuyFormProps {
  readonly product: Product
  /** What it costs a subscriber; absent when it is sold once only. */
  readonly subscribable: SubscribableProduct | undefined
  readonly postcode: string | undefined
  readonly calendar: DeliveryCalendar | undefined
  readonly pickUpAt: string
}

/** Size, day, window, extras, sum: everything that is chosen on a product page. */
export function BuyForm({ product, subscribable, postcode, calendar, pickUpAt }: BuyFormProps): JSX.Element {
  const [purchase, setPurchase] = useState<Purchase>({ variant: usualVariant(product), addOns: [] })
  const { state, because, add } = useAddToCart(purchase, postcode)
  const [often, setOften] = useState<Often>('once')
  const [askedFor, setAskedFor] = useState(postcode)
  if (askedFor !== postcode) {
    setAskedFor(postcode)
    // Another zone, other days: a day that is not open there can't stay in the sum. And who types another postcode after
    // settling for pick-up means a door.
    if (!isOpenIn(calendar, purchase.day) || purchase.window?.method === 'pick-up')
      setPurchase(({ variant, addOns }) => ({ variant, addOns }))
  }
  const change = (part: Partial<Purchase>): void => setPurchase((before) => ({ ...before, ...part }))

  return (
    <div className="pdp-buy">
      <header>
        <h1 className="h1-s">{product.name}</h1>
        <p className="lead mt-s3">{product.summary}</p>
      </header>
      <Sizes variants={product.variants} chosen={purchase.variant} choose={(variant) => change({ variant })} />
      {subscribable !== undefined && (
        <HowOften
          subscribable={subscribable}
          variant={purchase.variant}
          chosen={often}
          choose={setOften}
          path={`/subscribe/${product.slug}?size=${purchase.variant.id}`}
        />
      )}
      {often === 'once' ? (
        <>
          <When postcode={postcode} calendar={calendar} pickUpAt={pickUpAt} purchase={purchase} change={change} />
          {product.addOns.length > 0 && (
            <AddOns offered={product.addOns} chosen={purchase.addOns} choose={(addOns) => change({ addOns })} />
          )}
          <BuyTotal product={product} purchase={purchase} postcode={postcode} />
          <BuyGo purchase={purchase} busy={state === 'busy'} add={add} because={because} />
          <p className="hint">
            GST is included. Your place on the run is held for 20 minutes from the moment you order.
          </p>
        </>
      ) : (
        <SubscribeGo path={`/subscribe/${product.slug}?size=${purchase.variant.id}&as=${often}`} often={often} />
      )}
      <noscript>
        <p className="banner butter">
          The cart needs JavaScript. Without it, ring us and we’ll take the order by hand.
        </p>
      </noscript>
    </div>
  )
}

function isOpenIn(calendar: DeliveryCalendar | undefined, day: CalendarDay | undefined): boolean {
  return calendar?.days.some((one) => one.open && one.day === day?.day) ?? false
}

type WhenProps = Omit<BuyFormProps, 'product' | 'subscribable'> & {
  readonly purchase: Purchase
  readonly change: (part: Partial<Purchase>) => void
}

function When({ postcode, calendar, pickUpAt, purchase, change }: WhenProps): JSX.Element {
  // The page came with the first weeks; once somebody reaches for a day, the whole calendar is asked for.
  const [reached, setReached] = useState(false)
  if (postcode === undefined) {
    return (
      <section id="when" aria-labelledby="when-head">
        <h2 className="q" id="when-head">
          When
        </h2>
        <PostcodeForm postcode={undefined} small />
        <p className="soft">Tell us the postcode, and we’ll show every open day, its windows and what they cost.</p>
      </section>
    )
  }
  return (
    <div className="when" onPointerEnter={() => setReached(true)} onFocus={() => setReached(true)}>
      <DeliveryCalendarField
        key={postcode}
        id="when"
        postcode={postcode}
        lines={[{ variantId: purchase.variant.id, quantity: 1 }]}
        value={{ day: purchase.day?.day, windowId: purchase.window?.id }}
        onChange={(_, shown) => change({ day: shown.day, ...(shown.window && { window: shown.window }) })}
        calendar={reached ? undefined : calendar}
        pickUpAt={pickUpAt}
      >
        <PostcodeForm postcode={postcode} place={calendar?.suburbs.slice(0, 2).join(', ')} small />
      </DeliveryCalendarField>
    </div>
  )
}

interface BuyGoProps {
  readonly purchase: Purchase
  readonly busy: boolean
  readonly add: () => void
  readonly because: string | undefined
}

function BuyGo({ purchase, busy, add, because }: BuyGoProps): JSX.Element {
  const soldOut = purchase.variant.soldOut
  return (
    <>
      {because !== undefined && (
        <p className="banner blush" role="alert">
          <span>
            <b>That didn’t go into the cart.</b> {because}
          </span>
        </p>
      )}
      <BuyBar purchase={purchase}>
        <button
          type="button"
          className="btn btn-poppy btn-wide"
          onClick={() => !soldOut && !busy && add()}
          aria-busy={busy}
          aria-disabled={soldOut}
          {...(soldOut && { 'aria-describedby': 'sold-out' })}
        >
          {busy ? 'Adding to cart' : 'Add to cart'}
        </button>
      </BuyBar>
      {soldOut && (
        <span className="why" id="sold-out">
          This size is sold out for now.
        </span>
      )}
    </>
  )
}

interface AddToCart {
  readonly state: 'idle' | 'busy'
  readonly because: string | undefined
  readonly add: () => void
}

function useAddToCart({ variant, addOns, day, window }: Purchase, postcode: string | undefined): AddToCart {
  const navigate = useNavigate()
  const [state, setState] = useState<'idle' | 'busy'>('idle')
  const [because, setBecause] = useState<string>()

  async function add(): Promise<void> {
    setState('busy')
    setBecause(undefined)
    try {
      const cart = await createClient(browserCarrier()).call('POST /cart/lines', {
        body: {
          variantId: variant.id,
          quantity: 1,
          ...(addOns.length > 0 && { addOns: addOns.map((one) => ({ variantId: one.variantId, quantity: 1 })) }),
          ...(postcode !== undefined && { postcode }),
          ...(day && { day: day.day }),
          ...(window && { windowId: window.id }),
        },
      })
      setCart(cart)
      // The cart is the receipt of this press, and where day, card and address come next.
      await navigate('/cart')
    } catch (error) {
      setBecause(error instanceof ApiProblem ? error.message : 'The shop did not answer. Please try again.')
    } finally {
      setState('idle')
    }
  }
  return { state, because, add: () => void add() }
}
