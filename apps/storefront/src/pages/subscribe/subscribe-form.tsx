import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import { type JSX, type RefObject, useRef, useState } from 'react'
import { useSeemsSignedIn } from '../../account-hint.ts'
import { useKeptCards } from '../../components/payment/use-kept-cards.ts'
import { useShop } from '../../components/shell.tsx'
import { CardChoice, type CardChoiceHandle } from '../../components/subscription/card-choice.tsx'
import { CardFields, DoorFields, SubstitutionField } from '../../components/subscription/door-fields.tsx'
import { useAddresses } from '../checkout/use-addresses.ts'
import { SubscribeSum } from './subscribe-sum.tsx'
import { useQuote } from './use-quote.ts'
import { useStarting } from './use-starting.ts'
import { useWish, type WishDesk } from './use-wish.ts'
import { WhatAndHow } from './what-and-how.tsx'
import { WhenFirst } from './when-first.tsx'
import type { Wish } from './wish.ts'

interface SubscribeFormProps {
  readonly offers: SubscriptionOffers
  readonly start: Wish
  /** The one in the cart that is said anew. */
  readonly changing: SubscriptionId | undefined
}

const part = 'sub'

/** Everything a subscription needs to be told once. What is asked for and refused, the shop says. */
export function SubscribeForm({ offers, start, changing }: SubscribeFormProps): JSX.Element {
  const desk = useWish(start, part)
  const { wish } = desk
  const isSignedIn = useSeemsSignedIn()
  const timeZone = useShop()?.facts.timeZone ?? 'Australia/Melbourne'
  const card = useRef<CardChoiceHandle>(null)
  const seen = useQuote(wish)
  const starting = useStarting(wish)
  const paysByCard = wish.as !== 'gift' && changing === undefined && isSignedIn
  return (
    <div className="cols-main">
      <form className="co sub-form" onSubmit={(event) => event.preventDefault()} noValidate>
        <Said offers={offers} desk={desk} />
        {paysByCard && <WhichCard card={card} busy={starting.asking.kind === 'busy'} />}
      </form>
      <SubscribeSum
        {...{ offers, wish, seen, starting, changing, isSignedIn, timeZone }}
        onStart={() => {
          if (desk.isWhole() && card.current !== null && seen.quote !== undefined)
            void starting.start(card.current, seen.quote)
        }}
        onCart={() => {
          if (desk.isWhole()) void starting.putInCart(changing)
        }}
      />
    </div>
  )
}

// What comes, when, where and with which words.
function Said({ offers, desk }: { offers: SubscriptionOffers; desk: WishDesk }): JSX.Element {
  const { wish, faults, calendar, isFailed, suburbs, change, type } = desk
  const facts = useShop()?.facts
  const addresses = useAddresses()
  return (
    <>
      <WhatAndHow part={part} offers={offers} wish={wish} today={facts?.today} onChange={change} />
      <WhenFirst
        {...{ part, wish, calendar, isFailed, suburbs }}
        fault={faults.when}
        pickUpAt={facts?.address}
        onType={type}
        onChange={change}
      />
      <section aria-labelledby={`${part}-to`}>
        <h2 className="q" id={`${part}-to`}>
          {wish.isPickUp ? 'Who picks them up' : 'Where they go'}
        </h2>
        <DoorFields {...{ part, faults, suburbs, addresses }} door={wish.door} isPickUp={wish.isPickUp} onType={type} />
      </section>
      <section aria-labelledby={`${part}-words`}>
        <h2 className="q" id={`${part}-words`}>
          The card, each time
        </h2>
        <div className="stack">
          <CardFields part={part} door={wish.door} onType={type} />
          <SubstitutionField part={part} door={wish.door} onType={type} />
        </div>
      </section>
    </>
  )
}

function WhichCard({ card, busy }: { card: RefObject<CardChoiceHandle | null>; busy: boolean }): JSX.Element | null {
  const payments = useShop()?.facts.payments
  const kept = useKeptCards()
  // One more, once she has typed it.
  const [later, setLater] = useState<typeof kept>()
  if (payments === undefined) return null
  return (
    <section aria-labelledby={`${part}-pay`}>
      <h2 className="q" id={`${part}-pay`}>
        Which card pays
      </h2>
      <CardChoice payments={payments} cards={later ?? kept} busy={busy} onCards={setLater} ref={card} />
      <p className="hint">
        You agree that each delivery is charged to this card when the last moment to change it has passed, until you
        stop. If that moment is behind us already for the first one, it is charged now.
      </p>
    </section>
  )
}
