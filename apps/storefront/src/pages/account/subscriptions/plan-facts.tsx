import type { Subscription } from '@flora/contract/subscriptions.ts'
import type { JSX } from 'react'
import { longDay, shortDay, weekdayNames } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { doerWords, doneWords, spanWords, whenWords } from './subscription-words.ts'

const substitutions = {
  'nearest-match': 'Nearest match, same value or better',
  'ask-me': 'We ask you first',
  refund: 'We leave that delivery out',
} as const

/** What each delivery is, as it was agreed. */
export function PlanFacts({ subscription }: { subscription: Subscription }): JSX.Element {
  const { plan, kind, later } = subscription
  const { recipient, instructions, cardMessage, anonymous, substitution, excludedWeekdays, excludedDays } = plan
  const place = [recipient.line1, recipient.line2, `${recipient.suburb} ${recipient.postcode}`.trim()]
  const out = [
    ...excludedWeekdays.map((weekday) => `${weekdayNames[weekday - 1]}s`),
    ...excludedDays.map((day) => shortDay(day)),
  ]
  const facts: readonly (readonly [string, string])[] = [
    ['To', [recipient.name, ...place].filter((part) => part !== '').join(', ')],
    ['Card', cardMessage === '' ? 'None' : cardMessage],
    ...(anonymous ? [['Your name', 'Left off, as you asked'] as const] : []),
    ...(instructions === '' ? [] : [['For the driver', instructions] as const]),
    ['If a stem is missing', substitutions[substitution]],
    ...(kind === 'surprise' ? [['Never on', out.length === 0 ? 'Any day will do' : out.join(', ')] as const] : []),
    ...(later.length === 0 ? [] : [['Further ahead', laterWords(later)] as const]),
  ]
  return (
    <section className="subline" aria-labelledby="plan-facts">
      <header>
        <h2 id="plan-facts">Each time</h2>
      </header>
      <dl className="sub-facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function laterWords(later: Subscription['later']): string {
  return later
    .map(({ day, between }) => (day === undefined ? (between === undefined ? '' : spanWords(between)) : shortDay(day)))
    .join('; ')
}

/** What was done to it, by whom and when. */
export function SubscriptionHistory({
  subscription,
  timeZone,
}: {
  subscription: Subscription
  timeZone: string
}): JSX.Element {
  const events = subscription.events.toSorted((a, b) => instantMs(b.at) - instantMs(a.at))
  return (
    <section className="subline" aria-labelledby="sub-history">
      <header>
        <h2 id="sub-history">What was done</h2>
      </header>
      <ol className="sub-past">
        {events.map((event) => {
          const { day, time } = onTheWall(instantMs(event.at), timeZone)
          // A move says both its days.
          const isSaid = event.kind === 'moved' && event.label !== undefined
          const about = isSaid ? undefined : subscription.occurrences.find(({ id }) => id === event.occurrenceId)
          return (
            <li key={`${event.at} ${event.kind} ${event.occurrenceId ?? ''}`}>
              <time dateTime={event.at} className="small soft num">
                {shortDay(day)}, {clockWords(time)}
              </time>
              <span>
                <b>{event.label ?? doneWords(event.kind)}</b> by {doerWords(event.who)}
                {about !== undefined && (
                  <span className="soft">, {about.day === undefined ? whenWords(about) : longDay(about.day)}</span>
                )}
                {event.detail !== undefined && <span className="small soft"> {event.detail}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
