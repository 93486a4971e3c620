import type { CartDelivery, Substitution } from '@flora/contract/cart.ts'
import type { JSX } from 'react'
import type { DeliveryDraft } from './draft.ts'
import type { CheckoutForm } from './use-checkout-form.ts'

const ways: readonly { value: Substitution; name: string; note: string }[] = [
  { value: 'nearest-match', name: 'Nearest match', note: 'Same colours, same value or better.' },
  {
    value: 'ask-me',
    name: 'Ask me',
    note: 'We text you before 7 am and wait an hour. After that we use the nearest match.',
  },
  { value: 'refund', name: 'Refund it', note: 'We leave it out and refund that line the same day.' },
]

/** What to do if a stem doesn't make it to market. */
export function SubstitutionSection({
  delivery,
  typed,
  form,
}: {
  delivery: CartDelivery
  typed: DeliveryDraft
  form: CheckoutForm
}): JSX.Element {
  return (
    <fieldset>
      <legend className="q">If a stem doesn’t make it to market</legend>
      <div className="choices">
        {ways.map(({ value, name, note }) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name={`substitution-${delivery.id}`}
              value={value}
              checked={typed.substitution === value}
              onChange={() => form.setDelivery(delivery.id, { substitution: value })}
            />
            <b>{name}</b>
            <span className="note">{note}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
