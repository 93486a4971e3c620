import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscriptionPlan } from '@flora/contract/subscription-plan.ts'
import { type JSX, useState } from 'react'
import { shortDay, weekdayNames } from '@flora/calendar/wall-day.ts'
import { DayField } from './day-field.tsx'

export type Excluded = Pick<SubscriptionPlan, 'excludedWeekdays' | 'excludedDays'>

interface ExcludedDaysProps {
  readonly part: string
  readonly excluded: Excluded
  readonly today: ShopDay
  readonly onChange: (excluded: Excluded) => void
}

/** The days on which a surprise must not come: weekdays to tick, single days to name. */
export function ExcludedDays({ part, excluded, today, onChange }: ExcludedDaysProps): JSX.Element {
  const { excludedWeekdays, excludedDays } = excluded
  const [typed, setTyped] = useState('')
  function add(): void {
    if (typed === '' || excludedDays.includes(typed as ShopDay)) return
    onChange({ ...excluded, excludedDays: [...excludedDays, typed as ShopDay].toSorted() })
    setTyped('')
  }
  return (
    <div className="stack">
      <fieldset>
        <legend>Never on a</legend>
        <div className="sub-weekdays">
          {weekdayNames.map((weekday, index) => {
            const iso = index + 1
            const isOut = excludedWeekdays.includes(iso)
            return (
              <label className="check" key={weekday}>
                <input
                  type="checkbox"
                  checked={isOut}
                  onChange={() =>
                    onChange({
                      ...excluded,
                      excludedWeekdays: isOut
                        ? excludedWeekdays.filter((one) => one !== iso)
                        : [...excludedWeekdays, iso].toSorted(),
                    })
                  }
                />
                <span>{weekday}</span>
              </label>
            )
          })}
        </div>
      </fieldset>
      <div className="sub-day">
        <DayField id={`${part}-day`} label="Nor on this day" value={typed} from={today} onChange={setTyped} />
        <button type="button" className="btn btn-line" onClick={add}>
          Rule it out
        </button>
      </div>
      {excludedDays.length > 0 && (
        <ul className="sub-out" aria-label="Days ruled out">
          {excludedDays.map((day) => (
            <li key={day}>
              <button
                type="button"
                className="btn btn-line btn-s"
                onClick={() => onChange({ ...excluded, excludedDays: excludedDays.filter((one) => one !== day) })}
              >
                {shortDay(day)}
                <span aria-hidden="true"> ×</span>
                <span className="vh">, allow it again</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
