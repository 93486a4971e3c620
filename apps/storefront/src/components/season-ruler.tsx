import type { JSX } from 'react'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { dayParts } from '@flora/calendar/wall-day.ts'
import { monthsFromSpring, spansOf, spanWords, yearFromSpring } from './season-spans.ts'

export interface SeasonRow {
  readonly name: string
  readonly latinName: string
  /** 1 to 12 */
  readonly months: readonly number[]
}

const quarters = ['Spring', 'Summer', 'Autumn', 'Winter']
const monthWidth = 100 / 12

/** Twelve months as a ruler: a bar where a flower is in, a poppy line for today. The same is said in words. */
export function SeasonRuler({ rows, today }: { rows: readonly SeasonRow[]; today: ShopDay }): JSX.Element {
  const { month, date } = dayParts(today)
  const here = yearFromSpring.indexOf(month)
  const now = (here + (date - 0.5) / 31) * monthWidth
  return (
    <div className="season">
      <div className="season-head" aria-hidden="true">
        <span />
        <div>
          <div className="quarters">
            {quarters.map((quarter) => (
              <span key={quarter}>{quarter}</span>
            ))}
          </div>
          <div className="track">
            {monthsFromSpring.map((name, index) => (
              <span key={name} className={index === here ? 'here' : undefined}>
                {name[0]}
                <span className="rest">{name.slice(1, 3)}</span>
              </span>
            ))}
          </div>
        </div>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.name} className={row.months.includes(month) ? 'is-in' : undefined}>
            <div className="name">
              <b>{row.name}</b>
              <span className="latin">{row.latinName}</span>
              <span className="vh">
                : {spansOf(row.months).map(spanWords).join(', ')}
                {row.months.includes(month) && ', in season now'}
              </span>
            </div>
            <div className="track" aria-hidden="true">
              <svg className="bars" width="100%" height="100%">
                {spansOf(row.months).map(({ from, length }) => (
                  <rect
                    key={from}
                    className="bar"
                    x={`${from * monthWidth}%`}
                    y="36%"
                    width={`${length * monthWidth}%`}
                    height="28%"
                  />
                ))}
                <rect className="now" x={`${now}%`} y="0" width="2" height="100%" />
              </svg>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
