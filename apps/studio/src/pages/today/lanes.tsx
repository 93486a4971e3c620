import type { DeliveryCard, Today } from '@flora/contract/day-board.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../asking/use-ask.ts'
import { useNow } from '../../asking/use-now.ts'
import { MeterLine, Places } from '../../components/meters.tsx'
import { Section } from '../../components/section.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { Empty } from '../../components/trouble.tsx'
import { onTheWall } from '@flora/calendar/wall-time.ts'
import { riskWords, whatWords } from '../../words/steps.ts'
import { lanesOf, type Lane } from './lanes-of-day.ts'

// A lane says how the morning stands; the board shows all of it.
const mostSlips = 6

/** The day by its hours: how full each stretch is, and what is in it. */
export function Lanes({ today }: { today: Today }): JSX.Element {
  const board = useAsk('GET /desk/days/:day/board', { params: { day: today.day }, query: {} }).data
  const time = onTheWall(useNow(), today.timeZone).time
  const all = lanesOf(today.windows, board?.columns.flatMap(({ cards }) => cards) ?? [])
  const lanes = all.filter(({ deliveries }) => deliveries > 0)
  const empty = all.filter(({ deliveries, ends }) => deliveries === 0 && ends > time)
  if (all.length === 0)
    return (
      <Section title="By window">
        <Empty title="No run goes out today">
          <p className="soft">The next days are below.</p>
        </Empty>
      </Section>
    )
  return (
    <Section title="By window" aside={<span className="soft">A mark is a place</span>}>
      <div className="lanes">
        {lanes.map((lane) => (
          <LaneOfDay key={lane.key} lane={lane} day={today.day} isNow={lane.starts <= time && time < lane.ends} />
        ))}
      </div>
      {empty.length > 0 && (
        <div className="lanes-empty">
          {empty.map(({ key, name, taken, capacity }) => (
            <MeterLine key={key} name={name} taken={taken} of={capacity} what="places" />
          ))}
        </div>
      )}
    </Section>
  )
}

function LaneOfDay({ lane, day, isNow }: { lane: Lane; day: string; isNow: boolean }): JSX.Element {
  const { name, taken, capacity, deliveries, cards } = lane
  const shown = cards.slice(0, mostSlips)
  const hidden = deliveries - shown.length
  return (
    <div className={isNow ? 'lane is-now' : 'lane'}>
      <header>
        <div className="row">
          <h3>
            {name}
            {isNow && <span className="vh">, now</span>}
          </h3>
          <span className="num">
            {taken} of {capacity}
          </span>
        </div>
        <Places taken={taken} held={0} of={capacity} />
      </header>
      {shown.length === 0 && <p className="small soft">Nothing yet.</p>}
      <ul>
        {shown.map((card) => (
          <Slip key={card.deliveryId} card={card} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="small lane-more">
          <Link to={`/board?day=${day}`}>
            {hidden} more<span className="vh"> in {name}</span>
          </Link>
        </p>
      )}
    </div>
  )
}

function Slip({ card }: { card: DeliveryCard }): JSX.Element {
  const [risk] = card.risks
  return (
    <li className="slip">
      <StatusBadge status={card.status} markOnly />
      <Link to={`/orders/${card.orderId}`}>
        <b>{whatWords(card)}</b>
      </Link>
      <span className="num xs soft">{card.number}</span>
      <p>
        {card.method === 'pick-up' ? `Pick-up, ${card.recipient.name}` : card.recipient.suburb}, {card.benchMinutes} min
      </p>
      {risk && <span className="flag">{riskWords[risk.code].words}</span>}
    </li>
  )
}
