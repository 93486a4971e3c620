import type { SavedCard } from '@flora/contract/customers.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import { type JSX, useState } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing } from '../../ask-shop.ts'
import { useShop } from '../../components/shell.tsx'
import { visitContext } from '../../visit.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { ComingCalendar } from './subscriptions/coming-calendar.tsx'
import { Ledger } from './subscriptions/ledger.tsx'
import { nextSentence } from './subscriptions/subscription-words.ts'
import './subscriptions/subscriptions.css'
import '../../components/subscription/subscription.css'

interface Subscriptions {
  readonly subscriptions: readonly Subscription[]
  readonly cards: readonly SavedCard[]
}

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Subscriptions> {
  const { client } = context.get(visitContext)
  const subscriptions = await orSignIn(client.call('GET /account/subscriptions', {}), request)
  // Their names only; who has none, or when the payment service is silent, sees the rest all the same.
  const cards = subscriptions.length === 0 ? [] : ((await orNothing(client.call('GET /account/cards', {}))) ?? [])
  return { subscriptions, cards }
}

/** When and where the next one goes, the months ahead, and the ledger of each. */
export function Component(): JSX.Element {
  const loaded = useLoaderData<typeof loader>()
  const [subscriptions, setSubscriptions] = useState(loaded.subscriptions)
  const [cards, setCards] = useState(loaded.cards)
  const facts = useShop()?.facts
  if (facts === undefined)
    return (
      <AccountFrame title="My subscriptions" heading="One moment.">
        <p />
      </AccountFrame>
    )
  const under = subscriptions.filter(({ state }) => state !== 'cancelled')
  const over = subscriptions.filter(({ state }) => state === 'cancelled')
  const set = (next: Subscription): void =>
    setSubscriptions((all) => all.map((one) => (one.id === next.id ? next : one)))
  return (
    <AccountFrame title="My subscriptions" heading={nextSentence(under, facts.today)}>
      {subscriptions.length === 0 ? (
        <NoneYet />
      ) : (
        <div className="mysub">
          <ComingCalendar subscriptions={subscriptions} today={facts.today} />
          <div className="stack-l">
            {[...under, ...over].map((subscription) => (
              <Ledger
                key={subscription.id}
                subscription={subscription}
                onSubscription={set}
                cards={cards}
                onCards={setCards}
                today={facts.today}
                timeZone={facts.timeZone}
                isWhole={false}
              />
            ))}
            <p>
              <Link to="/subscriptions">Start another</Link>
            </p>
          </div>
        </div>
      )}
    </AccountFrame>
  )
}

function NoneYet(): JSX.Element {
  return (
    <p className="acc-empty">
      Weekly, monthly, on her birthday or on a day only we know: they will stand here, each with its last moment to
      change it. <Link to="/subscriptions">How subscriptions work</Link>.
    </p>
  )
}
