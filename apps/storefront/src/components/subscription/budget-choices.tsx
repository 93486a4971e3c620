import type { VariantId } from '@flora/contract/ids.ts'
import type { SubscribableProduct } from '@flora/contract/subscription-offers.ts'
import type { JSX } from 'react'
import { price } from '../../words/money.ts'

interface BudgetChoicesProps {
  readonly name: string
  readonly product: SubscribableProduct
  readonly chosen: VariantId | undefined
  readonly onChoose: (variantId: VariantId) => void
}

/** Sizes of a bouquet, or the budgets of a florist's choice, each with what a subscriber pays. */
export function BudgetChoices({ name, product, chosen, onChoose }: BudgetChoicesProps): JSX.Element {
  const { variants, isFloristsChoice } = product
  return (
    <fieldset>
      <legend className="q">{isFloristsChoice ? 'Budget' : 'Size'}</legend>
      <div className={variants.length === 3 ? 'choices choices-3' : 'choices'}>
        {variants.map(({ variantId, name: size, price: usual, subscriberPrice }) => (
          <label className={variants.length <= 3 ? 'choice choice-tall' : 'choice'} key={variantId}>
            <input
              type="radio"
              name={name}
              value={variantId}
              checked={variantId === chosen}
              onChange={() => onChoose(variantId)}
            />
            <b>{size}</b>
            <span className="price">{price(subscriberPrice)}</span>
            {subscriberPrice.minor < usual.minor && <span className="note">{price(usual)} when bought once</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
