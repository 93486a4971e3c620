import type { DayBoard } from '@flora/contract/day-board.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { useLiveDay } from '../asking/live.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Empty } from '../components/trouble.tsx'
import { MarkingNews, useMarking } from '../forms/deliveries-mark.tsx'
import { BoardColumn } from './board/board-column.tsx'
import { columnsOf } from './board/board-columns.ts'
import { useDayFilters } from './board/day-filters.ts'
import { DayHead } from './board/day-head.tsx'

/** A day's deliveries as cards in columns, one a status. */
export function Component(): JSX.Element {
  const { today } = useShopClock()
  const filters = useDayFilters(today)
  const { day } = filters
  const answer = useAsk(
    'GET /desk/days/:day/board',
    day === undefined ? undefined : { params: { day }, query: filters.query },
  )
  const isUp = useLiveDay(day)
  if (day === undefined || today === undefined)
    return (
      <>
        <PageHeader title="Day board" />
        <Bones lines={6} />
      </>
    )
  return (
    <>
      <DayHead filters={filters} day={day} today={today} board={answer.data} isUp={isUp} />
      <Answered answer={answer}>{(board) => <Board board={board} isFiltered={filters.isFiltered} />}</Answered>
    </>
  )
}

function Board({ board, isFiltered }: { board: DayBoard; isFiltered: boolean }): JSX.Element {
  const marking = useMarking()
  // The card that is being dragged, by its delivery.
  const [dragged, setDragged] = useState<string>()
  const columns = columnsOf(board)
  if (columns.every(({ count }) => count === 0))
    return isFiltered ? (
      <Empty title="Nothing of this day is like that">
        <p className="soft">Show all to see the day again.</p>
      </Empty>
    ) : (
      <Empty title="No deliveries on this day">
        <p className="soft">They appear here the moment somebody orders for it.</p>
        <p>
          <Link to="/orders">All orders</Link>
        </p>
      </Empty>
    )
  const cards = columns.flatMap((column) => column.cards)
  const inHand = cards.find(({ deliveryId }) => deliveryId === dragged)
  return (
    <>
      <MarkingNews marking={marking} />
      {/* What scrolls sideways must be reachable for who scrolls by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="board" aria-label="Deliveries by status" tabIndex={0}>
        {columns.map((column) => (
          <BoardColumn
            key={column.status}
            column={column}
            day={board.day}
            marking={marking}
            inHand={inHand}
            onDrag={setDragged}
          />
        ))}
      </section>
    </>
  )
}
