import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import { type JSX, useRef, useState } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useShop } from '../../components/shell.tsx'
import { cardName, expiryWords } from '../../components/payment/kept-card-words.ts'
import { toast } from '@flora/ui/toasts.tsx'
import { visitContext } from '../../visit.ts'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { AccountFrame } from './account-frame.tsx'
import { AddCard } from './add-card.tsx'
import { orSignIn } from './ask-account.ts'
import { focusOnList } from './focus.ts'
import { Question, type QuestionHandle } from './question.tsx'
import { Unfold } from './unfold.tsx'

export function loader({ context, request }: LoaderFunctionArgs): Promise<SavedCard[]> {
  return orSignIn(context.get(visitContext).client.call('GET /account/cards', {}), request)
}

/** The cards she keeps. Their numbers are with the payment service and never here. */
export function Component(): JSX.Element {
  const [cards, setCards] = useState(useLoaderData<typeof loader>())
  const payments = useShop()?.facts.payments

  async function added(): Promise<void> {
    setCards(await createClient(browserCarrier()).call('GET /account/cards', {}))
    toast({ words: 'Kept with the payment service.' })
  }

  return (
    <AccountFrame
      title="Your cards"
      heading={
        cards.length === 0 ? 'No card is kept.' : cards.length === 1 ? 'One card, to pay with.' : 'Cards to pay with.'
      }
      lead="The numbers are with the payment service. We see the last four digits."
    >
      <ul className="acc-rows" id="acc-list" tabIndex={-1}>
        {cards.map((card) => (
          <CardRow key={card.id} card={card} onCards={setCards} />
        ))}
      </ul>
      {payments !== undefined && (
        <Unfold label="Add a card">
          {(fold) => (
            <AddCard
              payments={payments}
              onAdded={async () => {
                await added()
                fold()
              }}
              onLeave={fold}
            />
          )}
        </Unfold>
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
  const [letting, runLetting] = useAsking()
  const question = useRef<QuestionHandle>(null)
  const params = { cardId: card.id }
  const client = createClient(browserCarrier())
  const called = cardName(card)

  function letGo(): Promise<void> {
    return runLetting(async () => {
      const rest = await client.call('DELETE /account/cards/:cardId', { params })
      question.current?.close()
      onCards(rest)
      focusOnList()
      toast({ words: `${called} is let go.` })
    })
  }

  return (
    <li>
      <div>
        <p>
          <b>{called}</b> {card.isDefault && <span className="soft small">offered first</span>}
        </p>
        <p className="small num">{expiryWords(card)}</p>
        <Refused asking={asking} opening="Not done." />
      </div>
      <div className="acc-acts">
        {!card.isDefault && !card.isExpired && (
          <button
            type="button"
            className="btn btn-text"
            onClick={() =>
              void run(async () => {
                onCards(await client.call('PUT /account/cards/:cardId/default', { params }))
                focusOnList()
              })
            }
          >
            Offer first<span className="vh"> ({called})</span>
          </button>
        )}
        <button type="button" className="btn btn-text" onClick={() => question.current?.ask()}>
          Let go<span className="vh"> of {called}</span>
        </button>
      </div>
      <Question
        ref={question}
        question={`Let ${called} go?`}
        answers={{ act: 'Let it go', acting: 'Letting it go', keep: 'Keep it' }}
        asking={letting}
        onAct={letGo}
      >
        <p>The payment service forgets it for good. Orders you’ve paid with it stay paid.</p>
      </Question>
    </li>
  )
}
