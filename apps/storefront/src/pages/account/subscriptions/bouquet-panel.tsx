import { type JSX, useState } from 'react'
import { SelectField } from '../../../components/select-field.tsx'
import { BudgetChoices } from '../../../components/subscription/budget-choices.tsx'
import { useOffers } from '../../../components/subscription/use-offers.ts'
import { QuantityStepper } from '../../cart/quantity-stepper.tsx'
import { ChangePanel } from './change-panel.tsx'
import type { PanelProps } from './panels.tsx'

// The contract's limit; its module would bring a schema library into the page.
const mostOfOne = 24

/** Other flowers, another size, or more of them. */
export function BouquetPanel({ desk, onFold }: PanelProps): JSX.Element {
  const { id, product, quantity: before } = desk.subscription
  const { offers, because } = useOffers()
  const [slug, setSlug] = useState(product.slug)
  const [variantId, setVariantId] = useState(product.variantId)
  const [quantity, setQuantity] = useState(before)
  const offered = offers?.products ?? []
  const flowers = offered.find((one) => one.slug === slug)
  // Another product, another list of sizes: its first one until she chooses.
  const chosen = flowers?.variants.find((one) => one.variantId === variantId) ?? flowers?.variants[0]

  async function change(): Promise<void> {
    const body = {
      ...(chosen !== undefined && chosen.variantId !== product.variantId && { variantId: chosen.variantId }),
      ...(quantity !== before && { quantity }),
    }
    if (await desk.change('bouquet', body, 'Changed.')) onFold()
  }
  const names = offered.some((one) => one.slug === product.slug) ? offered : [product, ...offered]
  return (
    <ChangePanel
      desk={desk}
      what="bouquet"
      heading="What comes"
      act="Change it"
      acting="Changing it"
      onAct={change}
      onLeave={onFold}
    >
      <SelectField
        id={`${id}-flowers`}
        label="Flowers"
        value={slug}
        choices={names.map((one) => [one.slug, one.name] as const)}
        onChoose={setSlug}
      />
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
      {flowers !== undefined && (
        <BudgetChoices
          name={`${id}-size`}
          product={flowers}
          chosen={chosen?.variantId}
          onChoose={(one) => setVariantId(one)}
        />
      )}
      <div className="sub-many">
        <span>How many</span>{' '}
        <QuantityStepper name={product.name} quantity={quantity} most={mostOfOne} onChange={setQuantity} />
      </div>
    </ChangePanel>
  )
}
