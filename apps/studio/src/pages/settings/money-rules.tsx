import type { JSX } from 'react'
import { NumberField } from '../../components/number-fields.tsx'
import { Section } from '../../components/section.tsx'
import type { PartProps } from '../settings.tsx'

// Percentages are typed whole; the shop counts in hundredths of them.
const hundredths = 100

/** Tax, how long a basket's places are held, and what subscribers get off. */
export function MoneyRules({ typed, change, faultOf }: PartProps): JSX.Element {
  const percent = (
    label: string,
    name: 'gstBasisPoints' | 'subscriberDiscountBasisPoints' | 'trialDiscountBasisPoints',
    hint: string,
    most: number,
  ): JSX.Element => (
    <NumberField
      label={label}
      value={typed[name] / hundredths}
      max={most}
      hint={hint}
      fault={faultOf(name)}
      onChange={(value) => value !== undefined && change({ [name]: value * hundredths })}
    />
  )
  return (
    <Section title="Money" className="in-pairs">
      <p className="soft">Orders that are placed keep what they were placed under.</p>
      <div className="fields">
        {percent('GST, percent', 'gstBasisPoints', 'Prices include it.', 50)}
        <NumberField
          label="Minutes to pay"
          value={typed.holdMinutes}
          min={5}
          max={180}
          hint="So long an order’s places are held for its buyer."
          fault={faultOf('holdMinutes')}
          onChange={(holdMinutes) => holdMinutes !== undefined && change({ holdMinutes })}
        />
        {percent('Subscribers get off, percent', 'subscriberDiscountBasisPoints', 'The flowers of each delivery.', 100)}
        {percent(
          'First delivery of a first subscription, percent off',
          'trialDiscountBasisPoints',
          '0 is no trial, 100 a free one.',
          100,
        )}
      </div>
    </Section>
  )
}
