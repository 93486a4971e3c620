import type { HTMLInputAutoCompleteAttribute, JSX, ReactNode } from 'react'

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Columns of six; the whole width unless said. */
  readonly span?: 'f2' | 'f3' | 'f4'
  readonly optional?: boolean
  readonly hint?: ReactNode
  /** A sentence that says how to mend it. */
  readonly fault?: string | undefined
  readonly type?: 'text' | 'email' | 'tel'
  readonly inputMode?: 'numeric'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly maxLength: number
  /** Suggestions while typing. */
  readonly among?: readonly string[]
  readonly onType: (value: string) => void
  readonly onLeave?: () => void
}

/** One line of text: label above, hint and fault below, tied together for those who listen. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { id, label, value, span, optional = false, hint, fault, type = 'text', among = [] } = props
  const described = [fault === undefined ? '' : `${id}-fault`, hint === undefined ? '' : `${id}-hint`]
    .filter((one) => one !== '')
    .join(' ')
  return (
    <div className={span === undefined ? 'field' : `field ${span}`}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="opt"> optional</span>}
      </label>
      <input
        className="input"
        id={id}
        type={type}
        value={value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        maxLength={props.maxLength}
        list={among.length > 1 ? `${id}-among` : undefined}
        aria-invalid={fault !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => props.onType(event.target.value)}
        onBlur={props.onLeave}
      />
      {among.length > 1 && (
        <datalist id={`${id}-among`}>
          {among.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
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
