import type { Subscription } from '@flora/contract/subscriptions.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { longDay } from '@flora/calendar/wall-day.ts'
import { cents } from '../../../words/money.ts'
import { momentWords, whenWords } from './subscription-words.ts'

/** What its owner should know before anything else: a bank's no, a new price, a pause. */
export function LedgerNews({ subscription, timeZone }: { subscription: Subscription; timeZone: string }): JSX.Element {
  const { newPrice, perDelivery, state, pausedUntil, pausedBecause, occurrences } = subscription
  const unpaid = occurrences.filter((one) => one.state === 'charging' && one.payUntil !== undefined)
  return (
    <>
      {unpaid.map((one) => (
        <div className="banner blush" role="status" key={one.id}>
          <p>
            <b>{whenWords(one)} is not paid yet.</b> Your bank said no, or wants to see you. It comes if it is paid by{' '}
            {momentWords(one.payUntil!, timeZone)}. Pay it yourself, or choose another card below.
          </p>
          {one.orderLink !== undefined && (
            <Link className="btn btn-s" to={`/order/${one.orderLink}`}>
              Pay {one.price === undefined ? 'it' : cents(one.price)}
            </Link>
          )}
        </div>
      ))}
      {newPrice !== undefined && (
        <div className="banner butter" role="status">
          <p>
            <b>A new price is coming.</b> {cents(newPrice.perDelivery)} a delivery instead of {cents(perDelivery)}, for
            what is charged from {momentWords(newPrice.from, timeZone)}.
          </p>
        </div>
      )}
      {state === 'paused' && (
        <div className="banner sky" role="status">
          <p>
            <b>Paused.</b>{' '}
            {pausedBecause ?? (pausedUntil === undefined ? '' : `It goes on by itself from ${longDay(pausedUntil)}.`)}
          </p>
        </div>
      )}
    </>
  )
}
