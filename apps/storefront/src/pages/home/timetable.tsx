import type { JSX } from 'react'
import { Link } from 'react-router'
import type { TimetableDay, TimetableRow } from './delivery-news.ts'

interface TimetableProps {
  readonly days: readonly TimetableDay[]
  readonly postcode: string | undefined
}

/** The next days as a printed timetable: what runs, what it costs, how many places are left. */
export function Timetable({ days, postcode }: TimetableProps): JSX.Element {
  return (
    <ul
      className="tt"
      aria-label={postcode === undefined ? 'Next deliveries from Fitzroy' : `Next deliveries to ${postcode}`}
    >
      {days.map((day, index) => (
        <li key={day.day} className={index < 2 ? undefined : 'rest-s'}>
          <div className={day.rows.some((row) => row.open) ? 'dayname' : 'dayname off'}>
            {day.name}
            <small>{day.date}</small>
          </div>
          <div>
            {day.rows.map((row) => (
              <Row key={row.window} row={row} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Row({ row }: { row: TimetableRow }): JSX.Element {
  if (row.open) {
    return (
      <Link to="/flowers">
        <span className="win">{row.window}</span>
        <span>{row.fee}</span>
        <span className="places-left">
          {row.orderBy !== undefined && <span className="now-mark">{row.orderBy} </span>}
          {row.note}
        </span>
      </Link>
    )
  }
  if (row.note === '') {
    return (
      <div className="row off">
        <span className="tt-why">{row.window}</span>
      </div>
    )
  }
  return (
    <div className="row off">
      <s>{row.window}</s>
      <span />
      <span className="places-left">{row.note}</span>
    </div>
  )
}
