import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { JSX } from 'react'
import { dayParts, daysLater, monthName, weekdayIndex } from '@flora/calendar/wall-day.ts'
import { chargeWords } from './offer-words.ts'

const weeks = 8
// Every how many of the eight weeks drawn.
const rhythms = [
  ['Weekly', 1],
  ['Fortnightly', 2],
  ['Monthly', 4],
] as const

// A fortnight drawn: two days ruled out, Sundays shut.
const fortnight = ['', '', '', 'not', 'not', '', 'shut', '', '', '', '', '', '', 'shut'] as const

/** The two ways to have them, each as a ruler of days. */
export function Ways({ offers, today }: { offers: SubscriptionOffers; today: ShopDay }): JSX.Element {
  return (
    <section aria-labelledby="ways">
      <div className="head">
        <h2 id="ways">Two ways to have them</h2>
      </div>
      <div className="ways">
        <article>
          <h3>On the day you choose</h3>
          <p>
            Every Thursday, every second Friday, the first of the month, or once a year for a birthday. You know the
            day, and so does whoever answers the door.
          </p>
          <div className="rhythm" aria-hidden="true">
            {rhythms.map(([name, every]) => (
              <div key={name}>
                <span>{name}</span>
                <div>
                  {Array.from({ length: weeks }, (_, week) => (
                    <i key={week} className={week % every === 0 ? 'on' : undefined} />
                  ))}
                </div>
              </div>
            ))}
            <p className="xs soft">Eight weeks</p>
          </div>
        </article>
        <article>
          <h3>A surprise</h3>
          <p>
            One delivery in each week, fortnight or month, on a day only the shop knows. We charge {chargeWords(offers)}
            , and say nothing of when. You can still rule out days that don’t work.
          </p>
          <div className="rhythm sur" aria-hidden="true">
            {fortnightsFrom(today).map((name) => (
              <div key={name}>
                <span>{name}</span>
                <div>
                  {fortnight.map((day, index) => (
                    <i key={index} className={day === '' ? undefined : day} />
                  ))}
                </div>
              </div>
            ))}
            <p className="xs soft">Open squares: any of these. Struck: days you ruled out. Gaps: Sundays.</p>
          </div>
        </article>
      </div>
    </section>
  )
}

// The two that begin with next Monday: '23 Nov–6 Dec'.
function fortnightsFrom(today: ShopDay): string[] {
  const monday = daysLater(today, 7 - weekdayIndex(today))
  return [0, 14].map((days) => {
    const [from, until] = [daysLater(monday, days), daysLater(monday, days + 13)]
    const month = (day: ShopDay): string => monthName(day).slice(0, 3)
    const first = month(from) === month(until) ? '' : ` ${month(from)}`
    return `${dayParts(from).date}${first}–${dayParts(until).date} ${month(until)}`
  })
}
