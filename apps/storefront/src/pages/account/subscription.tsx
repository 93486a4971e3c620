import type { SavedCard } from '@flora/contract/customers.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import { type JSX, useState } from 'react'
import { Link, useLoaderData, useRouteError, type LoaderFunctionArgs } from 'react-router'
import { orNothing, problemIn } from '../../ask-shop.ts'
import { BrokenPage } from '../../components/broken-page.tsx'
import { useShop } from '../../components/shell.tsx'
import { visitContext } from '../../visit.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { ComingCalendar } from './subscriptions/coming-calendar.tsx'
import { Ledger } from './subscriptions/ledger.tsx'
import { PlanFacts, SubscriptionHistory } from './subscriptions/plan-facts.tsx'
import { nextSentence } from './subscriptions/subscription-words.ts'
import './subscriptions/subscriptions.css'
import '../../components/subscription/subscription.css'

interface OneSubscription {
  readonly subscription: Subscription
  readonly cards: readonly SavedCard[]
}

export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<OneSubscription> {
  const { client } = context.get(visitContext)
  const subscriptionId = (params['id'] ?? '') as SubscriptionId
  const subscription = await orSignIn(
    client.call('GET /account/subscriptions/:subscriptionId', { params: { subscriptionId } }),
    request,
  )
  return { subscription, cards: (await orNothing(client.call('GET /account/cards', {}))) ?? [] }
}

/** One subscription with all of its ledger, what was agreed, and what was done to it. */
export function Component(): JSX.Element {
  const loaded = useLoaderData<typeof loader>()
  const [subscription, setSubscription] = useState(loaded.subscription)
  const [cards, setCards] = useState(loaded.cards)
  const facts = useShop()?.facts
  if (facts === undefined) return <BrokenPage problem={undefined} phone={undefined} />
  const { today, timeZone } = facts
  return (
    <AccountFrame title={subscription.product.name} heading={nextSentence([subscription], today)}>
      <p className="mb-s5">
        <Link to="/account/subscriptions">All subscriptions</Link>
      </p>
      <div className="mysub">
        <ComingCalendar subscriptions={[subscription]} today={today} />
        <div className="stack-l">
          <Ledger
            {...{ subscription, cards, today, timeZone }}
            onSubscription={setSubscription}
            onCards={setCards}
            isWhole
          />
          <PlanFacts subscription={subscription} />
          <SubscriptionHistory subscription={subscription} timeZone={timeZone} />
        </div>
      </div>
    </AccountFrame>
  )
}

/** The page when there is no such subscription among hers. */
export function ErrorBoundary(): JSX.Element {
  const problem = problemIn(useRouteError())
  const phone = useShop()?.facts.phone
  if (problem?.status !== 404 && problem?.status !== 400) return <BrokenPage problem={problem} phone={phone} />
  return (
    <AccountFrame title="Subscription" heading="There is no such subscription of yours.">
      <p className="acc-empty">
        It may be somebody else’s, or the link lost a letter. <Link to="/account/subscriptions">See yours</Link>.
      </p>
    </AccountFrame>
  )
}
