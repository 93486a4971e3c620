import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { cardName } from '../../../components/payment/kept-card-words.ts'
import { cents } from '../../../words/money.ts'
import { sizeOf } from '../../cart/cart-words.ts'
import { LedgerActs } from './ledger-acts.tsx'
import { LedgerNews } from './ledger-news.tsx'
import { inOrder } from './month-grid.ts'
import { OccurrenceRows } from './occurrence-rows.tsx'
import { badgeOf, nextOf, subscriptionName } from './subscription-words.ts'
import { useSubscriptionDesk } from './use-subscription-desk.ts'

export interface LedgerProps {
  readonly subscription: Subscription
  readonly onSubscription: (subscription: Subscription) => void
  readonly cards: readonly SavedCard[]
  readonly onCards: (cards: readonly SavedCard[]) => void
  readonly today: ShopDay
  readonly timeZone: string
  /** Everything there is; otherwise the next few, and the way to the rest. */
  readonly isWhole: boolean
}

// On the page of all of them each shows what comes next; its own page shows the rest.
const shownOfMany = 4

/** One subscription: what it is, what comes, what can be done, each with its last moment. */
export function Ledger(props: LedgerProps): JSX.Element {
  const { subscription, onSubscription, cards, onCards, today, timeZone, isWhole } = props
  const desk = useSubscriptionDesk(subscription, onSubscription)
  const badge = badgeOf(subscription, today)
  const headId = `${subscription.id}-head`
  const all = inOrder(subscription.occurrences)
  const shown = isWhole ? all : recent(all, today)
  const nextId = nextOf([subscription], today)?.occurrence.id
  const ownPage = `/account/subscriptions/${subscription.id}`
  return (
    <section className="subline" aria-labelledby={headId}>
      <header>
        <h2 id={headId}>
          {isWhole ? subscriptionName(subscription) : <Link to={ownPage}>{subscriptionName(subscription)}</Link>}
        </h2>
        <span className="badge" data-s={badge.mark}>
          {badge.word}
        </span>
      </header>
      <p className="soft">{summaryOf(subscription, cards)}</p>
      <LedgerNews subscription={subscription} timeZone={timeZone} />
      {shown.length > 0 ? (
        <OccurrenceRows desk={desk} occurrences={shown} nextId={nextId} timeZone={timeZone} />
      ) : (
        <p className="mt-s3">Nothing of it is in the book right now.</p>
      )}
      {!isWhole && (
        <p className="small mt-s3">
          <Link to={ownPage}>
            {all.length > shown.length ? `All ${all.length} deliveries, and what was done` : 'Everything about it'}
            <span className="vh">, {subscriptionName(subscription)}</span>
          </Link>
        </p>
      )}
      <LedgerActs desk={desk} today={today} cards={cards} onCards={onCards} />
    </section>
  )
}

// The last that went, and those that follow.
function recent(all: readonly Subscription['occurrences'][number][], today: ShopDay): typeof all {
  const ahead = all.findIndex((one) => (one.day ?? one.between?.until ?? '') >= today)
  const from = ahead === -1 ? all.length - 1 : ahead - 1
  return all.slice(Math.max(0, from), Math.max(0, from) + shownOfMany)
}

/** 'Medium. $100.00 a delivery. 8 am to 12 noon, to June in Abbotsford 3067. Visa ending 4242.' */
function summaryOf(subscription: Subscription, cards: readonly SavedCard[]): string {
  const { product, quantity, perDelivery, window, plan, cardId, gift } = subscription
  const { recipient } = plan
  const card = cards.find(({ id }) => id === cardId)
  const what = [quantity > 1 ? `${quantity} of them` : '', sizeOf(product.variantName)].filter((part) => part !== '')
  const where =
    recipient.line1 === ''
      ? `picked up by ${recipient.name}`
      : `to ${recipient.name}, ${recipient.suburb} ${recipient.postcode}`
  return [
    what.join(', '),
    gift === undefined
      ? `${cents(perDelivery)} a delivery, with its fee`
      : `A gift of ${gift.deliveries} deliveries, all of them paid`,
    `${window.name}, ${where}`,
    gift !== undefined ? '' : card === undefined ? '' : cardName(card),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ')
}
