import type { JSX } from 'react'
import { Button } from '../../components/button.tsx'
import { LongTextField, TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import type { ProductPartProps } from '../product.tsx'

const mostLines = 12

/** Facts in a table and how to care for it: pairs of a heading and a text. */
export function StoriesPart({ typed, change, faultOf }: ProductPartProps): JSX.Element {
  return (
    <>
      <Pairs
        title="Facts"
        one="fact"
        heads={['What', 'Is']}
        pairs={typed.facts.map(({ term, text }) => [term, text])}
        faults={(index) => [faultOf(`facts.${index}.term`), faultOf(`facts.${index}.text`)]}
        onChange={(pairs) => change({ facts: pairs.map(([term, text]) => ({ term, text })) })}
      />
      <Pairs
        title="Care"
        one="piece of advice"
        isLong
        heads={['When', 'What to do']}
        pairs={typed.care.map(({ heading, text }) => [heading, text])}
        faults={(index) => [faultOf(`care.${index}.heading`), faultOf(`care.${index}.text`)]}
        onChange={(pairs) => change({ care: pairs.map(([heading, text]) => ({ heading, text })) })}
      />
    </>
  )
}

type Pair = readonly [string, string]

interface PairsProps {
  readonly title: string
  readonly one: string
  readonly heads: Pair
  readonly pairs: readonly Pair[]
  readonly isLong?: boolean
  readonly faults: (index: number) => readonly [string | undefined, string | undefined]
  readonly onChange: (pairs: readonly Pair[]) => void
}

function Pairs({ title, one, heads, pairs, isLong = false, faults, onChange }: PairsProps): JSX.Element {
  const at = (index: number, pair: Pair): void => onChange(pairs.map((was, other) => (other === index ? pair : was)))
  return (
    <Section title={title}>
      <ul className="pairs">
        {pairs.map(([head, text], index) => {
          const [headFault, textFault] = faults(index)
          const textField = {
            label: `${heads[1]}, ${title.toLowerCase()} ${index + 1}`,
            hideLabel: true,
            value: text,
            fault: textFault,
            onChange: (next: string) => at(index, [head, next]),
          }
          return (
            // Lines have no name of their own, and two may say the same while one is typed.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <TextField
                label={`${heads[0]}, ${title.toLowerCase()} ${index + 1}`}
                hideLabel
                value={head}
                maxLength={80}
                placeholder={heads[0]}
                fault={headFault}
                onChange={(next) => at(index, [next, text])}
              />
              {isLong ? (
                <LongTextField {...textField} rows={2} maxLength={600} placeholder={heads[1]} />
              ) : (
                <TextField {...textField} maxLength={200} placeholder={heads[1]} />
              )}
              <Button
                kind="text"
                small
                label={`Remove ${one} ${index + 1}`}
                onPress={() => onChange(pairs.filter((_, other) => other !== index))}
              >
                Remove
              </Button>
            </li>
          )
        })}
      </ul>
      <Button
        small
        can={pairs.length < mostLines ? { ok: true } : { ok: false, because: 'Twelve at most.' }}
        onPress={() => onChange([...pairs, ['', '']])}
      >
        Add a {one}
      </Button>
    </Section>
  )
}
