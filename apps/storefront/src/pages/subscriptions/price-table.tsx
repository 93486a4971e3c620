import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { Money } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { price } from '../../words/money.ts'
import { percentWords } from './offer-words.ts'

interface PriceTableProps {
  readonly offers: SubscriptionOffers
  readonly feeFrom: Money | undefined
}

/** What a delivery costs a subscriber, beside what it costs anybody: the florist's choice by its budgets. */
export function PriceTable({ offers, feeFrom }: PriceTableProps): JSX.Element | null {
  const { products, discountBasisPoints, trialDiscountBasisPoints } = offers
  const choice = products.find(({ isFloristsChoice }) => isFloristsChoice) ?? products[0]
  if (choice === undefined) return <NothingOffered />
  return (
    <section className="section" aria-labelledby="costs">
      <div className="head">
        <h2 id="costs">What it costs</h2>
        <p className="small soft">
          Each delivery, GST included.{feeFrom !== undefined && ` Delivery from ${price(feeFrom)} by zone.`}
        </p>
      </div>
      <p className="lead subs-choice">
        {choice.isFloristsChoice ? (
          <>{choice.name}: you say the budget, we tie whatever is best that morning.</>
        ) : (
          <>{choice.name}, by its sizes.</>
        )}
      </p>
      <div className="tscroll">
        <table className="ptable">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{choice.isFloristsChoice ? 'Budget' : 'Size'}</span>
              </th>
              <th scope="col">Bought once</th>
              <th scope="col">Subscribed</th>
              <th scope="col">
                <span className="vh">Begin</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {choice.variants.map(({ variantId, name, price: usual, subscriberPrice }) => (
              <tr key={variantId}>
                <th scope="row">{name}</th>
                <td className="soft">{price(usual)}</td>
                <td>{price(subscriberPrice)}</td>
                <td>
                  <Link className="small" to={`/subscribe/${choice.slug}?size=${variantId}`}>
                    Begin<span className="vh"> with {name}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint mt-s4">
        {percentWords(discountBasisPoints)} off the flowers, whatever the rhythm, and no surcharge on the busy days.
        {trialDiscountBasisPoints !== undefined &&
          ` Your very first delivery is ${percentWords(trialDiscountBasisPoints)} off.`}
      </p>
      <p className="subs-go">
        <Link className="btn btn-poppy" to={`/subscribe/${choice.slug}`}>
          Start a subscription
        </Link>{' '}
        <Link className="btn btn-text" to="/account/subscriptions">
          I have one already
        </Link>
      </p>
    </section>
  )
}

function NothingOffered(): JSX.Element {
  return (
    <section className="section" aria-labelledby="costs">
      <div className="head">
        <h2 id="costs">Not today</h2>
      </div>
      <p>
        Nothing on the shelf goes round the year just now. <Link to="/flowers">See what is there to buy once</Link>.
      </p>
    </section>
  )
}
