import type { CartSubscription } from '@flora/contract/cart.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { longDay } from '@flora/calendar/wall-day.ts'
import { Picture } from '../../components/picture.tsx'
import { useShop } from '../../components/shell.tsx'
import { NextDays } from '../../components/subscription/next-days.tsx'
import { cents } from '../../words/money.ts'
import { capital, inWords, sizeOf } from './cart-words.ts'
import { subscriptionWords } from './subscription-line-words.ts'
import type { CartDesk } from './use-cart-desk.ts'

/** A subscription in the cart: what is paid with this order, and what later. */
export function SubscriptionBlock({ line, desk }: { line: CartSubscription; desk: CartDesk }): JSX.Element {
  const { id, plan, window, gift, kind } = line
  const { recipient } = plan
  const headId = `subscription-${id}`
  const words = subscriptionWords(line)
  const timeZone = useShop()?.facts.timeZone ?? 'Australia/Melbourne'
  const where =
    recipient.line1 === ''
      ? `picked up by ${recipient.name}`
      : `to ${recipient.name}, ${recipient.suburb} ${recipient.postcode}`
  return (
    <section className="dlv" aria-labelledby={headId} aria-busy={desk.busy.has(id)}>
      <header>
        <div>
          <p className="xs">
            {gift === undefined ? 'A subscription' : `A gift of ${inWords(gift.deliveries)} deliveries`}
          </p>
          <h2 id={headId}>{kind === 'surprise' ? words.every : `${words.every}, from ${longDay(line.firstDay)}`}</h2>
          <p>{[window?.name, where].filter((part) => part !== undefined).join(', ')}</p>
        </div>
        <Link className="btn btn-line" to={`/subscribe/${line.slug}?change=${id}`}>
          Change<span className="vh"> {line.name}</span>
        </Link>
      </header>
      {line.problem !== undefined && (
        <div className="banner blush cart-banner" role="status">
          <p>
            <b>This won’t do any more.</b> {line.problem.message}
          </p>
          <Link className="btn btn-line btn-s" to={`/subscribe/${line.slug}?change=${id}`}>
            Choose again
          </Link>
        </div>
      )}
      <What line={line} desk={desk} />
      {line.problem === undefined && (
        <div className="small">
          <NextDays next={line.next ?? []} timeZone={timeZone} />
        </div>
      )}
      <NowAndLater line={line} />
    </section>
  )
}

function What({ line, desk }: { line: CartSubscription; desk: CartDesk }): JSX.Element {
  const { id } = line
  function remove(): void {
    void desk.change(id, (client) =>
      client.call('DELETE /cart/subscriptions/:subscriptionId', { params: { subscriptionId: id } }),
    )
  }
  const facts = [
    line.quantity > 1 ? capital(inWords(line.quantity)) : '',
    sizeOf(line.variantName),
    `${cents(line.perDelivery)} a delivery`,
  ]
  return (
    <ul>
      <li className="cl">
        <span className={`plate ${line.tint}`}>
          <Picture picture={line.picture} sizes="88px" alt="" />
        </span>
        <div>
          <h3>
            <Link to={`/p/${line.slug}`}>{line.name}</Link>
          </h3>
          <p className="soft small">{facts.filter((part) => part !== '').join(', ')}</p>
          <div className="cl-act">
            <button type="button" className="btn btn-text small" onClick={remove}>
              Remove<span className="vh"> {line.name}</span>
            </button>
          </div>
          {desk.refused?.what === id && (
            <p className="error" role="alert">
              {desk.refused.problem.detail}
            </p>
          )}
        </div>
        <span className="price num">{cents(line.dueNow)}</span>
      </li>
    </ul>
  )
}

function NowAndLater({ line }: { line: CartSubscription }): JSX.Element {
  const words = subscriptionWords(line)
  return (
    <dl className="lines small">
      <div>
        <dt>Paid with this order</dt>
        <dd>{cents(line.dueNow)}</dd>
        <dd className="sub">{words.now}</dd>
      </div>
      {words.later !== undefined && (
        <div>
          <dt>Later, each</dt>
          <dd>{cents(line.perDelivery)}</dd>
          <dd className="sub">{words.later}</dd>
        </div>
      )}
    </dl>
  )
}
