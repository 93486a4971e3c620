import type { JSX } from 'react'

interface SelectFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Columns of six; the whole width unless said. */
  readonly span?: 'f2' | 'f3' | 'f4'
  /** Value and words, in the order they are read. */
  readonly choices: readonly (readonly [string, string])[]
  readonly fault?: string | undefined
  readonly hint?: string
  readonly onChoose: (value: string) => void
}

/** One of a few: label above, fault below, tied together for those who listen. */
export function SelectField({ id, label, value, span, choices, fault, hint, onChoose }: SelectFieldProps): JSX.Element {
  const described = [fault === undefined ? '' : `${id}-fault`, hint === undefined ? '' : `${id}-hint`]
    .filter((one) => one !== '')
    .join(' ')
  return (
    <div className={span === undefined ? 'field' : `field ${span}`}>
      <label htmlFor={id}>{label}</label>
      <select
        className="input"
        id={id}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onChoose(event.target.value)}
      >
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      {fault !== undefined && (
        <p className="error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
