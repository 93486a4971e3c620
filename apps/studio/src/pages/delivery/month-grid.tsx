import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeskCalendarDay, DeskMonth } from '@flora/contract/delivery-desk.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { Bar } from '../../components/meters.tsx'
import { dateOf, daysLater, longDay, mondayOf, monthAndYear, weekdayNames } from '../../words/days.ts'
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
        aria-label={sentenceOf(day, today)}
        preventScrollReset
        replace
      >
        <span className="top">
          <b>{dateOf(day.day)}</b>
          {day.day === today && <small>Today</small>}
          {day.surge && day.day !== today && <small>+{inProse(day.surge.fee)}</small>}
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
      <Bar share={capacity === 0 ? 1 : taken / capacity} label={`${taken} of ${capacity} places`} />
      <small className="num">
        {taken} of {capacity}
      </small>
    </>
  )
}

function classOf({ isPast, open, surge }: DeskCalendarDay, isChosen: boolean): string {
  return [isPast && 'past', !open && !isPast && 'shut', open && surge && 'surge', isChosen && 'sel']
    .filter(Boolean)
    .join(' ')
}

function sentenceOf(day: DeskCalendarDay, today: ShopDay): string {
  const { taken, capacity } = day.places
  return [
    longDay(day.day),
    day.day === today && 'today',
    day.open ? `${taken} of ${capacity} places taken` : `closed: ${day.closedBecause ?? 'no windows'}`,
    day.open && day.closures.length > 0 && 'partly closed',
    day.surge && `surge ${inProse(day.surge.fee)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
