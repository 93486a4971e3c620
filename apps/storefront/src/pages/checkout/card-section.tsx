import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { CartDelivery } from '@flora/contract/cart.ts'
import { type JSX, useMemo } from 'react'
import { CardPreview, FitMeter } from '../../components/card-preview/card-preview.tsx'
import type { DeliveryDraft } from './draft.ts'
import { fieldId } from './faults.ts'
import { HelpMeWrite } from './help-me-write.tsx'
import type { CheckoutForm } from './use-checkout-form.ts'

// The contract's limit; its module would bring a schema library into the page.
const mostCharacters = 900

interface CardSectionProps {
  readonly delivery: CartDelivery
  readonly typed: DeliveryDraft
  readonly form: CheckoutForm
  readonly shopAddress: string
  /** The message of the first delivery, when this one could say the same. */
  readonly toCopy: string | undefined
}

/** The message, how it sits on the printed card, and whether the sender's name goes with it. */
export function CardSection({ delivery, typed, form, shopAddress, toCopy }: CardSectionProps): JSX.Element {
  const id = fieldId(delivery.id, 'cardMessage')
  const fit = useMemo(() => fitCard(typed.cardMessage), [typed.cardMessage])
  return (
    <div className="co-part" role="group" aria-labelledby={`${id}-head`}>
      <h3 className="q" id={`${id}-head`}>
        The card <span className="opt soft">optional</span>
      </h3>
      <div className="cardwork">
        <div className="stack">
          <div className="field">
            <label htmlFor={id}>Card message</label>
            <textarea
              className="input"
              id={id}
              rows={9}
              maxLength={mostCharacters}
              value={typed.cardMessage}
              aria-invalid={!fit.fits}
              aria-describedby={`${id}-fit`}
              onChange={(event) => form.setDelivery(delivery.id, { cardMessage: event.target.value })}
              onBlur={() => form.leave(id)}
            />
            <FitMeter fit={fit} id={`${id}-fit`} />
          </div>
          {toCopy !== undefined && toCopy !== '' && typed.cardMessage === '' && (
            <button
              type="button"
              className="btn btn-line btn-s"
              onClick={() => form.setDelivery(delivery.id, { cardMessage: toCopy })}
            >
              Use the words of delivery 1
            </button>
          )}
          <label className="check">
            <input
              type="checkbox"
              checked={typed.anonymous}
              onChange={(event) => form.setDelivery(delivery.id, { anonymous: event.target.checked })}
            />
            <span>
              Leave my name off
              <span className="why">The recipient won’t see your name or the price, even if they ask us.</span>
            </span>
          </label>
          <HelpMeWrite
            id={fieldId(delivery.id, 'help')}
            recipientName={typed.name}
            senderName={typed.anonymous ? '' : form.draft.buyer.name}
            message={typed.cardMessage}
            onUse={(text) => form.setDelivery(delivery.id, { cardMessage: text })}
          />
        </div>
        <CardPreview
          fit={fit}
          foot={shopAddress.replace(/ \d{4}$/, '')}
          caption="Printed size, 88 × 125 mm. You can’t change the card once it is printed, early on the day."
        />
      </div>
    </div>
  )
}
