import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { JSX } from 'react'
import { daysLater, shortDay } from '@flora/calendar/wall-day.ts'
import { Button } from './button.tsx'
import { DayField } from './number-fields.tsx'

interface DayStepsProps {
  readonly day: ShopDay
  readonly today: ShopDay
  readonly onChange: (day: ShopDay) => void
}

/** One day back, one on, today, or any other. */
export function DaySteps({ day, today, onChange }: DayStepsProps): JSX.Element {
  const [before, after] = [daysLater(day, -1), daysLater(day, 1)]
  return (
    <div className="day-steps" role="group" aria-label="Day">
      <Button onPress={() => onChange(before)} label={`${shortDay(before)}, the day before`}>
        <span aria-hidden="true">←</span> {shortDay(before)}
      </Button>
      {day !== today && <Button onPress={() => onChange(today)}>Today</Button>}
      <DayField
        label="Another day"
        hideLabel
        value={day}
        onChange={(chosen) => chosen !== undefined && onChange(chosen)}
      />
      <Button onPress={() => onChange(after)} label={`${shortDay(after)}, the day after`}>
        {shortDay(after)} <span aria-hidden="true">→</span>
      </Button>
    </div>
  )
}
