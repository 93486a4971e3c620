import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { JSX } from 'react'

interface DayFieldProps {
  readonly id: string
  readonly label: string
  /** '2026-11-21', or nothing yet. */
  readonly value: string
  /** The first day that makes sense; what may be, the shop says. */
  readonly from: ShopDay
  readonly hint?: string
  readonly fault?: string | undefined
  readonly onChange: (value: string) => void
}

/** One day, by the browser's own calendar. */
export function DayField({ id, label, value, from, hint, fault, onChange }: DayFieldProps): JSX.Element {
  const described = [fault === undefined ? '' : `${id}-fault`, hint === undefined ? '' : `${id}-hint`]
    .filter((one) => one !== '')
    .join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input num"
        id={id}
        type="date"
        value={value}
        min={from}
        aria-invalid={fault !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onChange(event.target.value)}
      />
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
