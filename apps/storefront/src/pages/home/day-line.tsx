import type { JSX } from 'react'
import { clockWords } from '@flora/calendar/wall-time.ts'
import { hourWord } from '../../words/answer.ts'
import { stopsOf } from './day-stops.ts'
import type { DayLineFacts } from './delivery-news.ts'

/** A day's hours to scale: where an order is now, and what happens to it next. */
export function DayLine({ line }: { line: DayLineFacts }): JSX.Element {
  return (
    <section className="section wrap" aria-labelledby="how">
      <div className="head">
        <h2 id="how">How a {line.weekday} goes</h2>
        <p className="soft small aside">Your order joins this line wherever the clock is up to.</p>
      </div>
      <ol className="dayline">
        {stopsOf(line).map((stop) => (
          <li key={stop.name} className={`half-${stop.halfHours}${stop.isNow ? ' is-now' : ''}`}>
            <time dateTime={stop.time}>
              {stop.name === 'Door' && 'By '}
              {clockWords(stop.time)}
            </time>
            <h3>{stop.name}</h3>
            <p>
              {stop.words ?? `The run is printed. After ${hourWord(line.cutOff)}, the next place is on the next run.`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
