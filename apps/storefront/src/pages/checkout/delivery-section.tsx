import type { CartDelivery } from '@flora/contract/cart.ts'
import type { Address } from '@flora/contract/customers.ts'
import { type JSX, useRef } from 'react'
import { cents } from '../../words/money.ts'
import { contentsWords, dayWords, tripWords } from '../cart/cart-words.ts'
import { DayPanel } from '../cart/day-panel.tsx'
import type { CartDesk } from '../cart/use-cart-desk.ts'
import { AddressFields } from './address-fields.tsx'
import { CardSection } from './card-section.tsx'
import { deliveryDraftOf, type DeliveryDraft, recipientOf } from './draft.ts'
import { type Fault, fieldId, isOfWords } from './faults.ts'
import { FromAddresses } from './from-addresses.tsx'
import { SubstitutionSection } from './substitution-section.tsx'
import type { CheckoutForm } from './use-checkout-form.ts'

interface DeliverySectionProps {
  readonly delivery: CartDelivery
  readonly desk: CartDesk
  readonly form: CheckoutForm
  readonly missing: readonly Fault[]
  readonly shopAddress: string
  /** Those she keeps, when she is signed in. */
  readonly addresses: readonly Address[]
  /** The days of this delivery are open on the page. */
  readonly choosing: boolean
  readonly onChoose: (choosing: boolean) => void
  readonly open: boolean
  readonly onOpen: () => void
}

/** One delivery: who, where, when, with which words. Further ones are folded to a summary while nothing in them needs a hand. */
export function DeliverySection(props: DeliverySectionProps): JSX.Element {
  const { delivery, desk, form, open } = props
  const { cart } = desk
  const number = cart.deliveries.indexOf(delivery) + 1
  const typed = form.draft.deliveries[delivery.id] ?? deliveryDraftOf(delivery)
  const headId = `co-${delivery.id}`
  return (
    <section aria-labelledby={headId} className="co-delivery">
      <h2 className="q" id={headId}>
        {cart.deliveries.length === 1 ? 'Delivery' : `Delivery ${number}`}{' '}
        <span className="opt soft">{contentsWords(cart.lines.filter((line) => line.deliveryId === delivery.id))}</span>
      </h2>
      {open ? (
        <OpenDelivery {...props} typed={typed} number={number} />
      ) : (
        <FoldedDelivery delivery={delivery} typed={typed} onOpen={props.onOpen} />
      )}
    </section>
  )
}

function OpenDelivery(props: DeliverySectionProps & { typed: DeliveryDraft; number: number }): JSX.Element {
  const { delivery, desk, form, missing, typed, number } = props
  const first = desk.cart.deliveries[0]!
  const firstTyped = form.draft.deliveries[first.id] ?? deliveryDraftOf(first)
  const mayCopy =
    number > 1 &&
    typed.name === '' &&
    firstTyped.name !== '' &&
    first.method !== 'pick-up' &&
    delivery.method !== 'pick-up'
  return (
    <>
      {mayCopy && (
        <button
          type="button"
          className="btn btn-line btn-s co-copy"
          onClick={() => form.setDelivery(delivery.id, recipientOf(firstTyped))}
        >
          Same person and address as delivery 1
        </button>
      )}
      {delivery.method !== 'pick-up' && (
        <FromAddresses deliveryId={delivery.id} typed={typed} addresses={props.addresses} form={form} />
      )}
      <AddressFields delivery={delivery} typed={typed} form={form} missing={missing} />
      {form.news[delivery.id] !== undefined && (
        <div className="banner butter co-news" role="status">
          <p>{form.news[delivery.id]}</p>
        </div>
      )}
      <WhenLine {...props} />
      <CardSection
        delivery={delivery}
        typed={typed}
        form={form}
        shopAddress={props.shopAddress}
        toCopy={number > 1 ? firstTyped.cardMessage : undefined}
      />
      <SubstitutionSection delivery={delivery} typed={typed} form={form} />
    </>
  )
}

function WhenLine({ delivery, desk, form, missing, choosing, onChoose }: DeliverySectionProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  const id = fieldId(delivery.id, 'when')
  const problem =
    delivery.problem !== undefined && !isOfWords(delivery.problem.code) ? delivery.problem.message : undefined
  const fault = problem ?? (form.left.has(id) ? missing.find((one) => one.fieldId === id)?.sentence : undefined)
  const window = tripWords({ ...delivery, postcode: '', suburb: '' })
  return (
    <>
      <div className="when-line">
        <div>
          <span className="small soft">Day and window</span>
          <p className="d">{[dayWords(delivery), window].filter((part) => part !== '').join(', ')}</p>
        </div>
        <span className="price num">{delivery.window === undefined ? '' : cents(delivery.fee)}</span>
        <button
          type="button"
          className={delivery.window === undefined ? 'btn' : 'btn btn-line'}
          id={id}
          ref={button}
          aria-expanded={choosing}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onClick={() => onChoose(!choosing)}
        >
          {delivery.window === undefined ? 'Choose' : 'Change'}
          <span className="vh"> day and window</span>
        </button>
      </div>
      {fault !== undefined && (
        <p className="error" id={`${id}-fault`} role="status">
          {fault}
        </p>
      )}
      {choosing && (
        <DayPanel
          delivery={delivery}
          lines={desk.cart.lines.filter((line) => line.deliveryId === delivery.id)}
          desk={desk}
          withPlace={false}
          onDone={() => {
            onChoose(false)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}

function FoldedDelivery({
  delivery,
  typed,
  onOpen,
}: {
  delivery: CartDelivery
  typed: DeliveryDraft
  onOpen: () => void
}): JSX.Element {
  const address = [typed.line1, typed.line2, `${typed.suburb} ${typed.postcode}`]
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return (
    <div className="folded">
      <p>
        <b>{typed.name}</b>
        {delivery.method !== 'pick-up' && `, ${address.join(', ')}`}
        <br />
        {dayWords(delivery)}, {tripWords({ ...delivery, postcode: '', suburb: '' })}.{' '}
        {typed.cardMessage.trim() === '' ? 'No card.' : 'With a card.'}
      </p>
      <button type="button" className="btn btn-line" onClick={onOpen}>
        Edit<span className="vh"> this delivery</span>
      </button>
    </div>
  )
}
