import type { StemId } from '@flora/contract/ids.ts'
import { type JSX } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/fields.tsx'
import { NumberField } from '../../components/number-fields.tsx'
import type { Stems } from './size-fields.tsx'
import type { TypedRecipeStem } from './typed-product.ts'

interface RecipeFieldsProps {
  readonly of: string
  readonly recipe: readonly TypedRecipeStem[]
  readonly stems: Stems
  readonly fault: string | undefined
  readonly onChange: (recipe: readonly TypedRecipeStem[]) => void
}

/** The stems of a size, each named once. */
export function RecipeFields({ of, recipe, stems, fault, onChange }: RecipeFieldsProps): JSX.Element {
  const free = stems.filter(({ id }) => !recipe.some(({ stemId }) => stemId === id))
  return (
    <div className="recipe">
      <ul>
        {recipe.map(({ stemId, name, quantity }) => (
          <li key={stemId}>
            <NumberField
              label={`Stems of ${name} in ${of}`}
              hideLabel
              value={quantity}
              min={1}
              max={1_000}
              onChange={(next) =>
                onChange(recipe.map((line) => (line.stemId === stemId ? { ...line, quantity: next } : line)))
              }
            />
            <span>
              {name}
              <Left of={stems.find(({ id }) => id === stemId)} />
            </span>
            <Button
              small
              kind="text"
              label={`Take out ${name}, ${of}`}
              onPress={() => onChange(recipe.filter((line) => line.stemId !== stemId))}
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
      <SelectField
        label={`Add a stem to ${of}`}
        hideLabel
        value=""
        fault={fault}
        choices={[
          { value: '', words: recipe.length === 0 ? 'Add a stem: what it is tied from' : 'Add a stem' },
          ...free.map(({ id, name }) => ({ value: id as string, words: name })),
        ]}
        onChange={(value) => {
          const stem = free.find(({ id }) => id === value)
          if (stem) onChange([...recipe, { stemId: stem.id as StemId, name: stem.name, quantity: 1 }])
        }}
      />
    </div>
  )
}

function Left({ of }: { of: Stems[number] | undefined }): JSX.Element | null {
  if (of?.left === undefined) return null
  return <span className="hint"> {of.left} left</span>
}
