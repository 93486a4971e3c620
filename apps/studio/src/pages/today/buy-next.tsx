import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../asking/use-ask.ts'
import { Answered, Bones } from '../../components/answered.tsx'
import { Section } from '../../components/section.tsx'
import { count } from '../../words/counts.ts'
import { daysLater } from '@flora/calendar/wall-day.ts'

// The market's most important lines; the list itself is a page.
const mostLines = 7

/** What to buy for tomorrow, from the confirmed orders. */
export function BuyNext({ day }: { day: ShopDay }): JSX.Element {
  const next = daysLater(day, 1)
  const answer = useAsk('GET /fulfilment/buying-list', { query: { from: next, until: next } })
  return (
    <Section
      title="Buy for tomorrow"
      aside={<Link to={`/pack/buying-list?from=${next}&until=${next}`}>Buying list</Link>}
    >
      <Answered answer={answer} waiting={<Bones lines={4} />}>
        {({ lines }) => {
          const wanted = lines.filter(({ stemsToBuy }) => stemsToBuy > 0)
          if (wanted.length === 0) return <p className="soft">Nothing is missing for tomorrow’s orders.</p>
          return (
            <>
              <dl className="lines">
                {wanted.slice(0, mostLines).map(({ stemId, name, bunch, bunches, stemsToBuy }) => (
                  <div key={stemId}>
                    <dt>{name}</dt>
                    <dd>{bunch > 1 ? count(bunches, 'bunch', 'bunches') : count(stemsToBuy, 'stem')}</dd>
                  </div>
                ))}
              </dl>
              {wanted.length > mostLines && <p className="small soft">and {wanted.length - mostLines} more</p>}
            </>
          )
        }}
      </Answered>
    </Section>
  )
}
