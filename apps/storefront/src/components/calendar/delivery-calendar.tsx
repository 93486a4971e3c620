import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarDay, CalendarWindow, DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { type JSX, type ReactNode, useEffect, useEffectEvent, useId, useState } from 'react'
import './calendar-field.css'
import { firstWeeks, weeksOf, weeksReached, weeksToShow, windowForDay } from './calendar-grid.ts'
import { CalendarSkeleton } from './calendar-skeleton.tsx'
import { closedReasons } from './closed-reasons.ts'
import { longDay } from '@flora/calendar/wall-day.ts'
import { DayTable } from './day-table.tsx'
import { price } from '../../words/money.ts'
import { type CalendarLine, useCalendar } from './use-calendar.ts'
import { WindowChoices } from './window-choices.tsx'

export interface DayAndWindow {
  readonly day?: ShopDay | undefined
  readonly windowId?: WindowId | undefined
}

export interface DeliveryCalendarFieldProps {
  readonly postcode: string
  /** What is to be delivered; the calendar answers for these. */
  readonly lines: readonly CalendarLine[]
  readonly value: DayAndWindow
  /** The choice, and what the calendar said of it when it was made. */
  readonly onChange: (
    choice: { day: ShopDay; windowId?: WindowId },
    shown: { day: CalendarDay; window?: CalendarWindow },
  ) => void
  /** An answer the page already has; used until the postcode or the lines change. */
  readonly calendar?: DeliveryCalendar | undefined
  /** Heading of the field; 'When' unless said. */
  readonly legend?: string
  /** Anchor of the field. */
  readonly id?: string
  /** The shop's address, for pick-up. */
  readonly pickUpAt?: string | undefined
  /** What stands between heading and table: the postcode line. */
  readonly children?: ReactNode
}

/** Choosing day and window: four weeks as a table, the rest on request, a reason for every closed day, windows under it. */
export function DeliveryCalendarField(props: DeliveryCalendarFieldProps): JSX.Element {
  const { postcode, lines, value, onChange } = props
  const { calendar, state, because, retry } = useCalendar({ postcode, lines, given: props.calendar })
  const answer = calendar?.days.find((one) => one.day === value.day)

  function choose(day: CalendarDay, window: CalendarWindow | undefined): void {
    onChange(
      { day: day.day, ...(window !== undefined && { windowId: window.id }) },
      { day, ...(window !== undefined && { window }) },
    )
  }

  // Another zone has other windows: the choice moves to the one that is most like it, once the new answer is there.
  const lostWindow =
    state === 'ready' &&
    answer?.open &&
    value.windowId !== undefined &&
    !answer.windows.some((one) => one.id === value.windowId)
  const chooseLike = useEffectEvent(() => {
    if (answer) choose(answer, windowForDay(answer, undefined))
  })
  useEffect(() => {
    if (lostWindow) chooseLike()
  }, [lostWindow])

  return (
    <>
      <fieldset id={props.id} className="cal-field">
        <legend className="q">{props.legend ?? 'When'}</legend>
        {props.children}
        {calendar === undefined ? (
          state === 'failed' ? (
            <CalendarFailed because={because} retry={retry} />
          ) : (
            <CalendarSkeleton />
          )
        ) : (
          <KnownCalendar
            calendar={calendar}
            value={value}
            busy={state === 'loading'}
            failed={state === 'failed' ? <CalendarFailed because={because} retry={retry} /> : undefined}
            onChoose={(day) => choose(day, windowForDay(day, value.windowId))}
          />
        )}
      </fieldset>
      {calendar !== undefined && answer?.open && (
        <WindowChoices
          answer={answer}
          chosen={value.windowId}
          timeZone={calendar.timeZone}
          pickUpAt={props.pickUpAt}
          onChoose={(window) => choose(answer, window)}
        />
      )}
    </>
  )
}

interface KnownCalendarProps {
  readonly calendar: DeliveryCalendar
  readonly value: DayAndWindow
  readonly busy: boolean
  readonly failed: ReactNode
  readonly onChoose: (day: CalendarDay) => void
}

