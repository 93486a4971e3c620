import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { JSX } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { BudgetChoices } from '../../components/subscription/budget-choices.tsx'
import { ExcludedDays } from '../../components/subscription/excluded-days.tsx'
import { FrequencyChoices } from '../../components/subscription/frequency-choices.tsx'
import { capital, inWords } from '../cart/cart-words.ts'
import { QuantityStepper } from '../cart/quantity-stepper.tsx'
import { type As, rhythmFor, type Wish } from './wish.ts'

interface WhatAndHowProps {
  readonly part: string
  readonly offers: SubscriptionOffers
  readonly wish: Wish
  readonly today: ShopDay | undefined
  readonly onChange: (part: Partial<Wish>) => void
}

const ways: readonly (readonly [As, string, string])[] = [
  ['recurring', 'On the day I choose', 'The same rhythm until you stop. Each delivery is charged before it comes.'],
  ['surprise', 'A surprise', 'We choose the day in each period, and keep it to ourselves.'],
  ['gift', 'A gift of some deliveries', 'As many as you say, paid at once. The recipient needs no account.'],
]

// The contract's limit; its module would bring a schema library into the page.
const mostOfOne = 24

/** Which flowers, how many of them, in which way and how often. */
export function WhatAndHow(props: WhatAndHowProps): JSX.Element {
  const { part, offers, wish, today, onChange } = props
  return (
    <>
      <What {...props} />
      <InWhichWay {...props} />
      <FrequencyChoices
        name={`${part}-often`}
        kind={wish.as === 'surprise' ? 'surprise' : 'recurring'}
        rhythms={offers.rhythms}
        value={wish.frequency}
        onChoose={(frequency) => onChange({ frequency })}
      />
      {wish.as === 'gift' && (
        <SelectField
          id={`${part}-deliveries`}
          label="How many deliveries"
          value={String(wish.deliveries)}
          choices={Array.from({ length: offers.gift.most - offers.gift.least + 1 }, (_, index) => {
            const count = index + offers.gift.least
            return [String(count), capital(inWords(count))] as const
          })}
          onChoose={(value) => onChange({ deliveries: Number(value) })}
        />
      )}
      {wish.as === 'surprise' && today !== undefined && (
        <section aria-labelledby={`${part}-not`}>
          <h2 className="q" id={`${part}-not`}>
            Days that don’t work
          </h2>
          <ExcludedDays
            part={part}
            excluded={wish.excluded}
            today={today}
            onChange={(excluded) => onChange({ excluded })}
          />
        </section>
      )}
    </>
  )
}

function What({ part, offers, wish, onChange }: WhatAndHowProps): JSX.Element {
  const product = offers.products.find(({ slug }) => slug === wish.slug) ?? offers.products[0]!
  return (
    <section aria-labelledby={`${part}-what`} className="stack">
      <h2 className="q" id={`${part}-what`}>
        What comes
      </h2>
      <SelectField
        id={`${part}-flowers`}
        label="Flowers"
        value={product.slug}
        choices={offers.products.map(({ slug, name }) => [slug, name] as const)}
        onChoose={(slug) => {
          const other = offers.products.find((one) => one.slug === slug)
          if (other?.variants[0]) onChange({ slug, variantId: other.variants[0].variantId })
        }}
      />
      <BudgetChoices
        name={`${part}-size`}
        product={product}
        chosen={wish.variantId}
        onChoose={(variantId) => onChange({ variantId })}
      />
      <div className="sub-many">
        <span>How many each time</span>{' '}
        <QuantityStepper
          name={product.name}
          quantity={wish.quantity}
          most={mostOfOne}
          onChange={(quantity) => onChange({ quantity })}
        />
      </div>
    </section>
  )
}

function InWhichWay({ part, offers, wish, onChange }: WhatAndHowProps): JSX.Element {
  return (
    <fieldset>
      <legend className="q">In which way</legend>
      <div className="choices">
        {ways.map(([as, name, note]) => (
          <label className="choice" key={as}>
            <input
              type="radio"
              name={`${part}-as`}
              value={as}
              checked={wish.as === as}
              onChange={() => onChange({ as, frequency: rhythmFor({ as, frequency: wish.frequency }, offers) })}
            />
            <b>{name}</b>
            <span className="note">{note}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
