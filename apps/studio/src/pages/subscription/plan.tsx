import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Section } from '../../components/section.tsx'
import { count } from '../../words/counts.ts'
import { shortDay, weekdayNames } from '@flora/calendar/wall-day.ts'
import { inSum } from '../../words/money.ts'
import { substitutionWords } from '../../words/substitutions.ts'
import { rhythmWords } from '../../words/subscriptions.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** What each delivery is, as it was agreed, and who pays for it. */
export function Plan({ desk }: { desk: DeskSubscription }): JSX.Element {
  const clock = useShopClock()
  const { subscription, owner } = desk
  const { plan, product, quantity, window, perDelivery, newPrice, gift, kind, frequency } = subscription
  const { recipient, instructions, cardMessage, anonymous, substitution } = plan
  const isPickUp = recipient.line1 === ''
  return (
    <Section title="What was agreed">
      <dl className="facts">
        <Fact name="Flowers">
          {quantity > 1 && `${quantity} × `}
          {product.name}, {product.variantName}
        </Fact>
        <Fact name="Rhythm">{rhythmWords({ kind, frequency, giftDeliveries: gift?.deliveries })}</Fact>
        {gift && <Fact name="Left of the gift">{count(gift.left, 'delivery', 'deliveries')}, paid</Fact>}
        <Fact name="Window">{window.name}</Fact>
        <Fact name={isPickUp ? 'Picked up by' : 'Goes to'}>
          {recipient.name}
          {!isPickUp && (
            <>
              , {recipient.line1}
              {recipient.line2 !== '' && `, ${recipient.line2}`}, {recipient.suburb} {recipient.postcode}
            </>
          )}
          {recipient.phone !== '' && (
            <>
              {', '}
              <a href={`tel:${recipient.phone.replaceAll(' ', '')}`}>{recipient.phone}</a>
            </>
          )}
        </Fact>
        {instructions !== '' && <Fact name="For the driver">{instructions}</Fact>}
        {cardMessage !== '' && (
          <Fact name="Card">
            <span className="as-written">{cardMessage}</span>
          </Fact>
        )}
        {anonymous && <Fact name="Sender">must not be named</Fact>}
        <Fact name="If a stem is missing">{substitutionWords[substitution]}</Fact>
        {kind === 'surprise' && <Fact name="Never on">{neverWords(plan)}</Fact>}
        <Fact name="A delivery">
          {inSum(perDelivery)}
          {newPrice && `, and ${inSum(newPrice.perDelivery)} from ${momentWords(newPrice.from, clock)}`}
        </Fact>
        <Fact name={gift ? 'Given by' : 'Paid by'}>
          {owner.accountId === undefined ? owner.name : <Link to={`/customers/${owner.accountId}`}>{owner.name}</Link>},{' '}
          <a href={`mailto:${owner.email}`}>{owner.email}</a>
          {owner.phone !== '' && (
            <>
              {', '}
              <a href={`tel:${owner.phone.replaceAll(' ', '')}`}>{owner.phone}</a>
            </>
          )}
        </Fact>
      </dl>
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }): JSX.Element {
  return (
    <div className="fact-pair">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function neverWords({ excludedWeekdays, excludedDays }: DeskSubscription['subscription']['plan']): string {
  const days = [...excludedWeekdays.map((weekday) => `${weekdayNames[weekday - 1]}s`), ...excludedDays.map(shortDay)]
  return days.length === 0 ? 'any day is welcome' : days.join(', ')
}
