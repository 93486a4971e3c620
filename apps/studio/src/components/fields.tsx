import { type HTMLInputAutoCompleteAttribute, type JSX, type ReactNode, useId } from 'react'

export interface FieldProps {
  readonly label: string
  /** The label is read out and not shown: for fields in tables and beside a button. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  /** A sentence that says how to mend it. */
  readonly fault?: string | undefined
  readonly optional?: boolean
  /** Columns of six inside `.fields`; the whole width unless said. */
  readonly span?: 'f2' | 'f3' | 'f4'
  /** Shown and not to be changed; the hint says why. */
  readonly isOff?: boolean
}

interface Described {
  readonly id: string
  readonly 'aria-invalid': boolean | undefined
  readonly 'aria-describedby': string | undefined
}

/** Label above, fault and hint below, tied together for those who listen. */
export function Field(props: FieldProps & { children: (described: Described) => ReactNode }): JSX.Element {
  const { label, hideLabel = false, hint, fault, optional = false, span } = props
  const id = useId()
  const described = [fault !== undefined && `${id}-fault`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={span === undefined ? 'field' : `field ${span}`}>
      <label htmlFor={id} className={hideLabel ? 'vh' : undefined}>
        {label}
        {optional && <span className="opt"> optional</span>}
      </label>
      {props.children({
        id,
        'aria-invalid': fault !== undefined || undefined,
        'aria-describedby': described === '' ? undefined : described,
      })}
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

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly onLeave?: () => void
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'time' | 'url'
  readonly inputMode?: 'numeric' | 'decimal'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly maxLength?: number
  readonly placeholder?: string
  readonly min?: string
  readonly max?: string
}

/** One line of text. */
export function TextField(props: TextFieldProps): JSX.Element {
  return (
    <Field {...props}>
      {(described) => (
        <input
          {...described}
          className={props.inputMode === undefined ? 'input' : 'input num'}
          type={props.type ?? 'text'}
          value={props.value}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete ?? 'off'}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          min={props.min}
          max={props.max}
          disabled={props.isOff}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onLeave}
        />
      )}
    </Field>
  )
}

interface LongTextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly rows?: number
  readonly maxLength?: number
  readonly placeholder?: string
}

/** Several lines of text. */
export function LongTextField(props: LongTextFieldProps): JSX.Element {
  return (
    <Field {...props}>
      {(described) => (
        <textarea
          {...described}
          className="input"
          disabled={props.isOff}
          rows={props.rows ?? 3}
          value={props.value}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V
  readonly choices: readonly { readonly value: V; readonly words: string; readonly isOff?: boolean }[]
  readonly onChange: (value: V) => void
}

/** One of a few, folded up. */
export function SelectField<V extends string>(props: SelectFieldProps<V>): JSX.Element {
  return (
    <Field {...props}>
      {(described) => (
        <select
          {...described}
          className="input"
          disabled={props.isOff}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value as V)}
        >
          {props.choices.map(({ value, words, isOff }) => (
            <option key={value} value={value} disabled={isOff}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface CheckFieldProps {
  readonly label: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly note?: ReactNode
  readonly isOff?: boolean
}

/** A tick for one of many things; the whole line is the target. */
export function CheckField({ label, isOn, onChange, note, isOff }: CheckFieldProps): JSX.Element {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} disabled={isOff} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {note !== undefined && <span className="hint block">{note}</span>}
      </span>
    </label>
  )
}

interface ChoiceCardsProps<V extends string> {
  readonly legend: string
  readonly hideLegend?: boolean
  readonly value: V | undefined
  readonly choices: readonly {
    readonly value: V
    readonly words: ReactNode
    readonly note?: ReactNode
    readonly price?: string
    /** Why not: the card is dashed and says so. */
    readonly because?: string | undefined
  }[]
  readonly onChange: (value: V) => void
  readonly columns?: boolean
}

/** One of a few that should be read before it is chosen. */
export function ChoiceCards<V extends string>(props: ChoiceCardsProps<V>): JSX.Element {
  const name = useId()
  return (
    <fieldset>
      <legend className={props.hideLegend ? 'vh' : 'label'}>{props.legend}</legend>
      <div className={props.columns ? 'choices choices-wrap' : 'choices'}>
        {props.choices.map(({ value, words, note, price, because }) => (
          <label key={value} className={because === undefined ? 'choice' : 'choice is-off'}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              disabled={because !== undefined}
              onChange={() => props.onChange(value)}
            />
            <b>{words}</b>
            <span className="price">{price}</span>
            {(because ?? note) !== undefined && <span className="note">{because ?? note}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
