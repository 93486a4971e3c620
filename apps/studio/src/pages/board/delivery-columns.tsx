import type { DeliveryCard } from '@flora/contract/day-board.ts'
import { Link } from 'react-router'
import type { Column } from '../../components/data-table.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { riskWords, whatWords } from '../../words/steps.ts'
import { hoursWords } from '@flora/calendar/wall-time.ts'

const number: Column<DeliveryCard> = {
  id: 'number',
  head: 'Order',
  isName: true,
  sort: (card) => card.number,
  cell: (card) => (
    <Link className="nowrap num" to={`/orders/${card.orderId}`}>
      {card.number}
    </Link>
  ),
}

const day: Column<DeliveryCard> = {
  id: 'day',
  head: 'Day',
  sort: (card) => card.day,
  cell: (card) => <span className="nowrap">{shortDay(card.day)}</span>,
}

const rest: readonly Column<DeliveryCard>[] = [
  { id: 'status', head: 'Status', sort: ({ status }) => status, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    id: 'window',
    head: 'Window',
    sort: ({ window }) => `${window.starts} ${window.ends}`,
    cell: ({ window, method }) => (
      <span className="nowrap">
        {hoursWords(window.starts, window.ends)}
        {method === 'pick-up' && ', pick-up'}
      </span>
    ),
  },
  {
    id: 'what',
    head: 'What',
    sort: whatWords,
    cell: (card) => (
      <>
        {whatWords(card)}
        {card.risks.length > 0 && (
          <span className="flag block">{card.risks.map(({ code }) => riskWords[code].words).join(', ')}</span>
        )}
      </>
    ),
  },
  {
    id: 'for',
    head: 'For',
    sort: ({ recipient }) => recipient.name,
    cell: ({ recipient, buyerName }) => (
      <>
        {recipient.name}
        {buyerName !== recipient.name && <span className="hint block">from {buyerName}</span>}
      </>
    ),
  },
  {
    id: 'where',
    head: 'Where',
    sort: ({ recipient }) => recipient.postcode,
    cell: ({ recipient }) => `${recipient.suburb} ${recipient.postcode}`,
  },
  {
    id: 'bench',
    head: 'Minutes',
    isNumber: true,
    sort: ({ benchMinutes }) => benchMinutes,
    cell: ({ benchMinutes }) => benchMinutes,
  },
]

/** A delivery as a row of a day's list. */
export const columnsOfDay: readonly Column<DeliveryCard>[] = [number, ...rest]
/** The same where days are mixed. */
export const columnsOfDays: readonly Column<DeliveryCard>[] = [number, day, ...rest]
