import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarDay, DeliveryCalendar } from '@flora/contract/delivery.ts'
import { type JSX, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { captionOf, type Cell, dayAfterMove, isMove, weeksOf } from './calendar-grid.ts'
import { dayParts, monthName, weekdayName, weekdayNames } from '@flora/calendar/wall-day.ts'

interface DayTableProps {
  readonly calendar: DeliveryCalendar
  /** Weeks on show. */
  readonly weeks: number
  readonly chosen: ShopDay | undefined
  readonly busy: boolean
  /** Ids of what explains the table: the reason line. */
  readonly describedBy: string
  readonly onChoose: (answer: CalendarDay) => void
  /** A closed day was pressed. */
  readonly onAskWhy: (answer: CalendarDay) => void
  /** A key led below the weeks on show. */
  readonly onNeedLater: () => void
}

/** The days as a table: open ones are radios, closed ones are buttons that say why. One tab stop; the arrows walk by day and week. */
export function DayTable(props: DayTableProps): JSX.Element {
  const { calendar, chosen } = props
  const name = useId()
  const table = useRef<HTMLTableElement>(null)
  const [walkedTo, setWalkedTo] = useState<ShopDay>()
  const wantsFocus = useRef<ShopDay>(undefined)
  const weeks = weeksOf(calendar, props.weeks)
  const tabStop = tabStopOf(weeks, walkedTo ?? chosen)

  // After a key the focus follows, also onto a row that has only just been drawn.
  useEffect(() => {
    if (wantsFocus.current === undefined) return
    const target = table.current?.querySelector<HTMLElement>(`[data-day="${wantsFocus.current}"]`)
    if (target) {
      target.focus()
      wantsFocus.current = undefined
    }
  })

  function walk(event: KeyboardEvent<HTMLTableElement>): void {
    const from = event.target instanceof HTMLElement ? (event.target.dataset['day'] as ShopDay | undefined) : undefined
    if (from === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const answer = calendar.days.find((one) => one.day === from)
    // Enter would send the form around the calendar.
    if (event.key === 'Enter' && answer?.open) {
      event.preventDefault()
      props.onChoose(answer)
    }
    if (!isMove(event.key)) return
    event.preventDefault()
    const to = dayAfterMove(from, event.key, calendar)
    wantsFocus.current = to
    setWalkedTo(to)
    if (to > weeks.at(-1)!.at(-1)!.day) props.onNeedLater()
  }

  return (
    <table className="cal" ref={table} onKeyDown={walk} aria-busy={props.busy} aria-describedby={props.describedBy}>
      <caption className="vh">{captionOf(calendar, weeks)}</caption>
      <thead>
        <tr>
          {weekdayNames.map((weekday) => (
            <th scope="col" key={weekday} abbr={weekday}>
              {weekday.slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.day}>
            {week.map((cell) => (
              <td key={cell.day}>
                <DayCell
                  cell={cell}
                  name={name}
                  today={cell.day === calendar.today}
                  chosen={cell.day === chosen}
                  tabIndex={cell.day === tabStop ? 0 : -1}
                  onFocus={setWalkedTo}
                  onChoose={props.onChoose}
                  onAskWhy={props.onAskWhy}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  readonly cell: Cell
  readonly name: string
  readonly today: boolean
  readonly chosen: boolean
  readonly tabIndex: 0 | -1
  readonly onFocus: (day: ShopDay) => void
  readonly onChoose: (answer: CalendarDay) => void
  readonly onAskWhy: (answer: CalendarDay) => void
}

function DayCell({
  cell,
  name,
  today,
  chosen,
  tabIndex,
  onFocus,
  onChoose,
  onAskWhy,
}: DayCellProps): JSX.Element | null {
  if (cell.kind === 'beyond') return null
  if (cell.kind === 'passed') {
    return (
      <span className="day no past">
        <span>
          <span className="vh">{weekdayName(cell.day)} </span>
          <b>{dayParts(cell.day).date}</b>
          <span className="vh"> {monthName(cell.day)}, passed</span>
        </span>
      </span>
    )
  }
  const { answer, day, note } = cell
  const words = <DayWords day={day} note={note.text} today={today} />
  if (!answer.open) {
    return (
      <button
        type="button"
        className={`day no${today ? ' today' : ''}`}
        aria-disabled="true"
        data-day={day}
        tabIndex={tabIndex}
        onFocus={() => onFocus(day)}
        onClick={() => onAskWhy(answer)}
      >
        {words}
      </button>
    )
  }
  const tone = note.tone === 'plain' ? '' : ` ${note.tone}`
  return (
    <label className={`day${today ? ' today' : ''}${tone}`}>
      <input
        type="radio"
        name={name}
        value={day}
        checked={chosen}
        data-day={day}
        tabIndex={tabIndex}
        onFocus={() => onFocus(day)}
        onChange={() => onChoose(answer)}
      />
      {words}
    </label>
  )
}

function DayWords({ day, note, today }: { day: ShopDay; note: string; today: boolean }): JSX.Element {
  const { date } = dayParts(day)
  return (
    <>
      <span>
        <span className="vh">
          {today ? 'Today, ' : ''}
          {weekdayName(day)}{' '}
        </span>
        <b>{date}</b>
        <span className="vh"> {monthName(day)}, </span>
        {date === 1 && (
          <span className="mth" aria-hidden="true">
            {monthName(day).slice(0, 3)}
          </span>
        )}
      </span>
      <small>{note}</small>
    </>
  )
}

// The tab key stops once: at the day last walked to, else the chosen one, else the first that is open.
function tabStopOf(weeks: readonly Cell[][], wanted: ShopDay | undefined): ShopDay | undefined {
  const known = weeks.flat().filter((cell) => cell.kind === 'known')
  const stop = known.find((cell) => cell.day === wanted) ?? known.find((cell) => cell.answer.open) ?? known[0]
  return stop?.day
}
