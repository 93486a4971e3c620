import type { Variant } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { price } from '../../words/money.ts'

interface SizesProps {
  readonly variants: readonly Variant[]
  readonly chosen: Variant
  readonly choose: (variant: Variant) => void
}

const columns: Record<number, string> = { 2: ' choices-2', 3: ' choices-3' }

/** Sizes as cards that can be read before they are pressed; one size needs no choosing. */
export function Sizes({ variants, chosen, choose }: SizesProps): JSX.Element {
  if (variants.length === 1) {
    return (
      <p className="one-size">
        <b className="d">{price(chosen.price)}</b> <span className="soft">{measureOf(chosen)}</span>
      </p>
    )
  }
  const tall = variants.length <= 3
  return (
    <fieldset>
      <legend className="q">Size</legend>
      <div className={`choices${columns[variants.length] ?? ''}`}>
        {variants.map((variant) => (
          <label key={variant.id} className={`choice${tall ? ' choice-tall' : ''}${variant.soldOut ? ' is-off' : ''}`}>
            <input
              type="radio"
              name="size"
              value={variant.id}
              checked={variant.id === chosen.id}
              disabled={variant.soldOut}
              onChange={() => choose(variant)}
            />
            <b>{variant.name}</b>
            <span className="price">{price(variant.price)}</span>
            <span className="note">{noteOf(variant)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** '7 stems, 35 cm' */
export function measureOf({ measure, heightCm }: Variant): string {
  return heightCm === undefined ? measure : `${measure}, ${heightCm} cm`
}

function noteOf(variant: Variant): string {
  if (variant.soldOut) return 'Sold out for now'
  return variant.left === undefined ? measureOf(variant) : `${measureOf(variant)}. ${variant.left} left`
}