function KnownCalendar({ calendar, value, busy, failed, onChoose }: KnownCalendarProps): JSX.Element {
  const reasonId = useId()
  const [weeks, setWeeks] = useState(() => weeksToShow(calendar, value.day))
  const [asked, setAsked] = useState<CalendarDay>()
  const shown = weeksOf(calendar, weeks)
    .flat()
    .flatMap((cell) => (cell.kind === 'known' ? [cell.answer] : []))
  const chosen = calendar.days.find((one) => one.day === value.day)
  // A day that was chosen and has closed since says so by itself.
  const explained = asked ?? (chosen?.open === false ? chosen : undefined)
  const hasLater = weeksReached(calendar) > firstWeeks

  return (
    <>
      {calendar.unserved !== undefined && (
        <Unserved head={`Not to ${calendar.postcode} yet.`} message={calendar.unserved.message} />
      )}
      {failed}
      <DayTable
        calendar={calendar}
        weeks={weeks}
        chosen={value.day}
        busy={busy}
        describedBy={reasonId}
        onChoose={(day) => {
          setAsked(undefined)
          onChoose(day)
        }}
        onAskWhy={setAsked}
        onNeedLater={() => setWeeks(weeksReached(calendar))}
      />
      <p className="cal-reason small" id={reasonId} role="status" aria-live="polite">
        {explained !== undefined && (
          <>
            <b>{longDay(explained.day)}.</b> {explained.reason?.message}
          </>
        )}
      </p>
      <Legend shown={shown} />
      {hasLater && (
        <button
          type="button"
          className="btn btn-line btn-s cal-later"
          onClick={() => setWeeks(weeks > firstWeeks ? firstWeeks : weeksReached(calendar))}
        >
          {weeks > firstWeeks ? 'Fewer days' : 'Later days'}
        </button>
      )}
      <WhyNot shown={shown} />
    </>
  )
}

// The shop's sentence may begin as the heading does.
function Unserved({ head, message }: { head: string; message: string }): JSX.Element {
  const rest = message.startsWith(head) ? message.slice(head.length).trim() : message
  return (
    <div className="cal-unserved" role="status">
      <p className="d cal-unserved-head">{head}</p>
      {rest !== '' && <p>{rest}</p>}
    </div>
  )
}

function Legend({ shown }: { shown: readonly CalendarDay[] }): JSX.Element {
  const few = shown.find((day) => day.open && day.placesLeft !== undefined && day.placesLeft > 1 && day.placesLeft <= 5)
  const surge = shown.find((day) => day.open && day.surge !== undefined && day.surge.fee.minor > 0)
  const closed = shown.find((day) => !day.open)
  return (
    <p className="legend xs soft">
      <span>Fee shown for the cheapest window</span>
      {few !== undefined && (
        <span>
          <b>{few.placesLeft} left</b> few places
        </span>
      )}
      {surge?.surge !== undefined && (
        <span>
          <b className="cal-surge">+{price(surge.surge.fee)}</b> {surge.surge.name}
        </span>
      )}
      {closed !== undefined && (
        <span>
          <s>{Number(closed.day.slice(8))}</s> can’t deliver
        </span>
      )}
    </p>
  )
}

function WhyNot({ shown }: { shown: readonly CalendarDay[] }): JSX.Element | null {
  const reasons = closedReasons(shown)
  if (reasons.length === 0) return null
  return (
    <details className="why-list">
      <summary>Why not the other days?</summary>
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason.why}>
            <b>{reason.when}</b>
            <span>{reason.why}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function CalendarFailed({ because, retry }: { because: string | undefined; retry: () => void }): JSX.Element {
  return (
    <div className="banner blush cal-failed" role="alert">
      <p>
        <b>We couldn’t fetch the days.</b> {because}
      </p>
      <button type="button" className="btn btn-line btn-s" onClick={retry}>
        Try again
      </button>
    </div>
  )
}
