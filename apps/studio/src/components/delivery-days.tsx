import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarDay, DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { type JSX, useId, useState } from 'react'
import { dateOf, daysLater, longDay, mondayOf, monthNames, shortDay, weekdayNames } from '@flora/calendar/wall-day.ts'
import { inProse } from '../words/money.ts'
import { Button } from './button.tsx'
import { ChoiceCards } from './fields.tsx'

interface DeliveryDaysProps {
  readonly calendar: DeliveryCalendar
  readonly day: ShopDay | undefined
  readonly onChange: (day: ShopDay) => void
}

// Most are moved by a day or two; the rest are a press away.
const firstWeeks = 4

/** The days on which the shop can deliver this there, and why not the others: the same answer that shoppers get. */
export function DeliveryDays({ calendar, day, onChange }: DeliveryDaysProps): JSX.Element {
  const [weeks, setWeeks] = useState(firstWeeks)
  const [why, setWhy] = useState<string>()
  const name = useId()
  const answers = new Map(calendar.days.map((answer) => [answer.day, answer]))
  const monday = mondayOf(calendar.today)
  return (
    <div>
      <table className="cal">
        <caption className="vh">Delivery days to {calendar.postcode}</caption>
        <thead>
          <tr>
            {weekdayNames.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {weekdayNames.map((weekday, index) => {
                const cell = daysLater(monday, week * 7 + index)
                return (
                  <td key={weekday}>
                    <Day
                      name={name}
                      cell={cell}
                      answer={answers.get(cell)}
                      isToday={cell === calendar.today}
                      isChosen={cell === day}
                      onChoose={onChange}
                      onWhy={setWhy}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small cal-why" role="status">
        {why}
      </p>
      {weeks === firstWeeks && (
        <Button kind="text" small onPress={() => setWeeks(Math.ceil((calendar.days.length + 6) / 7))}>
          Later days
        </Button>
      )}
    </div>
  )
}

interface DayProps {
  readonly name: string
  readonly cell: ShopDay
  readonly answer: CalendarDay | undefined
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly onChoose: (day: ShopDay) => void
  readonly onWhy: (sentence: string) => void
}

function Day({ name, cell, answer, isToday, isChosen, onChoose, onWhy }: DayProps): JSX.Element {
  const date = (
    <b>
      {dateOf(cell)}
      {(dateOf(cell) === 1 || isToday) && (
        <span className="mth">{monthNames[Number(cell.slice(5, 7)) - 1]!.slice(0, 3)}</span>
      )}
    </b>
  )
  if (answer === undefined) return <span className="day no past">{date}</span>
  const label = `${longDay(cell)}, ${noteOf(answer)}`
  if (!answer.open)
    return (
      <button
        type="button"
        className="day no"
        aria-disabled="true"
        onClick={() => onWhy(`${shortDay(cell)}: ${answer.reason?.message ?? 'Closed.'}`)}
      >
        <span className="vh">{longDay(cell)}, </span>
        {date} <small>{noteOf(answer)}</small>
      </button>
    )
  return (
    <label
      className={['day', isToday && 'today', answer.surge && 'surge', isChosen && 'is-on'].filter(Boolean).join(' ')}
    >
      <input
        type="radio"
        name={name}
        aria-label={label}
        checked={isChosen}
        onChange={() => {
          onWhy('')
          onChoose(cell)
        }}
      />
      {date}
      <small>{noteOf(answer)}</small>
    </label>
  )
}

const closedNotes: Readonly<Record<string, string>> = {
  'sold-out': 'Gone',
  'past-cut-off': 'Past',
  'lead-time': 'Early',
  'no-run': 'No run',
  full: 'Full',
  'bench-full': 'Full',
  'out-of-season': 'No season',
}

function noteOf({ open, reason, placesLeft, surge, from }: CalendarDay): string {
  if (!open) return closedNotes[reason?.code ?? ''] ?? 'Closed'
  if (placesLeft !== undefined && placesLeft <= 5) return placesLeft === 1 ? 'Last' : `${placesLeft} left`
  if (surge && surge.fee.minor > 0) return `+${inProse(surge.fee)}`
  return from === undefined ? 'Pick-up' : inProse(from)
}

interface DayWindowsProps {
  readonly answer: CalendarDay
  readonly windowId: WindowId | undefined
  readonly onChange: (windowId: WindowId) => void
}

/** The windows of a chosen day, with their price and room. */
export function DayWindows({ answer, windowId, onChange }: DayWindowsProps): JSX.Element {
  return (
    <ChoiceCards
      legend={`Window on ${longDay(answer.day)}`}
      value={windowId}
      onChange={onChange}
      choices={answer.windows.map((window) => ({
        value: window.id as WindowId,
        words: window.method === 'pick-up' ? `Pick-up, ${window.name}` : window.name,
        price: window.fee.minor === 0 ? 'Free' : inProse(window.fee),
        note: window.placesLeft === undefined ? 'Open' : `${window.placesLeft} left`,
        because: window.open ? undefined : (window.reason?.message ?? 'Closed.'),
      }))}
    />
  )
}
