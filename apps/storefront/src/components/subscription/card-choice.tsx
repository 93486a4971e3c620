import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import { type JSX, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { asKept } from '../payment/as-kept.ts'
import { cardName, expiryWords } from '../payment/kept-card-words.ts'
import { PaymentFields, type PaymentHandle } from '../payment/payment-fields.tsx'

/** The card that will pay: one she keeps, or one that is kept by asking. */
export interface CardChoiceHandle {
  /** Keeps a newly typed card first. Nothing when it was mistyped or the bank said no; the page has said so then. */
  readonly card: () => Promise<SavedCard['id'] | undefined>
}

interface CardChoiceProps {
  readonly payments: ShopFacts['payments']
  readonly cards: readonly SavedCard[]
  /** The card that pays now. */
  readonly chosen?: SavedCard['id'] | undefined
  readonly busy: boolean
  /** Another one is kept from now on. */
  readonly onCards: (cards: readonly SavedCard[]) => void
  readonly ref: Ref<CardChoiceHandle>
}

const another = 'another'

/** Which card pays while she is away. A new one is kept with the payment service, which may ask her once for that. */
export function CardChoice({ payments, cards, chosen: before, busy, onCards, ref }: CardChoiceProps): JSX.Element {
  const name = useId()
  const able = cards.filter(({ isExpired }) => !isExpired)
  const [said, setSaid] = useState<string>()
  const [because, setBecause] = useState<string>()
  const fields = useRef<PaymentHandle>(null)
  const chosen = said === another ? undefined : (able.find(({ id }) => id === (said ?? before)) ?? able[0])

  async function keep(): Promise<SavedCard['id'] | undefined> {
    setBecause(undefined)
    if (!(await fields.current?.check())) return undefined
    const client = createClient(browserCarrier())
    const { clientSecret } = await client.call('POST /account/subscriptions/card-setup', { body: {} })
    const outcome = await fields.current!.pay({
      clientSecret,
      returnUrl: location.href,
      billing: { name: '', email: '' },
    })
    if (outcome.kind !== 'paid' && outcome.kind !== 'processing') {
      if ('sentence' in outcome) setBecause(asKept(outcome.sentence))
      return undefined
    }
    const now = await client.call('GET /account/cards', {})
    const made = now.find(({ id }) => !cards.some((one) => one.id === id)) ?? now[0]
    onCards(now)
    setSaid(made?.id)
    return made?.id
  }
  useImperativeHandle(ref, () => ({ card: async () => (chosen === undefined ? keep() : chosen.id) }))

  const radio = (value: string): JSX.Element => (
    <input
      type="radio"
      name={name}
      value={value}
      checked={value === (chosen?.id ?? another)}
      disabled={busy}
      onChange={() => setSaid(value)}
    />
  )
  return (
    <>
      {able.length > 0 && (
        <fieldset className="kept-cards">
          <legend className="vh">Which card pays</legend>
          <div className="choices">
            {able.map((card) => (
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
      )}
      {chosen === undefined && <PaymentFields payments={payments} amount={undefined} busy={busy} ref={fields} />}
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
    </>
  )
}
