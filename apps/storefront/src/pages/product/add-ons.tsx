import type { Product } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Picture } from '../../components/picture.tsx'
import { price } from '../../words/money.ts'

interface AddOnsProps {
  readonly offered: Product['addOns']
  readonly chosen: Product['addOns']
  readonly choose: (addOns: Product['addOns']) => void
}

/** Something with it: a tick each, never ticked for you. */
export function AddOns({ offered, chosen, choose }: AddOnsProps): JSX.Element {
  return (
    <fieldset>
      <legend className="q">
        Something with it <span className="opt soft">optional</span>
      </legend>
      <ul className="addons">
        {offered.map((one) => {
          const on = chosen.some((other) => other.variantId === one.variantId)
          return (
            <li key={one.variantId}>
              <label className={one.soldOut ? 'addon is-gone' : 'addon'}>
                <span className={`plate ${one.tint}`}>
                  <Picture picture={one.picture} alt="" sizes="4rem" />
                </span>
                <span>
                  <b>{one.name}</b>
                  <span className="soft small">{one.soldOut ? 'Sold out for now' : firstSentence(one.note)}</span>
                </span>
                <span className="price num">{price(one.price)}</span>
                <span className="check">
                  <input
                    type="checkbox"
                    checked={on}
                    disabled={one.soldOut}
                    onChange={() =>
                      choose(on ? chosen.filter((other) => other.variantId !== one.variantId) : [...chosen, one])
                    }
                  />
                  <span className="vh">Add {one.name}</span>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

// The rest of the note stands on the add-on's own page.
function firstSentence(note: string): string {
  return note.split(/\.\s/)[0]!.replace(/\.$/, '')
}
