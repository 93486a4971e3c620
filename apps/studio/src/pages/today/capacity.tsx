import type { Today } from '@flora/contract/day-board.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { MeterLine } from '../../components/meters.tsx'
import { Section } from '../../components/section.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'

/** The room of the days to come. */
export function Capacity({ today }: { today: Today }): JSX.Element {
  const days = today.capacity.filter(({ day }) => day > today.day)
  return (
    <Section title="Room in the next days">
      {days.map(({ day, closedBecause, places }) => (
        <MeterLine
          key={day}
          name={<Link to={`/board?day=${day}`}>{shortDay(day)}</Link>}
          taken={places.taken}
          of={closedBecause === undefined || places.taken > 0 ? places.capacity || places.taken : undefined}
          note={closedBecause ?? 'No run'}
          what="places"
        />
      ))}
    </Section>
  )
}
