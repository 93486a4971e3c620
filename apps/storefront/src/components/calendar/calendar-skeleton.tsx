import type { JSX } from 'react'
import { firstWeeks } from './calendar-grid.ts'
import { weekdayNames } from '@flora/calendar/wall-day.ts'

/** The calendar before its first answer: same table, same size, still blocks for the days. */
export function CalendarSkeleton(): JSX.Element {
  return (
    <>
      <p className="vh" role="status">
        Fetching the days.
      </p>
      <table className="cal" aria-hidden="true">
        <thead>
          <tr>
            {weekdayNames.map((weekday) => (
              <th key={weekday}>{weekday.slice(0, 3)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: firstWeeks }, (_, week) => (
            <tr key={week}>
              {weekdayNames.map((weekday) => (
                <td key={weekday}>
                  <span className="day no">
                    <span className="bone cal-bone" />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cal-reason small" />
    </>
  )
}
