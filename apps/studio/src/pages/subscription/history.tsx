import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import type { JSX } from 'react'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Section } from '../../components/section.tsx'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** What was done to a subscription, when and by whom; the latest first. */
export function History({ desk: { events } }: { desk: DeskSubscription }): JSX.Element {
  const clock = useShopClock()
  return (
    <Section title="What was done">
      <ol className="track-line">
        {events.map(({ at, kind, label, detail, who }, index) => (
          <li key={`${at} ${kind} ${index}`} className="done">
            <time dateTime={at}>{momentWords(at, clock)}</time>
            <div>
              <b>{label}</b>
              <p>
                {who}
                {detail !== undefined && detail !== '' && `: ${detail}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
