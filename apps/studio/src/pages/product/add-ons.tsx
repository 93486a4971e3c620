import type { JSX } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { CheckField } from '../../components/fields.tsx'
import type { ProductPartProps } from '../product.tsx'

/** What goes with it: cards, vases, chocolate. */
export function AddOns({ typed, change, product }: ProductPartProps): JSX.Element | null {
  const offered = useAsk('GET /desk/catalog/products', { query: { kind: 'add-on', page: 1 } }).data?.items ?? []
  // One that is archived stays ticked until somebody takes the tick away.
  const all = [
    ...typed.addOns,
    ...offered.filter(({ id, status }) => status !== 'archived' && !typed.addOns.some((one) => one.id === id)),
  ]
    .filter(({ id }) => id !== product.id)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  if (all.length === 0 || typed.kind === 'add-on') return null
  return (
    <fieldset className="tick-set">
      <legend className="label">Offered with it</legend>
      <p className="hint">In the order in which they are ticked.</p>
      <div className="ticks">
        {all.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            isOn={typed.addOns.some((one) => one.id === id)}
            onChange={(isOn) =>
              change({
                addOns: isOn ? [...typed.addOns, { id, name }] : typed.addOns.filter((one) => one.id !== id),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
