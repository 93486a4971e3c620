import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { JSX } from 'react'
import { LongTextField } from './fields.tsx'

interface CardFieldProps {
  readonly value: string
  readonly onChange: (message: string) => void
  /** What stands at the foot of every card. */
  readonly foot: string
  readonly fault?: string | undefined
}

/** The card's words beside the card as it will be printed, counted line by line. */
export function CardField({ value, onChange, foot, fault }: CardFieldProps): JSX.Element {
  const { lines, limit, fits, unprintable } = fitCard(value)
  const over = lines.length - limit
  return (
    <div className="card-field">
      <LongTextField
        label="Card"
        optional
        rows={8}
        maxLength={900}
        value={value}
        fault={fault}
        onChange={onChange}
        hint={<FitWords used={lines.length} limit={limit} over={over} unprintable={unprintable} fits={fits} />}
      />
      <CardPreview lines={lines.slice(0, limit)} foot={foot} />
    </div>
  )
}

function FitWords(props: {
  used: number
  limit: number
  over: number
  unprintable: readonly string[]
  fits: boolean
}): JSX.Element {
  const { used, limit, over, unprintable, fits } = props
  return (
    <span className={fits ? 'fit-words' : 'fit-words is-over'}>
      {unprintable.length > 0 && `The card’s font does not have ${unprintable.join(' ')}. `}
      {over > 0 ? `${over === 1 ? 'One line' : `${over} lines`} too long.` : `${used} of ${limit} lines.`}
    </span>
  )
}

/** A card at its printed size, broken as the printer breaks it. */
export function CardPreview({ lines, foot }: { lines: readonly string[]; foot: string }): JSX.Element {
  return (
    <div
      className="gcard"
      role="img"
      aria-label={lines.length === 0 ? 'Card preview, still empty' : `Card preview: ${lines.join(' ')}`}
    >
      <div className="gc-top">
        <span className="mark">Flora</span>
      </div>
      <div className="gc-text">{lines.join('\n')}</div>
      <div className="gc-foot">{foot}</div>
    </div>
  )
}
