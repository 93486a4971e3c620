import type { OrderView } from '@flora/contract/orders.ts'
import { type JSX, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import { longDay } from '@flora/calendar/wall-day.ts'

/** Subscriptions and gifts that begin with this order: what of them it pays for, and where they are ruled. */
export function WhatBegins({ order }: { order: OrderView }): JSX.Element | null {
  const { begins = [], status, link } = order
  if (begins.length === 0) return null
  const isPaid = status !== 'PENDING' && status !== 'CANCELLED' && status !== 'REFUNDED'
  return (
    <section aria-labelledby="begins">
      <h2 className="q" id="begins">
        What begins with it
      </h2>
      {!isPaid && (
        <p>{status === 'PENDING' ? 'They begin once it is paid.' : 'Nothing begins: this order was cancelled.'}</p>
      )}
      {isPaid && (
        <ul className="stack">
          {begins.map(({ subscriptionId, isGift }) =>
            isGift ? (
              <Gift key={subscriptionId} link={link} subscriptionId={subscriptionId} />
            ) : (
              <li key={subscriptionId}>
                <p>
                  <b>Your subscription.</b> This order paid for its first delivery; each later one is charged to your
                  card when its last change has passed.
                </p>
                <p>
                  <Link to={`/account/subscriptions/${subscriptionId}`}>See what comes, skip, move or stop</Link>
                </p>
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  )
}

type GiftProps = Pick<OrderView, 'link'> & { readonly subscriptionId: Subscription['id'] }

// The gift begins a moment after the money is here: until then the page says so.
function Gift({ link, subscriptionId }: GiftProps): JSX.Element {
  const [gift, setGift] = useState<Subscription>()
  useEffect(() => {
    let gone = false
    createClient(browserCarrier())
      .call('GET /orders/:link/gifts/:subscriptionId', { params: { link, subscriptionId } })
      .then(
        (found) => !gone && setGift(found),
        // It is being written down; its own page says so too.
        () => undefined,
      )
    return () => {
      gone = true
    }
  }, [link, subscriptionId])
  const days =
    gift?.occurrences.flatMap(({ day, state }) => (day !== undefined && state !== 'skipped' ? [day] : [])) ?? []
  return (
    <li>
      <p>
        <b>A gift{gift?.gift === undefined ? '' : ` of ${gift.gift.deliveries} deliveries`}.</b> All of them are paid.
      </p>
      {days.length > 0 && (
        <ul className="begins-days">
          {days.toSorted().map((day) => (
            <li key={day}>{longDay(day)}</li>
          ))}
        </ul>
      )}
      <p>
        <Link to={`/order/${link}/gift/${subscriptionId}`}>See what comes, move one, or change the address</Link>
      </p>
    </li>
  )
}
