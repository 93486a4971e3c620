import type { CalendarDay, CalendarWindow } from '@flora/contract/delivery.ts'
import { type JSX, useId } from 'react'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { priceOrFree } from '../../words/money.ts'
import { windowTitle } from './window-words.ts'

interface WindowChoicesProps {
  readonly answer: CalendarDay
  readonly chosen: string | undefined
  readonly timeZone: string
  /** "41 Rose Street, Fitzroy", for those who come to us. */
  readonly pickUpAt?: string | undefined
  readonly onChoose: (window: CalendarWindow) => void
}

// More than these stand in two columns where there is room, so that the day stays in view.
const shortList = 5

/** The windows of the chosen day as cards to read before pressing: name, price, and how much room there is. */
export function WindowChoices({ answer, chosen, timeZone, pickUpAt, onChoose }: WindowChoicesProps): JSX.Element {
  const name = useId()
  return (
    <fieldset>
      <legend className="q">Window, {longDay(answer.day)}</legend>
      <div className={answer.windows.length > shortList ? 'choices window-many' : 'choices'}>
        {answer.windows.map((window) => (
          <label className={`choice${window.open ? '' : ' is-off'}`} key={window.id}>
            <input
              type="radio"
              name={name}
              value={window.id}
              checked={window.open && window.id === chosen}
              disabled={!window.open}
              onChange={() => onChoose(window)}
            />
            <b>{windowTitle(window)}</b>
            <span className="price">{priceOrFree(window.fee)}</span>
            <span className="note">
              {window.open ? roomNote(window, answer, timeZone, pickUpAt) : window.reason?.message}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function roomNote(window: CalendarWindow, answer: CalendarDay, timeZone: string, pickUpAt: string | undefined): string {
  const surge = answer.surge !== undefined && answer.surge.fee.minor > 0 && window.method !== 'pick-up'
  return [
    window.method === 'pick-up'
      ? `From ${clockWords(window.starts)}${pickUpAt === undefined ? '' : `, ${pickUpAt}`}`
      : roomWords(window.placesLeft),
    orderBy(window, answer, timeZone),
    surge ? `${priceOrFree(answer.surge!.fee)} of it is for ${answer.surge!.name}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('. ')
}

function roomWords(placesLeft: number | undefined): string {
  if (placesLeft === undefined) return 'Open'
  return placesLeft === 1 ? '1 place left' : `${placesLeft} places left`
}

// Said only when it is near: on the day itself or the day before.
function orderBy(window: CalendarWindow, answer: CalendarDay, timeZone: string): string | undefined {
  const ms = instantMs(window.cutOffAt)
  if (Number.isNaN(ms)) return undefined
  const wall = onTheWall(ms, timeZone)
  return wall.day === answer.day
    ? `Order by ${clockWords(wall.time)}`
    : `Order by ${clockWords(wall.time)}, ${shortDay(wall.day)}`
}
