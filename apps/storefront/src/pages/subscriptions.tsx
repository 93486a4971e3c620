import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { Money } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblem } from '../ask-shop.ts'
import { clockWords } from '@flora/calendar/wall-time.ts'
import { PageHead } from '../components/page-head.tsx'
import { Picture } from '../components/picture.tsx'
import { visitContext } from '../visit.ts'
import { price } from '../words/money.ts'
import { inWords } from './cart/cart-words.ts'
import { PriceTable } from './subscriptions/price-table.tsx'
import { Questions } from './subscriptions/questions.tsx'
import { percentWords } from './subscriptions/offer-words.ts'
import { Ways } from './subscriptions/ways.tsx'
import './subscriptions/subscriptions-page.css'

interface SellingPage {
  readonly offers: SubscriptionOffers
  /** The cheapest way to a door. */
  readonly feeFrom: Money | undefined
  readonly today: ShopDay
}

export async function loader({ context }: LoaderFunctionArgs): Promise<SellingPage> {
  const { client } = context.get(visitContext)
  const [offers, { zones, today }] = await Promise.all([
    orProblem(client.call('GET /subscriptions/offers', {})),
    orProblem(client.call('GET /shop', {})),
  ])
  const fees = zones
    .flatMap(({ windows }) => windows)
    .filter(({ method, fee }) => method === 'standard' && fee.minor > 0)
    .map(({ fee }) => fee)
    .toSorted(cheapestFirst)
  return { offers, feeFrom: fees[0], today }
}

/** Subscriptions as they are sold: two ways to have them, what they cost, and the fair questions. */
export function Component(): JSX.Element {
  const { offers, feeFrom, today } = useLoaderData<typeof loader>()
  const { products, lastChange, discountBasisPoints } = offers
  const main = products.find(({ isFloristsChoice }) => isFloristsChoice) ?? products[0]
  const pictured = products.find(({ slug }) => slug === 'kitchen-table') ?? main
  const until = `${clockWords(lastChange.time)}, ${inWords(lastChange.daysBefore)} days before the orders for it close`
  return (
    <div className="wrap">
      <PageHead
        title="Subscriptions"
        description={`Flowers every week, fortnight or month, or on a day only we know. ${percentWords(discountBasisPoints)} off, every time. Skip, pause, move or stop yourself.`}
        path="/subscriptions"
      />
      <header className="page-head subs-head">
        <div>
          <h1>Flowers that keep turning up.</h1>
          <p className="lead mt-s5">
            Choose the rhythm or leave it to us. You can skip, pause, move a date or stop, up to {until}. Subscribers
            pay {percentWords(discountBasisPoints)} less, every time.
          </p>
          {main !== undefined && (
            <p className="subs-go">
              <Link className="btn" to={`/subscribe/${main.slug}`}>
                Start a subscription
              </Link>{' '}
              <Link className="btn btn-text" to="/account/subscriptions">
                I have one already
              </Link>
            </p>
          )}
        </div>
        {pictured !== undefined && (
          <div className={`plate ${pictured.tint}`}>
            <Picture picture={pictured.picture} sizes="(min-width: 60rem) 42vw, 100vw" first />
          </div>
        )}
      </header>
      <Ways offers={offers} today={today} />
      <PriceTable offers={offers} feeFrom={feeFrom} />
      {main !== undefined && <GiftChapter offers={offers} slug={main.slug} />}
      <OtherFlowers offers={offers} />
      <Questions offers={offers} />
    </div>
  )
}

function GiftChapter({ offers: { gift }, slug }: { offers: SubscriptionOffers; slug: string }): JSX.Element {
  return (
    <section className="section" aria-labelledby="gift">
      <div className="head">
        <h2 id="gift">As a present</h2>
      </div>
      <div className="ways">
        <p className="lead">
          Say how many, from {gift.least} to {gift.most}, and pay them all at once. They go to her door one after the
          other, with your words on the card.
        </p>
        <div>
          <p>
            Nobody needs an account for it: you rule the gift from a private link, and she only has to open the door.
            End it early, and what hasn’t come goes back to your card.
          </p>
          <p className="mt-s4">
            <Link className="btn" to={`/subscribe/${slug}?as=gift`}>
              Give some deliveries
            </Link>
          </p>
        </div>
      </div>
    </section>
  )
}

// As many as stand in two rows; the florist's choice has its own chapter.
const shown = 8

function OtherFlowers({ offers: { products } }: { offers: SubscriptionOffers }): JSX.Element | null {
  const others = products.filter(({ isFloristsChoice }) => !isFloristsChoice)
  if (others.length === 0) return null
  return (
    <section className="section" aria-labelledby="others">
      <div className="head">
        <h2 id="others">Or always the same ones</h2>
        <p className="small soft">
          {others.length === 1 ? 'One' : others.length} to be had all year. What has a season is sold in it.
        </p>
      </div>
      <ul className="shelf four">
        {others.slice(0, shown).map((product) => (
          <li className="tile" key={product.slug}>
            <div className={`plate ${product.tint}`}>
              <Picture picture={product.picture} sizes="(min-width: 60rem) 23vw, 45vw" alt="" />
            </div>
            <div className="meta">
              <h3>
                <Link to={`/subscribe/${product.slug}`}>{product.name}</Link>
              </h3>
              <span className="price">{fromWords(product.variants)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function fromWords(variants: SubscriptionOffers['products'][number]['variants']): string {
  const [least] = variants.map((one) => one.subscriberPrice).toSorted(cheapestFirst)
  if (least === undefined) return ''
  return variants.length > 1 ? `from ${price(least)}` : price(least)
}

function cheapestFirst(a: Money, b: Money): number {
  return a.minor < b.minor ? -1 : 1
}
