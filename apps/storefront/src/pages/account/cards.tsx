import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import { type JSX, useRef, useState } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { PaymentFields, type PaymentHandle } from '../../components/payment/payment-fields.tsx'
import { useShop } from '../../components/shell.tsx'
import { toast } from '../../components/toasts.tsx'
import { visitContext } from '../../visit.ts'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'

export function loader({ context, request }: LoaderFunctionArgs): Promise<SavedCard[]> {
  return orSignIn(context.get(visitContext).client.call('GET /account/cards', {}), request)
}

/** The cards she keeps. Their numbers are with the payment service and never here. */
export function Component(): JSX.Element {
  const [cards, setCards] = useState(useLoaderData<typeof loader>())
  const [isAdding, setAdding] = useState(false)
  const payments = useShop()?.facts.payments

  async function added(): Promise<void> {
    setCards(await createClient(browserCarrier()).call('GET /account/cards', {}))
    setAdding(false)
    toast({ words: 'Kept with the payment service.' })
  }

  return (
    <AccountFrame
      title="Your cards"
      heading={cards.length === 0 ? 'No card is kept.' : 'Cards you keep.'}
      lead="The numbers are with the payment service. We see the last four digits."
    >
      {cards.length > 0 && (
        <ul className="acc-rows">
          {cards.map((card) => (
            <CardRow key={card.id} card={card} onCards={setCards} />
          ))}
        </ul>
      )}
      {isAdding && payments !== undefined ? (
        <AddCard payments={payments} onAdded={added} onLeave={() => setAdding(false)} />
      ) : (
        <p>
          <button type="button" className="btn btn-line" onClick={() => setAdding(true)}>
            Add a card
          </button>
        </p>
      )}
    </AccountFrame>
  )
}

interface CardRowProps {
  readonly card: SavedCard
  readonly onCards: (cards: SavedCard[]) => void
}

function CardRow({ card, onCards }: CardRowProps): JSX.Element {
  const [asking, run] = useAsking()
  const params = { cardId: card.id }
  const client = createClient(browserCarrier())
  const called = `${card.brand} ending ${card.last4}`
  const expiry = `${String(card.expiry.month).padStart(2, '0')}/${String(card.expiry.year).slice(-2)}`
  return (
    <li>
      <div>
        <p>
          <b>{called}</b> {card.isDefault && <span className="soft">offered first</span>}
        </p>
        <p className="small num">{card.isExpired ? `Expired ${expiry}` : `Until ${expiry}`}</p>
        <Refused asking={asking} opening="Not done." />
      </div>
      <div className="acc-acts">
        {!card.isDefault && (
          <button
            type="button"
            className="btn btn-text"
            onClick={() =>
              void run(async () => onCards(await client.call('PUT /account/cards/:cardId/default', { params })))
            }
          >
            Offer first<span className="vh">: {called}</span>
          </button>
        )}
        <button
          type="button"
          className="btn btn-text"
          onClick={() => void run(async () => onCards(await client.call('DELETE /account/cards/:cardId', { params })))}
        >
          Let go<span className="vh"> of {called}</span>
        </button>
      </div>
    </li>
  )
}

interface AddCardProps {
  readonly payments: ShopFacts['payments']
  readonly onAdded: () => Promise<void>
  readonly onLeave: () => void
}

function AddCard({ payments, onAdded, onLeave }: AddCardProps): JSX.Element {
  const fields = useRef<PaymentHandle>(null)
  const [asking, run] = useAsking()
  const [because, setBecause] = useState<string>()

  function keep(): Promise<void> {
    return run(async () => {
      setBecause(undefined)
      if (!(await fields.current?.check())) return
      const { clientSecret } = await createClient(browserCarrier()).call('POST /account/cards/setup', { body: {} })
      const returnUrl = new URL('/account/cards', location.origin).href
      const outcome = await fields.current!.pay({ clientSecret, returnUrl, billing: { name: '', email: '' } })
      if (outcome.kind === 'paid') return onAdded()
      if (outcome.kind !== 'leaving' && 'sentence' in outcome) setBecause(outcome.sentence)
    })
  }

  return (
    <div className="acc-form">
      <PaymentFields payments={payments} amount={undefined} busy={asking.kind === 'busy'} ref={fields} />
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
      <Refused asking={asking} opening="Not kept." />
      <div className="acts">
        <button type="button" className="btn" aria-busy={asking.kind === 'busy'} onClick={() => void keep()}>
          {asking.kind === 'busy' ? 'Asking your bank' : 'Keep this card'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </div>
  )
}
