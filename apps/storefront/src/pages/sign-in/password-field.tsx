import { type JSX, type ReactNode, useState } from 'react'

interface PasswordFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: ReactNode
  readonly fault?: ReactNode
  readonly onType: (typed: string) => void
}

/** A password, which may be looked at while it is typed: a mistake seen is a letter saved. */
export function PasswordField({
  id,
  label,
  value,
  autoComplete,
  hint,
  fault,
  onType,
}: PasswordFieldProps): JSX.Element {
  const [isShown, setShown] = useState(false)
  const described = [fault === undefined ? '' : `${id}-fault`, hint === undefined ? '' : `${id}-hint`]
    .filter((one) => one !== '')
    .join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="shown">
        <input
          className="input"
          id={id}
          type={isShown ? 'text' : 'password'}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={300}
          aria-invalid={fault !== undefined}
          aria-describedby={described === '' ? undefined : described}
          onChange={(event) => onType(event.target.value)}
        />
        <button type="button" className="btn btn-line" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
          <span className="vh"> password</span>
        </button>
      </div>
      {fault !== undefined && (
        <p className="error" id={`${id}-fault`} role="alert">
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
