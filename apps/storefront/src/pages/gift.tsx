import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import { type JSX, useState } from 'react'
import { Link, useLoaderData, useParams, useRouteError, type LoaderFunctionArgs } from 'react-router'
import { orProblem, problemIn } from '../ask-shop.ts'
import { BrokenPage } from '../components/broken-page.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useShop } from '../components/shell.tsx'
import { visitContext } from '../visit.ts'
import { ComingCalendar } from './account/subscriptions/coming-calendar.tsx'
import { Ledger } from './account/subscriptions/ledger.tsx'
import { PlanFacts, SubscriptionHistory } from './account/subscriptions/plan-facts.tsx'
import { nextSentence } from './account/subscriptions/subscription-words.ts'
import { firstName } from './checkout/first-name.ts'
import './account/account.css'
import './account/subscriptions/subscriptions.css'
import '../components/subscription/subscription.css'

export function loader({ context, params }: LoaderFunctionArgs): Promise<Subscription> {
  const asked = { link: params['link'] ?? '', subscriptionId: (params['id'] ?? '') as SubscriptionId }
  return orProblem(context.get(visitContext).client.call('GET /orders/:link/gifts/:subscriptionId', { params: asked }))
}

/** A gift of some deliveries, as its buyer rules it by the link of the order that paid: no account needed. */
export function Component(): JSX.Element {
  const loaded = useLoaderData<typeof loader>()
  const [subscription, setSubscription] = useState(loaded)
  const { link = '' } = useParams()
  const facts = useShop()?.facts
  if (facts === undefined) return <BrokenPage problem={undefined} phone={undefined} />
  const { today, timeZone } = facts
  return (
    <div className="wrap">
      <PageHead title="Your gift" noIndex />
      <meta name="referrer" content="no-referrer" />
      <header className="page-head">
        <p className="small soft">
          <Link to={`/order/${link}`}>The order that paid it</Link>
        </p>
        <h1 className="h1-s">{nextSentence([subscription], today)}</h1>
        <p className="lead soft">
          A gift for {firstName(subscription.plan.recipient.name)}. This page is private to you: it rules the gift, and
          it shows the price.
        </p>
      </header>
      <div className="mysub">
        <ComingCalendar subscriptions={[subscription]} today={today} />
        <div className="stack-l">
          <Ledger
            {...{ subscription, today, timeZone }}
            cards={[]}
            onSubscription={setSubscription}
            onCards={() => undefined}
            isWhole
          />
          <PlanFacts subscription={subscription} />
          <SubscriptionHistory subscription={subscription} timeZone={timeZone} />
        </div>
      </div>
    </div>
  )
}

/** The page when there is no such gift behind the link. */
export function ErrorBoundary(): JSX.Element {
  const problem = problemIn(useRouteError())
  const phone = useShop()?.facts.phone
  if (problem?.status !== 404 && problem?.status !== 400) return <BrokenPage problem={problem} phone={phone} />
  return (
    <div className="wrap page-head">
      <PageHead title="No gift here" noIndex />
      <h1 className="h1-s">There is no gift behind this link.</h1>
      <p className="lead soft">
        If it has just been paid, it begins within a moment: please look again. Otherwise open it from your e-mail.
      </p>
      <div className="acts">
        <Link className="btn" to="/find-order">
          Find an order
        </Link>
      </div>
    </div>
  )
}
