import { type JSX } from 'react'
import { Link, useNavigate } from 'react-router'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Empty, Refused } from '../components/trouble.tsx'
import { count } from '../words/counts.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** Orders by telephone and over the counter: a new one, and those that were begun and not placed. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /desk/drafts', {})
  const { timeZone, today } = useShopClock()
  const navigate = useNavigate()
  const doing = useDo()
  const begin = (): void =>
    void doing.run(async () => {
      const draft = await shop.call('POST /desk/drafts', { body: {} })
      await navigate(`/phone-orders/${draft.id}`)
    })
  return (
    <>
      <PageHeader title="By telephone" lead="The same prices, days and places as on the web.">
        <Button kind="ink" isBusy={doing.isBusy} busy="Beginning" onPress={begin}>
          Begin an order
        </Button>
      </PageHeader>
      <Refused problem={doing.problem} />
      <Section title="Begun, not placed">
        <Answered answer={answer}>
          {({ drafts }) =>
            drafts.length === 0 ? (
              <Empty title="Nothing is waiting">
                <p className="soft">An order that you begin is kept here until it is placed, also over night.</p>
              </Empty>
            ) : (
              <ul className="since">
                {drafts.map(({ id, who, changedAt, buyerName, lines, day }) => (
                  <li key={id}>
                    <Link to={`/phone-orders/${id}`}>{buyerName || 'Nobody named yet'}</Link>
                    <span>
                      {count(lines, 'line')}
                      {day !== null && `, for ${shortDay(day)}`}
                      <span className="soft">
                        {' '}
                        by {who}, {momentWords(changedAt, { timeZone, today })}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Section>
    </>
  )
}
