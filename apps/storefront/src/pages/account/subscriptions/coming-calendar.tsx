import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import type { JSX } from 'react'
import { dayParts, monthName, weekdayName, weekdayNames } from '@flora/calendar/wall-day.ts'
import { type Mark, type Month, monthsOf } from './month-grid.ts'

interface ComingCalendarProps {
  readonly subscriptions: readonly Subscription[]
  readonly today: ShopDay
}

const legend: readonly (readonly [Mark['kind'], string])[] = [
  ['next', 'Next'],
  ['due', 'To come, its place in the van is kept'],
  ['later', 'Further ahead, its day may still move'],
  ['skipped', 'Skipped'],
  ['sur', 'Surprise: on a day in here'],
]

/** What comes, month by month. Everything in it stands in the ledger beside it too; nothing is told by colour alone. */
export function ComingCalendar({ subscriptions, today }: ComingCalendarProps): JSX.Element {
  const months = monthsOf(subscriptions, today)
  const kinds = new Set(months.flatMap(({ weeks }) => weeks.flat().map((cell) => cell?.mark?.kind)))
  return (
    <div className="months">
      {months.map((month) => (
        <MonthTable key={month.name} month={month} today={today} />
      ))}
      <ul className="mlegend small">
        {legend
          .filter(([kind]) => kinds.has(kind))
          .map(([kind, words]) => (
            <li key={kind}>
              <i className={`k ${kind}`} aria-hidden="true" />
              {words}
            </li>
          ))}
      </ul>
    </div>
  )
}

function MonthTable({ month, today }: { month: Month; today: ShopDay }): JSX.Element {
  return (
    <table className="mcal">
      <caption>{month.name}</caption>
      <thead>
        <tr>
          {weekdayNames.map((weekday) => (
            <th scope="col" key={weekday}>
              <abbr title={weekday}>{weekday.charAt(0)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, row) => (
          <tr key={row}>
            {week.map((cell, weekday) =>
              cell === undefined ? (
                <td className="pad" key={weekday} />
              ) : (
                <td
                  key={weekday}
                  className={cell.mark && `ev ${cell.mark.kind}`}
                  aria-current={cell.day === today ? 'date' : undefined}
                >
                  <DayWords day={cell.day} mark={cell.mark} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayWords({ day, mark }: { day: ShopDay; mark: Mark | undefined }): JSX.Element {
  const { date } = dayParts(day)
  if (mark === undefined) return <span className="n">{date}</span>
  return (
    <>
      <span className="vh">
        {weekdayName(day)} {date} {monthName(day)}, {mark.said}
      </span>
      <span className="n" aria-hidden="true">
        {date}
      </span>
      {mark.note !== '' && <small aria-hidden="true">{mark.note}</small>}
    </>
  )
}
