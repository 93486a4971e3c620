import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscribableProduct, SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import { type JSX, useEffect, useState } from 'react'
import { data, Link, useLoaderData, useRouteError, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { orProblem, problemIn } from '../ask-shop.ts'
import { useCart } from '../cart-store.ts'
import { BrokenPage } from '../components/broken-page.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useShop } from '../components/shell.tsx'
import { postcodeFor, visitContext } from '../visit.ts'
import { SubscribeForm } from './subscribe/subscribe-form.tsx'
import { keptWish, wishFrom, wishOf, type Wish } from './subscribe/wish.ts'
import '../components/subscription/subscription.css'
import './subscribe/subscribe.css'

interface SubscribePage {
  readonly offers: SubscriptionOffers
  readonly product: SubscribableProduct
  readonly postcode: string | undefined
  readonly today: ShopDay
}

export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<SubscribePage> {
  const visit = context.get(visitContext)
  const [offers, { today }] = await Promise.all([
    orProblem(visit.client.call('GET /subscriptions/offers', {})),
    orProblem(visit.client.call('GET /shop', {})),
  ])
  const product = offers.products.find(({ slug }) => slug === params['slug'])
  if (product === undefined) throw data(notOffered, { status: 404 })
  return { offers, product, postcode: postcodeFor(request.url, visit), today }
}

const notOffered = {
  type: 'about:blank',
  title: 'Not by subscription',
  status: 404,
  code: 'not-for-sale',
  detail: 'This is not sold by subscription.',
}

/** Beginning a subscription, a surprise or a gift: what, how often, when, where, and which card. */
export function Component(): JSX.Element {
  const { offers, product, postcode } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const change = search.get('change')
  const asked = wishFrom(search, product, postcode)
  const kept = useKeptWish(product.slug)
  const inCart = useInCart(change)
  return (
    <div className="wrap">
      <PageHead title={`Subscribe to ${product.name}`} noIndex />
      <header className="page-head">
        <p className="small soft">
          <Link to="/subscriptions">Subscriptions</Link>
        </p>
        <h1 className="h1-s">
          {asked.as === 'gift' ? 'Flowers, more than once, for somebody.' : 'Flowers that keep turning up.'}
        </h1>
      </header>
      {inCart === 'asking' ? (
        <p aria-busy="true">Looking into your cart.</p>
      ) : (
        <SubscribeForm
          // What was typed before signing in, or what lies in the cart, takes the place of an empty form.
          key={inCart?.id ?? (kept === undefined ? 'asked' : 'kept')}
          offers={offers}
          start={inCart === undefined ? (kept ?? asked) : wishOf(inCart)}
          changing={inCart?.id}
        />
      )}
      <noscript>
        <p className="banner butter">
          This form needs JavaScript. Without it, ring us and we’ll write the subscription down by hand.
        </p>
      </noscript>
    </div>
  )
}

// Only the browser knows what was typed in it.
function useKeptWish(slug: string): Wish | undefined {
  const [kept, setKept] = useState<Wish>()
  useEffect(() => setKept(keptWish(sessionStorage, slug)), [slug])
  return kept
}

function useInCart(id: string | null) {
  const { cart, state } = useCart()
  if (id === null) return undefined
  if (cart === undefined) return state === 'failed' ? undefined : 'asking'
  return cart.subscriptions?.find((one) => one.id === id)
}

/** The page when something is not, or no longer, sold by subscription. */
export function ErrorBoundary(): JSX.Element {
  const problem = problemIn(useRouteError())
  const phone = useShop()?.facts.phone
  if (problem?.status !== 404) return <BrokenPage problem={problem} phone={phone} />
  return (
    <div className="wrap page-head">
      <PageHead title="Not by subscription" noIndex />
      <h1 className="h1-s">Not this one, round the year.</h1>
      <p className="lead soft">
        What has a season is sold in its season only. The florist’s choice always has what is best that week.
      </p>
      <div className="acts">
        <Link className="btn" to="/subscriptions">
          See what goes on subscription
        </Link>
      </div>
    </div>
  )
}
