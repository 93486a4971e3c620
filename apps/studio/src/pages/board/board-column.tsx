import type { DeliveryCard } from '@flora/contract/day-board.ts'
import type { JSX } from 'react'
import { useState } from 'react'
import { Link } from 'react-router'
import { ActionMenu } from '../../components/menu.tsx'
import type { Marking } from '../../forms/deliveries-mark.tsx'
import { statusWords } from '../../words/statuses.ts'
import { riskWords, stepPress, whatWords } from '../../words/steps.ts'
import { clockWords } from '@flora/calendar/wall-time.ts'
import { byHours, type Column } from './board-columns.ts'

interface BoardColumnProps {
  readonly column: Column
  readonly day: string
  readonly marking: Marking
  /** The card that is being dragged, if it may be dropped somewhere at all. */
  readonly inHand: DeliveryCard | undefined
  readonly onDrag: (deliveryId: string | undefined) => void
}

/** One status of the day: its cards by the hours they are due. A card may be dropped where it may be marked. */
export function BoardColumn({ column, day, marking, inHand, onDrag }: BoardColumnProps): JSX.Element {
  const [isOver, setOver] = useState(false)
  const { status, count, cards } = column
  const target = inHand?.moves.find((move) => move === status)
  const hidden = count - cards.length
  return (
    <div
      className={isOver && target !== undefined ? 'col is-target' : 'col'}
      onDragOver={(event) => {
        if (target === undefined) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (inHand && target !== undefined) void marking.mark([inHand], target)
        onDrag(undefined)
      }}
    >
      <h2>
        {statusWords[status].word} <span>{count}</span>
      </h2>
      {byHours(cards).map((group) => (
        <div key={group.hours}>
          <h3>{group.hours}</h3>
          <ul>
            {group.cards.map((card) => (
              <Note key={card.deliveryId} card={card} marking={marking} onDrag={onDrag} />
            ))}
          </ul>
        </div>
      ))}
      {hidden > 0 && (
        <p className="small col-more">
          <Link to={`/day-list?day=${day}&status=${status}`}>
            {hidden} more<span className="vh"> {statusWords[status].word}</span>
          </Link>
        </p>
      )}
    </div>
  )
}

interface NoteProps {
  readonly card: DeliveryCard
  readonly marking: Marking
  readonly onDrag: (deliveryId: string | undefined) => void
}

function Note({ card, marking, onDrag }: NoteProps): JSX.Element {
  const { number, recipient, window, next } = card
  const isHeld = card.status === 'PENDING'
  return (
    <li
      className={isHeld ? 'note-card is-held' : 'note-card'}
      draggable={card.moves.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', number)
        onDrag(card.deliveryId)
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <span className="top">
        <span>{number}</span>
        <span>{isHeld ? 'held' : `by ${clockWords(window.ends)}`}</span>
      </span>
      <Link to={`/orders/${card.orderId}`} className="note-what" draggable={false}>
        <b>{whatWords(card)}</b>
      </Link>
      <span>
        {card.method === 'pick-up' ? `${recipient.name} fetches it` : `${recipient.suburb} ${recipient.postcode}`}
        {card.benchMinutes > 0 && `, ${card.benchMinutes} min`}
      </span>
      {card.risks.length > 0 && (
        <span className="flag">{card.risks.map(({ code }) => riskWords[code].words).join(', ')}</span>
      )}
      {card.moves.length > 0 && (
        <span className="note-acts">
          {next && (
            <button
              type="button"
              className="btn btn-line btn-xs"
              aria-disabled={!next.may.ok || undefined}
              aria-describedby={next.may.ok ? undefined : `why-${card.deliveryId}`}
              onClick={() => {
                if (next.may.ok) void marking.mark([card], next.to)
              }}
            >
              {stepPress(next.to, card.method)}
              <span className="vh"> {number}</span>
            </button>
          )}
          <ActionMenu
            label={`Move ${number}`}
            choices={card.moves
              .filter((to) => to !== next?.to)
              .map((to) => ({ id: to, words: stepPress(to, card.method), run: () => void marking.mark([card], to) }))}
          />
        </span>
      )}
      {next && !next.may.ok && (
        <span className="why" id={`why-${card.deliveryId}`}>
          {next.may.because}
        </span>
      )}
    </li>
  )
}
