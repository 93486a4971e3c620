import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { Frequency, SubscriptionKind } from '@flora/contract/subscription-plan.ts'
import type { JSX } from 'react'

interface FrequencyChoicesProps {
  readonly name: string
  readonly kind: SubscriptionKind
  /** What the shop offers. */
  readonly rhythms: SubscriptionOffers['rhythms']
  readonly value: Frequency
  readonly onChoose: (frequency: Frequency) => void
}

/** The rhythms as cards to read before pressing. */
export function FrequencyChoices({ name, kind, rhythms, value, onChoose }: FrequencyChoicesProps): JSX.Element {
  return (
    <fieldset>
      <legend className="q">How often</legend>
      <div className="choices sub-often">
        {rhythms
          .filter(({ kinds }) => kinds.includes(kind))
          .map(({ frequency }) => (
            <label className="choice" key={frequency}>
              <input
                type="radio"
                name={name}
                value={frequency}
                checked={value === frequency}
                onChange={() => onChoose(frequency)}
              />
              <b>{words[frequency][0]}</b>
              <span className="note">{words[frequency][kind === 'surprise' ? 2 : 1]}</span>
            </label>
          ))}
      </div>
    </fieldset>
  )
}

const words: Readonly<Record<Frequency, readonly [string, string, string]>> = {
  weekly: ['Every week', 'The same weekday.', 'On one of its seven days.'],
  fortnightly: ['Every second week', 'About when the last ones fade.', 'On one of fourteen days.'],
  monthly: ['Every month', 'The same date. Short months take their last day.', 'On any day of it.'],
  quarterly: ['Every quarter', 'With the seasons.', 'On any day of it.'],
  yearly: ['Every year', 'A birthday, say.', 'On any day of it.'],
}
