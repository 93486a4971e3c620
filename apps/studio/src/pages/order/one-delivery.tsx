import { substitutionWords } from '../../words/substitutions.ts'
import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { ChangeDelivery, type ChangedPart } from '../../forms/delivery-change.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'
import { inSum } from '../../words/money.ts'
import { outcomeWords } from '../../words/outcomes.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { type DeliveryParts, recipeWords } from './order-parts.ts'

interface OneDeliveryProps {
  readonly desk: DeskOrder
  readonly delivery: DeliveryParts
  /** Of several deliveries, which. */
  readonly position: number | undefined
}

/** One door: what is made for it, where it goes, what the card says, and what of it may still be changed. */
export function OneDelivery({ desk, delivery, position }: OneDeliveryProps): JSX.Element {
  const { view, own, lines } = delivery
  const [changing, setChanging] = useState<ChangedPart>()
  return (
    <>
      <Section
        title={position === undefined ? 'To make' : `Delivery ${position}: to make`}
        aside={
          <>
            {position !== undefined && <StatusBadge status={own.status} />}{' '}
            <span className="num">{own.benchMinutes} bench minutes</span>
          </>
        }
      >
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Recipe</th>
              <th scope="col" className="r">
                Price
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ view: line, own: ours }) => (
              <tr key={line.id}>
                <th scope="row">
                  <b>
                    {line.quantity > 1 && `${line.quantity} × `}
                    {line.name}
                  </b>
                  <br />
                  <span className="soft">{ours.kind === 'add-on' ? 'Add-on' : line.variantName}</span>
                </th>
                <td>{recipeWords(ours.recipe, line.quantity)}</td>
                <td className="r">
                  {inSum(line.total)}
                  {ours.refunded.minor > 0 && <span className="hint block">{inSum(ours.refunded)} given back</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small soft">If a stem is missing: {substitutionWords[view.substitution]}.</p>
      </Section>
      <div className="columns">
        <Where delivery={delivery} onChange={setChanging} />
        <Card delivery={delivery} onChange={() => setChanging('card')} />
      </div>
      {changing !== undefined && (
        <ChangeDelivery
          key={changing}
          desk={desk}
          delivery={delivery}
          part={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  )
}

function Where(props: { delivery: DeliveryParts; onChange: (part: ChangedPart) => void }): JSX.Element {
  const { view, own } = props.delivery
  const { recipient, outcome } = view
  return (
    <Section title={view.method === 'pick-up' ? 'Pick-up' : 'Delivery'} aside={own.zone.name}>
      <p>
        <b>{longDay(view.day)}</b>
        <br />
        {own.window.name}
      </p>
      <address>
        <b>{recipient.name}</b>
        {view.method !== 'pick-up' && (
          <>
            <br />
            {recipient.line1}
            {recipient.line2 !== '' && (
              <>
                <br />
                {recipient.line2}
              </>
            )}
            <br />
            {recipient.suburb} {recipient.postcode}
          </>
        )}
        {recipient.phone !== '' && (
          <>
            <br />
            <a href={`tel:${recipient.phone.replaceAll(' ', '')}`}>{recipient.phone}</a>
          </>
        )}
      </address>
      {view.instructions !== '' && <p className="small soft">For the driver: {view.instructions}</p>}
      {view.anonymous && <p className="small">The sender must not be named at the door.</p>}
      {outcome && <Outcome outcome={outcome} />}
      <div className="acts">
        <Button small can={own.can.move} onPress={() => props.onChange('day')}>
          Change day
        </Button>
        <Button small can={own.can.changeAddress} onPress={() => props.onChange('address')}>
          Change address
        </Button>
      </div>
    </Section>
  )
}

function Outcome({ outcome }: { outcome: NonNullable<DeliveryParts['view']['outcome']> }): JSX.Element {
  const clock = useShopClock()
  return (
    <div className="outcome">
      <p>
        <b>{outcomeWords[outcome.kind]}</b>,{' '}
        {momentWords(outcome.at, { timeZone: clock.timeZone, ...(clock.today && { today: clock.today }) })}
        {outcome.where !== '' && `: ${outcome.where}`}
      </p>
      {outcome.photos.map((address) => (
        <a key={address} href={address} target="_blank" rel="noreferrer">
          <img className="proof" src={address} width="320" height="240" alt="The driver’s photograph of the delivery" />
        </a>
      ))}
    </div>
  )
}

function Card({ delivery, onChange }: { delivery: DeliveryParts; onChange: () => void }): JSX.Element {
  const { view, own } = delivery
  const { timeZone, today } = useShopClock()
  return (
    <Section
      title="Card"
      aside={
        own.cardPrintedAt !== undefined && (
          <span className="xs soft">
            Printed {momentWords(own.cardPrintedAt, { timeZone, ...(today && { today }) })}
          </span>
        )
      }
    >
      {view.cardMessage === '' ? <p className="soft">No card.</p> : <div className="slip-card">{view.cardMessage}</div>}
      {!own.cardFit.fits && (
        <p className="flag">
          Too long for the card: {own.cardFit.lines.length} of {own.cardFit.limit} lines.
        </p>
      )}
      <div className="acts">
        <Button small can={own.can.changeCard} onPress={onChange}>
          Edit card
        </Button>
      </div>
    </Section>
  )
}
