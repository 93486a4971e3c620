import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import { type JSX, useId, useImperativeHandle, useRef, useState } from 'react'
import { cardName, expiryWords } from './kept-card-words.ts'
import { payWithKeptCard } from './pay-with-kept-card.ts'
import { PaymentFields, type PaymentFieldsProps, type PaymentHandle } from './payment-fields.tsx'
import { useKeptCards } from './use-kept-cards.ts'

const another = 'another'

/** The card fields, and before them the cards she keeps: for whoever is signed in and has some. */
export function PaymentChoice({ payments, amount, busy, ref }: PaymentFieldsProps): JSX.Element {
  const cards = useKeptCards()
  const fields = useRef<PaymentHandle>(null)
  const [said, setSaid] = useState<string>()
  const chosen = said === another ? undefined : (cards.find(({ id }) => id === said) ?? cards[0])
  useImperativeHandle(ref, () => ({
    check: async () => chosen !== undefined || ((await fields.current?.check()) ?? false),
    pay: (sheet) =>
      chosen === undefined
        ? fields.current!.pay(sheet)
        : payWithKeptCard({ client: createClient(browserCarrier()), payments, card: chosen, sheet }),
  }))
  return (
    <>
      {cards.length > 0 && <CardChoices cards={cards} value={chosen?.id ?? another} busy={busy} onChoose={setSaid} />}
      {chosen === undefined && <PaymentFields payments={payments} amount={amount} busy={busy} ref={fields} />}
    </>
  )
}

interface CardChoicesProps {
  readonly cards: readonly SavedCard[]
  readonly value: string
  readonly busy: boolean
  readonly onChoose: (value: string) => void
}

function CardChoices({ cards, value, busy, onChoose }: CardChoicesProps): JSX.Element {
  const name = useId()
  const radio = (one: string): JSX.Element => (
    <input
      type="radio"
      name={name}
      value={one}
      checked={value === one}
      disabled={busy}
      onChange={() => onChoose(one)}
    />
  )
  return (
    <fieldset className="kept-cards">
      <legend className="vh">Which card pays</legend>
      <div className="choices">
        {cards.map((card) => (
          <label key={card.id} className="choice">
            {radio(card.id)}
            <b>{cardName(card)}</b>
            <span className="small soft num">{expiryWords(card)}</span>
          </label>
        ))}
        <label className="choice">
          {radio(another)}
          <b>Another card</b>
        </label>
      </div>
    </fieldset>
  )
}
