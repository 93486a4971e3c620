import type { NextDelivery } from '@flora/contract/subscriptions.ts'
import type { JSX } from 'react'
import { dayAndMonth, longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'

interface NextDaysProps {
  readonly next: readonly NextDelivery[]
  readonly timeZone: string
}

/** The deliveries that come first, each with the last moment to change it. */
export function NextDays({ next, timeZone }: NextDaysProps): JSX.Element | null {
  if (next.length === 0) return null
  return (
    <ol className="sub-next">
      {next.map((delivery) => (
        <li key={delivery.day ?? delivery.between?.from}>
          {dayWords(delivery)}
          {delivery.lastChangeAt !== undefined && (
            <span className="soft">, yours to change until {momentWords(delivery.lastChangeAt, timeZone)}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function dayWords({ day, between }: NextDelivery): string {
  if (day !== undefined) return longDay(day)
  return between === undefined ? '' : `A day between ${dayAndMonth(between.from)} and ${dayAndMonth(between.until)}`
}

function momentWords(instant: string, timeZone: string): string {
  const { day, time } = onTheWall(instantMs(instant), timeZone)
  return `${shortDay(day)}, ${clockWords(time)}`
}
