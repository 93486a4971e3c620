import type { Cart } from '@flora/contract/cart.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useSeemsSignedIn } from '../../account-hint.ts'
import { longDay } from '@flora/calendar/wall-day.ts'
import { cents } from '../../words/money.ts'
import { subscriptionWords } from '../cart/subscription-line-words.ts'
import type { Fault } from './faults.ts'

/** The subscriptions that begin with this order: everything was said when they were put into the cart. */
export function SubscriptionSummaries({ cart }: { cart: Cart }): JSX.Element {
  const isSignedIn = useSeemsSignedIn()
  const { subscriptions = [], keepsCard } = cart
  return (
    <>
      {keepsCard && !isSignedIn && (
        <div className="banner butter" role="status">
          <p>
            <b>A subscription needs an account.</b> It is where you skip, move and stop. Your cart comes with you.
          </p>
          <Link className="btn btn-s" to="/sign-in?to=/checkout">
            Sign in
          </Link>
          <Link className="btn btn-line btn-s" to="/register?to=/checkout">
            Make an account
          </Link>
        </div>
      )}
      {subscriptions.map((line) => {
        const { every, now, later } = subscriptionWords(line)
        const { recipient } = line.plan
        return (
          <section key={line.id} aria-labelledby={`co-${line.id}`}>
            <h2 className="q" id={`co-${line.id}`}>
              {line.gift === undefined ? 'A subscription' : 'A gift'}: {line.name}
            </h2>
            <p>
              {every}
              {line.kind === 'surprise' ? '' : `, from ${longDay(line.firstDay)}`}
              {line.window !== undefined && `, ${line.window.name}`}, to {recipient.name}
              {recipient.suburb !== '' && `, ${recipient.suburb} ${recipient.postcode}`}.
            </p>
            <dl className="lines small">
              <div>
                <dt>Paid with this order</dt>
                <dd>{cents(line.dueNow)}</dd>
                <dd className="sub">{now}</dd>
              </div>
              {later !== undefined && (
                <div>
                  <dt>Later, each</dt>
                  <dd>{cents(line.perDelivery)}</dd>
                  <dd className="sub">{later}</dd>
                </div>
              )}
            </dl>
            {line.problem !== undefined && (
              <p className="error" role="status">
                {line.problem.message}
              </p>
            )}
            <p className="small">
              <Link to={`/subscribe/${line.slug}?change=${line.id}`}>
                Change it<span className="vh">, {line.name}</span>
              </Link>
            </p>
          </section>
        )
      })}
    </>
  )
}

const consent = 'may-charge'

/** What stands between a subscription and paying: her yes to what is charged later. */
export function consentFaults({ keepsCard }: Pick<Cart, 'keepsCard'>, mayCharge: boolean): Fault[] {
  if (!keepsCard || mayCharge) return []
  return [{ fieldId: consent, sentence: 'Please say yes to the later charges, or take the subscription out.' }]
}

interface ConsentTickProps {
  readonly value: boolean
  readonly fault: string | undefined
  readonly onChange: (yes: boolean) => void
}

/** Her yes to charges that come while she is away. Never ticked for her. */
export function ConsentTick({ value, fault, onChange }: ConsentTickProps): JSX.Element {
  return (
    <div className="co-consent">
      <label className="check">
        <input
          type="checkbox"
          id={consent}
          checked={value}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${consent}-fault`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          Later deliveries may be charged to this card
          <span className="why">
            Each when the last moment to change it has passed, until you stop. You can change the card in your account.
          </span>
        </span>
      </label>
      {fault !== undefined && (
        <p className="error" id={`${consent}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
