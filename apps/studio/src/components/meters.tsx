import type { JSX, ReactNode } from 'react'

interface MeterLineProps {
  readonly name: ReactNode
  readonly taken: number
  /** Of how many; without it the line says `note` instead of a bar. */
  readonly of?: number | undefined
  readonly note?: string | undefined
  /** What is counted, for who cannot see the bar: 'places'. */
  readonly what: string
}

// From here on a day is nearly full.
const hotShare = 0.9

/** A day and how full it is, as a bar and in figures. */
export function MeterLine({ name, taken, of, note, what }: MeterLineProps): JSX.Element {
  return (
    <div className="meterline">
      <span>{name}</span>
      {of === undefined || of === 0 ? (
        <span className="soft">{note}</span>
      ) : (
        <Bar share={taken / of} label={`${taken} of ${of} ${what}`} />
      )}
      <span>{of === undefined || of === 0 ? '' : `${taken} of ${of}`}</span>
    </div>
  )
}

/** A share of a whole, drawn. */
export function Bar({ share, label }: { share: number; label: string }): JSX.Element {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10
  return (
    <svg className={`bar-line${share >= hotShare ? ' is-hot' : ''}`} role="img" aria-label={label}>
      <rect className="fill" width={`${width}%`} height="100%" />
    </svg>
  )
}

// More marks than this no longer read as single places.
const mostMarks = 40

interface PlacesProps {
  readonly taken: number
  readonly held: number
  readonly of: number
}

/** One mark a place: ink is taken, outlined is held at checkout, the rest is free. */
export function Places({ taken, held, of }: PlacesProps): JSX.Element {
  const label = `${taken} of ${of} places taken${held > 0 ? `, ${held} held` : ''}`
  if (of > mostMarks) return <Bar share={of === 0 ? 0 : (taken + held) / of} label={label} />
  return (
    <span className={`places${taken + held >= of ? ' is-full' : ''}`} role="img" aria-label={label}>
      {Array.from({ length: of }, (_, place) => (
        <i key={place} className={place < taken ? undefined : place < taken + held ? 'held' : 'free'} />
      ))}
    </span>
  )
}
