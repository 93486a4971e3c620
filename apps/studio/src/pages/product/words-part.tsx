import type { JSX } from 'react'
import { LongTextField, SelectField, TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import { choicesOf, kindWords, tintWords } from '../../words/products.ts'
import type { ProductPartProps } from '../product.tsx'

/** Name, kind, and what the page says first. */
export function WordsPart({ typed, change, faultOf }: ProductPartProps): JSX.Element {
  return (
    <Section title="Words">
      <div className="fields">
        <TextField
          label="Name"
          span="f3"
          value={typed.name}
          maxLength={120}
          fault={faultOf('name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label="Latin name"
          optional
          span="f3"
          value={typed.latinName}
          maxLength={120}
          fault={faultOf('latinName')}
          onChange={(latinName) => change({ latinName })}
        />
        <SelectField
          label="Kind"
          span="f2"
          value={typed.kind}
          choices={choicesOf(kindWords)}
          onChange={(kind) => change({ kind })}
        />
        <SelectField
          label="Ground of its plate"
          span="f2"
          value={typed.tint}
          choices={choicesOf(tintWords)}
          onChange={(tint) => change({ tint })}
        />
        <TextField
          label="Address"
          span="f2"
          value={typed.slug}
          maxLength={80}
          hint={`/p/${typed.slug}`}
          fault={faultOf('slug')}
          onChange={(slug) => change({ slug })}
        />
        <LongTextField
          label="Summary"
          rows={2}
          value={typed.summary}
          maxLength={240}
          hint={`${typed.summary.length} of 240 characters. Stands on the shelf and below the name.`}
          fault={faultOf('summary')}
          onChange={(summary) => change({ summary })}
        />
        <LongTextField
          label="Description"
          rows={7}
          value={typed.description}
          hint="An empty line begins a paragraph."
          fault={faultOf('description')}
          onChange={(description) => change({ description })}
        />
      </div>
    </Section>
  )
}
