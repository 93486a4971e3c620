import type { FacetName } from '@flora/contract/catalog.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { NumberField } from '../components/number-fields.tsx'
import type { FacetValue } from '../pages/product/facet-values.tsx'
import { facetWords } from '../words/products.ts'

interface SayFacetValueProps {
  readonly facet: FacetName
  /** Given to change one that is there. */
  readonly value?: FacetValue
  readonly onClose: () => void
}

/** A word shoppers filter by: its label, and its place among the others. */
export function SayFacetValue({ facet, value, onClose }: SayFacetValueProps): JSX.Element {
  const [label, setLabel] = useState(value?.label ?? '')
  const [position, setPosition] = useState<number | undefined>(value?.position)
  const doing = useDo()
  const slug = value?.value ?? slugOf(label)
  async function send(): Promise<void> {
    const done = await doing.run(
      () =>
        shop.call('PUT /desk/catalog/facets/:facet/:value', {
          params: { facet, value: slug },
          body: { label, ...(position !== undefined && { position }) },
        }),
      `${label} is saved.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={value === undefined ? `Add a word to ${facetWords[facet]}` : `Change ${value.label}`}
      isOpen
      onClose={onClose}
      does="Save it"
      doing="Saving"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={slug === '' ? { ok: false, because: 'Give it a label.' } : { ok: true }}
      onSend={() => void send()}
    >
      <TextField
        label="Label"
        value={label}
        maxLength={60}
        hint={slug && `In addresses: ${slug}`}
        fault={doing.faultOf('label')}
        onChange={setLabel}
      />
      <NumberField
        label="Place"
        optional
        value={position}
        max={1_000_000}
        hint="Smaller numbers first."
        fault={doing.faultOf('position')}
        onChange={setPosition}
      />
    </FormDialog>
  )
}

function slugOf(label: string): string {
  return label
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s-]/g, '')
    .trim()
    .replaceAll(/[\s-]+/g, '-')
}
