import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryCard, Markable } from '@flora/contract/day-board.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { type JSX, useMemo, useState } from 'react'
import { useLiveDay } from '../asking/live.ts'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { usePages } from '../asking/use-pages.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Bones } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { MoreButton } from '../components/more-button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Empty } from '../components/trouble.tsx'
import { type Marking, MarkingNews, useMarking } from '../forms/deliveries-mark.tsx'
import { count } from '../words/counts.ts'
import { statusWords } from '../words/statuses.ts'
import { stepWords } from '../words/steps.ts'
import { type DayFilters, type DayQuery, useDayFilters } from './board/day-filters.ts'
import { DayHead } from './board/day-head.tsx'
import { columnsOfDay } from './board/delivery-columns.tsx'

/** A day's deliveries as a list: sorted, filtered, and marked many at once. */
export function Component(): JSX.Element {
  const { today } = useShopClock()
  const filters = useDayFilters(today)
  const { day } = filters
  const board = useAsk(
    'GET /desk/days/:day/board',
    day === undefined ? undefined : { params: { day }, query: filters.query },
  )
  const isUp = useLiveDay(day)
  if (day === undefined || today === undefined)
    return (
      <>
        <PageHeader title="Day list" />
        <Bones lines={8} />
      </>
    )
  return (
    <>
      <DayHead filters={filters} day={day} today={today} board={board.data} isUp={isUp} />
      <StatusChoice counts={board.data?.counts ?? []} />
      <List key={`${day} ${JSON.stringify(filters.query)}`} day={day} filters={filters} />
    </>
  )
}

function StatusChoice({ counts }: { counts: readonly { status: OrderStatus; count: number }[] }): JSX.Element {
  const [read, set] = useAddress()
  const chosen = read('status')
  return (
    <div className="status-choice" role="group" aria-label="Status">
      <button type="button" aria-pressed={chosen === ''} onClick={() => set({ status: undefined })}>
        All
      </button>
      {counts.map(({ status, count: number }) => (
        <button key={status} type="button" aria-pressed={chosen === status} onClick={() => set({ status })}>
          {statusWords[status].word} <span className="num soft">{number}</span>
        </button>
      ))}
    </div>
  )
}

function List({ day, filters }: { day: ShopDay; filters: DayFilters }): JSX.Element {
  const [read] = useAddress()
  const status = read('status')
  const query: DayQuery & { status?: string; limit: number } = {
    ...filters.query,
    ...(status in statusWords && { status }),
    limit: 100,
  }
  const list = usePages('GET /desk/days/:day/deliveries', { params: { day }, query })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const marking = useMarking()
  const cards = useMemo(() => list.pages.flatMap((page) => page.cards), [list.pages])
  const inHand = cards.filter(({ deliveryId }) => chosen.has(deliveryId))
  if (cards.length === 0)
    return list.isAsking ? (
      <Bones lines={8} />
    ) : (
      <>
        <MoreButton list={list} />
        <Empty title="Nothing to show">
          <p className="soft">
            {filters.isFiltered || status !== '' ? 'Nothing of this day is like that.' : 'No deliveries on this day.'}
          </p>
        </Empty>
      </>
    )
  return (
    <>
      <MarkingNews marking={marking} />
      <DataTable
        caption="Deliveries of the day"
        columns={columnsOfDay}
        rows={cards}
        rowKey={({ deliveryId }) => deliveryId}
        chosen={chosen}
        onChoose={setChosen}
        nameOf={({ number }) => number}
        width="wide"
      />
      <MoreButton list={list} />
      <Together cards={inHand} marking={marking} onDone={() => setChosen(new Set())} />
    </>
  )
}

const together: readonly Markable[] = ['PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED']

interface TogetherProps {
  readonly cards: readonly DeliveryCard[]
  readonly marking: Marking
  readonly onDone: () => void
}

/** What can be done with all that are ticked. The shop says of each whether it may be; those that may not stay ticked nowhere. */
function Together({ cards, marking, onDone }: TogetherProps): JSX.Element | null {
  if (cards.length === 0) return null
  return (
    <div className="savebar" role="region" aria-label="Chosen deliveries">
      <b role="status">{count(cards.length, 'delivery', 'deliveries')} chosen</b>
      {together.map((to) => {
        const able = cards.filter(({ moves }) => moves.includes(to))
        return (
          <Button
            key={to}
            isBusy={marking.doing.isBusy}
            can={
              able.length > 0
                ? { ok: true }
                : { ok: false, because: `None of them can become ${statusWords[to].word.toLowerCase()} now.` }
            }
            note={able.length < cards.length ? `${able.length} of ${cards.length}` : undefined}
            onPress={() => void marking.mark(able, to).then(onDone)}
          >
            {stepWords[to].press}
          </Button>
        )
      })}
      <Button kind="text" onPress={onDone}>
        Choose none
      </Button>
    </div>
  )
}
