import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { isShopDay } from '@flora/calendar/wall-day.ts'
import { asTyped, sumTyped } from '../words/money.ts'
import { type FieldProps, TextField } from './fields.tsx'

interface MoneyFieldProps extends FieldProps {
  /** Undefined while what stands in the field is no sum. */
  readonly value: Money | undefined
  readonly onChange: (sum: Money | undefined) => void
  readonly isOff?: boolean
}

/** A sum of money. What is no sum says so when the field is left. */
export function MoneyField({ value, onChange, fault, ...field }: MoneyFieldProps): JSX.Element {
  const [typed, setTyped] = useState(value === undefined ? '' : asTyped(value))
  const [seen, setSeen] = useState(value)
  const [isWrong, setWrong] = useState(false)
  // Set from outside: shown as it is, unless it is what was just typed.
  if (seen?.minor !== value?.minor) {
    setSeen(value)
    if (value !== undefined && sumTyped(typed)?.minor !== value.minor) setTyped(asTyped(value))
  }
  return (
    <TextField
      {...field}
      inputMode="decimal"
      maxLength={12}
      value={typed}
      fault={fault ?? (isWrong ? 'Please give a sum in dollars, such as 118 or 118.50.' : undefined)}
      onChange={(next) => {
        setTyped(next)
        setWrong(false)
        onChange(sumTyped(next))
      }}
      onLeave={() => setWrong(typed.trim() !== '' && sumTyped(typed) === undefined)}
    />
  )
}

interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly min?: number
  readonly max?: number
  readonly isOff?: boolean
}

/** A whole number. */
export function NumberField({ value, onChange, min = 0, max, fault, ...field }: NumberFieldProps): JSX.Element {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const [seen, setSeen] = useState(value)
  const [isWrong, setWrong] = useState(false)
  if (seen !== value) {
    setSeen(value)
    if (value !== undefined && wholeTyped(typed, min, max) !== value) setTyped(String(value))
  }
  const bounds = max === undefined ? `${min} or more` : `${min} to ${max}`
  return (
    <TextField
      {...field}
      inputMode="numeric"
      maxLength={9}
      value={typed}
      fault={fault ?? (isWrong ? `Please give a whole number, ${bounds}.` : undefined)}
      onChange={(next) => {
        setTyped(next)
        setWrong(false)
        onChange(wholeTyped(next, min, max))
      }}
      onLeave={() => setWrong(typed.trim() !== '' && wholeTyped(typed, min, max) === undefined)}
    />
  )
}

/** What somebody typed as a whole number within bounds. */
export function wholeTyped(text: string, min: number, max = Number.MAX_SAFE_INTEGER): number | undefined {
  if (!/^-?\d{1,9}$/.test(text.trim())) return undefined
  const number = Number(text)
  return number >= min && number <= max ? number : undefined
}

interface DayFieldProps extends FieldProps {
  readonly value: ShopDay | undefined
  readonly onChange: (day: ShopDay | undefined) => void
  readonly min?: ShopDay
  readonly max?: ShopDay
  readonly isOff?: boolean
}

/** A day, by the device's own calendar. */
export function DayField({ value, onChange, ...field }: DayFieldProps): JSX.Element {
  return (
    <TextField
      {...field}
      type="date"
      value={value ?? ''}
      onChange={(typed) => onChange(isShopDay(typed) ? typed : undefined)}
    />
  )
}
