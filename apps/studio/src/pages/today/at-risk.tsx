import type { DeliveryCard, RiskCode, Today } from '@flora/contract/day-board.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { Button } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Section } from '../../components/section.tsx'
import { Badge } from '../../components/status-badge.tsx'
import { Empty } from '../../components/trouble.tsx'
import type { Marking } from '../../forms/deliveries-mark.tsx'
import { riskWords, stepPress, whatWords } from '../../words/steps.ts'
import { clockWords } from '@flora/calendar/wall-time.ts'

/** What somebody must look at, worst first, each with the button that helps. */
export function AtRisk({ today, marking }: { today: Today; marking: Marking }): JSX.Element {
  const cards = [...today.late.cards, ...today.atRisk.cards]
  const more = today.late.count + today.atRisk.count - cards.length
  if (cards.length === 0)
    return (
      <Section title="At risk">
        <Empty title="Nothing is late, and nothing looks like it">
          <p className="soft">
            Unpaid orders, missing stems, doubtful addresses and cards that are too long would stand here.
          </p>
        </Empty>
      </Section>
    )
  return (
    <Section title="At risk" aside={<span className="soft">Worst first</span>}>
      <DataTable
        caption="Deliveries at risk, worst first"
        columns={columnsFor(marking)}
        rows={cards}
        rowKey={({ deliveryId }) => deliveryId}
        stacks
      />
      {more > 0 && (
        <p className="small">
          <Link to={`/day-list?day=${today.day}`}>{more} more in the list of the day</Link>
        </p>
      )}
    </Section>
  )
}

function columnsFor(marking: Marking): Column<DeliveryCard>[] {
  return [
    {
      id: 'what',
      head: 'What',
      isName: true,
      cell: ({ risks }) => {
        const [worst] = risks
        return worst && <Badge mark={riskWords[worst.code].mark}>{riskWords[worst.code].words}</Badge>
      },
    },
    {
      id: 'why',
      head: 'Why',
      cell: (card) => (
        <>
          {card.risks.map(({ message }) => message).join(' ')}
          <span className="hint block">
            {whatWords(card)}, for {card.recipient.name} in {card.recipient.suburb}
          </span>
        </>
      ),
    },
    {
      id: 'order',
      head: 'Order',
      cell: ({ orderId, number }) => (
        <Link className="nowrap num" to={`/orders/${orderId}`}>
          {number}
        </Link>
      ),
    },
    { id: 'by', head: 'Due by', cell: ({ window }) => <span className="nowrap">{clockWords(window.ends)}</span> },
    { id: 'do', head: 'Do', hideHead: true, isNumber: true, cell: (card) => <Help card={card} marking={marking} /> },
  ]
}

// Risks that a talk with the recipient may settle.
const rings: readonly RiskCode[] = ['address', 'not-delivered']

function Help({ card, marking }: { card: DeliveryCard; marking: Marking }): JSX.Element {
  const [worst] = card.risks
  if (worst !== undefined && rings.includes(worst.code) && card.recipient.phone !== '')
    return (
      <a className="btn btn-line btn-xs nowrap" href={`tel:${card.recipient.phone.replaceAll(' ', '')}`}>
        Ring {card.recipient.phone}
      </a>
    )
  if (worst?.code === 'late' || worst?.code === 'not-started') {
    const { next } = card
    if (next)
      return (
        <Button
          small
          can={next.may}
          isBusy={marking.doing.isBusy}
          label={`${stepPress(next.to, card.method)}: ${card.number}`}
          onPress={() => void marking.mark([card], next.to)}
        >
          {stepPress(next.to, card.method)}
        </Button>
      )
  }
  return (
    <Link className="btn btn-line btn-xs" to={`/orders/${card.orderId}`} aria-label={`Open ${card.number}`}>
      Open
    </Link>
  )
}
