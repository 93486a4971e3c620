import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX } from 'react'
import { Link, useParams } from 'react-router'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useAsk } from '../asking/use-ask.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Badge } from '../components/status-badge.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { nextOf, rhythmWords, subscriptionStates } from '../words/subscriptions.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { Doings } from './subscription/doings.tsx'
import { History } from './subscription/history.tsx'
import { Ledger } from './subscription/ledger.tsx'
import { Plan } from './subscription/plan.tsx'

/** One subscription: what it brings, its ledger of deliveries, what may be done with it, and all that was. */
export function Component(): JSX.Element {
  const { subscriptionId = '' } = useParams()
  const answer = useAsk('GET /desk/subscriptions/:subscriptionId', {
    params: { subscriptionId: subscriptionId as SubscriptionId },
  })
  return (
    <Answered
      answer={answer}
      waiting={
        <>
          <PageHeader title="Subscription" />
          <Bones lines={8} />
        </>
      }
    >
      {(desk) => <SubscriptionPage desk={desk} />}
    </Answered>
  )
}

function SubscriptionPage({ desk }: { desk: DeskSubscription }): JSX.Element {
  const { subscription, owner, troubles } = desk
  const { state, pausedUntil, product } = subscription
  const { mark, word } = subscriptionStates[state]
  return (
    <>
      <PageHeader
        title={`${product.name}, ${product.variantName}`}
        tab={`Subscription of ${owner.name}`}
        above={
          <>
            <Link to="/subscriptions">Subscriptions</Link>,{' '}
            {owner.accountId === undefined ? (
              owner.name
            ) : (
              <Link to={`/customers/${owner.accountId}`}>{owner.name}</Link>
            )}
          </>
        }
        lead={<Now desk={desk} />}
      >
        <Badge mark={troubles.length > 0 ? 'risk' : mark}>
          {word}
          {pausedUntil !== undefined && ` until ${shortDay(pausedUntil)}`}
        </Badge>
      </PageHeader>
      {troubles.map(({ code, message }) => (
        <div className="banner butter" role="status" key={code}>
          <p>
            <b>Look at this.</b> {message}
          </p>
        </div>
      ))}
      <div className="two">
        <div>
          <Ledger desk={desk} />
        </div>
        <div>
          <Doings desk={desk} />
          <Plan desk={desk} />
          <History desk={desk} />
        </div>
      </div>
    </>
  )
}

// The answer first: what comes next, and until when it can be changed.
function Now({ desk }: { desk: DeskSubscription }): JSX.Element {
  const clock = useShopClock()
  const { subscription } = desk
  const { kind, frequency, gift } = subscription
  const rhythm = rhythmWords({ kind, frequency, giftDeliveries: gift?.deliveries })
  const next = nextOf(desk)
  return (
    <>
      {rhythm}.{' '}
      {next === undefined
        ? 'Nothing comes.'
        : `Next on ${shortDay(next.day)}${next.isSecret ? ', which is a secret' : ''}${
            next.state === 'planned' && next.lastChangeAt !== undefined
              ? `; it can be changed until ${momentWords(next.lastChangeAt, clock)}`
              : ''
          }.`}
    </>
  )
}
