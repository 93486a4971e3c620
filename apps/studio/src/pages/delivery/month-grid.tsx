import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeskCalendarDay, DeskMonth } from '@flora/contract/delivery-desk.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { Bar } from '../../components/meters.tsx'
import {
  dateOf,
  daysLater,
  mondayOf,
  monthAndYear,
  monthNames,
  weekdayIndex,
  weekdayNames,
} from '@flora/calendar/wall-day.ts'
import { inProse } from '../../words/money.ts'

interface MonthGridProps {
  readonly month: DeskMonth
  readonly chosen: ShopDay | undefined
}

/** A month on the wall: what is taken, what is shut and why, and which days cost more. */
export function MonthGrid({ month, chosen }: MonthGridProps): JSX.Element {
  const days = new Map(month.days.map((day) => [day.day, day]))
  const first = month.days[0]?.day
  const last = month.days.at(-1)?.day
  if (first === undefined || last === undefined) return <p className="soft">No days.</p>
  const monday = mondayOf(first)
  const weeks = Array.from({ length: 6 }, (_, week) => daysLater(monday, week * 7)).filter((day) => day <= last)
  return (
    // What scrolls sideways must be reachable for who scrolls by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tscroll" tabIndex={0} role="region" aria-label={monthAndYear(first)}>
      <table className="mgrid">
        <caption className="vh">{monthAndYear(first)}, day by day</caption>
        <thead>
          <tr>
            {weekdayNames.map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week}>
              {weekdayNames.map((name, index) => (
                <Cell key={name} day={days.get(daysLater(week, index))} chosen={chosen} today={month.today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly day: DeskCalendarDay | undefined
  readonly chosen: ShopDay | undefined
  readonly today: ShopDay
}

function Cell({ day, chosen, today }: CellProps): JSX.Element {
  if (day === undefined) return <td className="past" />
  const isChosen = day.day === chosen
  return (
    <td className={classOf(day, isChosen)}>
      <Link
        className="mday"
        to={`/delivery?month=${day.day.slice(0, 7)}&day=${day.day}`}
        aria-current={isChosen ? 'date' : undefined}
        preventScrollReset
        replace
      >
        <span className="top">
          <b>
            <span className="vh">{weekdayOf(day.day)} </span>
            {dateOf(day.day)}
            <span className="vh"> {monthNames[Number(day.day.slice(5, 7)) - 1]}.</span>
          </b>
          {day.day === today && <small>Today</small>}
          {day.surge && day.day !== today && (
            <small>
              +{inProse(day.surge.fee)}
              <span className="vh"> each delivery.</span>
            </small>
          )}
        </span>
        {day.open ? <Taken day={day} /> : <small>{day.closedBecause ?? 'Closed'}</small>}
      </Link>
    </td>
  )
}

function Taken({ day }: { day: DeskCalendarDay }): JSX.Element {
  const { taken, capacity } = day.places
  return (
    <>
      {day.closures.length > 0 && <small>Partly closed</small>}
      <span aria-hidden="true" className="mday-bar">
        <Bar share={capacity === 0 ? 1 : taken / capacity} label="" />
      </span>
      <small className="num">
        {taken} of {capacity}
        <span className="vh"> places taken</span>
      </small>
    </>
  )
}

function classOf({ isPast, open, surge }: DeskCalendarDay, isChosen: boolean): string {
  return [isPast && 'past', !open && !isPast && 'shut', open && surge && 'surge', isChosen && 'sel']
    .filter(Boolean)
    .join(' ')
}

function weekdayOf(day: ShopDay): string {
  return weekdayNames[weekdayIndex(day)]!
}
