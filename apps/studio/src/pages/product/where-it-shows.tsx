import type { FacetName } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { CheckField, SelectField } from '../../components/fields.tsx'
import { DayField, NumberField } from '../../components/number-fields.tsx'
import { Section } from '../../components/section.tsx'
import { monthNames } from '@flora/calendar/wall-day.ts'
import { facetWords } from '../../words/products.ts'
import type { ProductPartProps } from '../product.tsx'
import { AddOns } from './add-ons.tsx'
import { facetsInOrder } from './typed-product.ts'

/** When it is sold, how it is counted, and by which ticks it is found. */
export function WhereItShows(props: ProductPartProps): JSX.Element {
  return (
    <Section title="Where and when it shows">
      <Terms {...props} />
      <Months {...props} />
      <Facets {...props} />
      <Collections {...props} />
      <AddOns {...props} />
    </Section>
  )
}

function Terms({ typed, change, faultOf }: ProductPartProps): JSX.Element {
  return (
    <div className="fields">
      <DayField
        label="From"
        optional
        span="f2"
        value={typed.visibleFrom}
        fault={faultOf('visibleFrom')}
        onChange={(visibleFrom) => change({ visibleFrom })}
      />
      <DayField
        label="Until"
        optional
        span="f2"
        value={typed.visibleUntil}
        fault={faultOf('visibleUntil')}
        onChange={(visibleUntil) => change({ visibleUntil })}
      />
      <NumberField
        label="Days ahead"
        span="f2"
        value={typed.leadDays}
        max={60}
        hint="0: as soon as a window’s cut-off allows."
        fault={faultOf('leadDays')}
        onChange={(leadDays) => change({ leadDays })}
      />
      <SelectField
        label="Counted"
        span="f4"
        value={typed.stockBy}
        choices={[
          { value: 'stems', words: 'By the stems of its recipe' },
          { value: 'variant', words: 'By its own pieces' },
          { value: 'nothing', words: 'Not at all: it never sells out' },
        ]}
        onChange={(stockBy) => change({ stockBy })}
      />
      <NumberField
        label="Place in the list"
        span="f2"
        value={typed.position}
        max={1_000_000}
        hint="Smaller numbers first."
        fault={faultOf('position')}
        onChange={(position) => change({ position })}
      />
    </div>
  )
}

function Months({ typed, change }: ProductPartProps): JSX.Element {
  return (
    <fieldset className="tick-set">
      <legend className="label">Months in which it is sold</legend>
      <p className="hint">None is all year. One over New Year begins with its first month.</p>
      <div className="ticks ticks-short">
        {monthNames.map((name, index) => (
          <CheckField
            key={name}
            label={name}
            isOn={typed.seasonMonths.includes(index + 1)}
            onChange={(isOn) =>
              change({
                seasonMonths: inSeasonsOrder(
                  isOn ? [...typed.seasonMonths, index + 1] : typed.seasonMonths.filter((month) => month !== index + 1),
                ),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

// A season that goes over New Year begins after its gap: November, December, January.
function inSeasonsOrder(months: readonly number[]): number[] {
  const sorted = [...new Set(months)].toSorted((a, b) => a - b)
  const begins = sorted.findIndex((month) => !sorted.includes(month === 1 ? 12 : month - 1))
  return begins <= 0 || !(sorted.includes(12) && sorted.includes(1))
    ? sorted
    : [...sorted.slice(begins), ...sorted.slice(0, begins)]
}

function Facets({ typed, change }: ProductPartProps): JSX.Element {
  const values = useAsk('GET /desk/catalog/facets', {}).data ?? []
  const names = [...new Set(values.map(({ facet }) => facet))].toSorted(
    (a, b) => Object.keys(facetWords).indexOf(a) - Object.keys(facetWords).indexOf(b),
  )
  const isOn = (facet: FacetName, value: string): boolean =>
    typed.facets.some((one) => one.facet === facet && one.value === value)
  return (
    <>
      {names.map((facet) => (
        <fieldset key={facet} className="tick-set">
          <legend className="label">{facetWords[facet]}</legend>
          <div className="ticks ticks-short">
            {values
              .filter((one) => one.facet === facet)
              .map(({ value, label }) => (
                <CheckField
                  key={value}
                  label={label}
                  isOn={isOn(facet, value)}
                  onChange={(on) =>
                    change({
                      facets: facetsInOrder(
                        on
                          ? [...typed.facets, { facet, value }]
                          : typed.facets.filter((one) => one.facet !== facet || one.value !== value),
                      ),
                    })
                  }
                />
              ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

function Collections({ typed, change }: ProductPartProps): JSX.Element | null {
  const collections = useAsk('GET /desk/catalog/collections', {}).data ?? []
  if (collections.length === 0) return null
  return (
    <fieldset className="tick-set">
      <legend className="label">Collections</legend>
      <div className="ticks">
        {collections.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            isOn={typed.collections.includes(id)}
            onChange={(isOn) =>
              change({
                collections: (isOn
                  ? [...typed.collections, id]
                  : typed.collections.filter((one) => one !== id)
                ).toSorted(),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
