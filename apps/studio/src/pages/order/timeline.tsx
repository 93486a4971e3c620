import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { JSX } from 'react'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Section } from '../../components/section.tsx'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** All that happened to an order, and by whom. */
export function Timeline({ desk }: { desk: DeskOrder }): JSX.Element {
  const { timeZone, today } = useShopClock()
  const isOver =
    desk.order.status === 'DELIVERED' || desk.order.status === 'CANCELLED' || desk.order.status === 'REFUNDED'
  return (
    <Section title="Timeline">
      <ol className="track-line">
        {desk.timeline.map(({ at, kind, label, detail, who }, index) => (
          <li key={`${at} ${kind} ${label}`} className={!isOver && index === desk.timeline.length - 1 ? 'now' : 'done'}>
            <time dateTime={at}>{momentWords(at, { timeZone, ...(today && { today }) })}</time>
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
