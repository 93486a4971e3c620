import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { BuyingList } from '@flora/contract/fulfilment.ts'
import type { JSX } from 'react'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { DayField } from '../components/number-fields.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Empty } from '../components/trouble.tsx'
import { count } from '../words/counts.ts'
import { isShopDay, longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { PackViews } from './pack.tsx'

/** Stems to buy for one day or some, in bunches, less what is still good. */
export function Component(): JSX.Element {
  const { today } = useShopClock()
  const [read, set] = useAddress()
  const from = isShopDay(read('from')) ? (read('from') as ShopDay) : today
  const until = isShopDay(read('until')) ? (read('until') as ShopDay) : from
  const answer = useAsk(
    'GET /fulfilment/buying-list',
    from === undefined || until === undefined ? undefined : { query: { from, until } },
  )
  if (from === undefined || until === undefined || today === undefined) return <Bones lines={8} />
  return (
    <>
      <PageHeader
        tab="Buying list"
        title="Buying list"
        lead={from === until ? `For ${longDay(from)}.` : `For ${shortDay(from)} to ${shortDay(until)}.`}
        views={<PackViews day={from} today={today} />}
      >
        <a
          className="btn"
          href={`/api/fulfilment/days/${from}/pack/buying-list.pdf?until=${until}`}
          target="_blank"
          rel="noreferrer"
        >
          Print the list
        </a>
      </PageHeader>
      <div className="filters">
        <DayField
          label="From"
          value={from}
          onChange={(day) => day && set({ from: day, until: day > until ? day : until })}
        />
        <DayField label="Until" value={until} min={from} onChange={(day) => day && set({ from, until: day })} />
      </div>
      <Answered answer={answer}>{(list) => <List list={list} />}</Answered>
    </>
  )
}

type Line = BuyingList['lines'][number]

const columns: readonly Column<Line>[] = [
  { id: 'name', head: 'Stem', isName: true, sort: ({ name }) => name, cell: ({ name }) => <b>{name}</b> },
  { id: 'grower', head: 'Grower', sort: ({ grower }) => grower, cell: ({ grower }) => grower || '–' },
  { id: 'needed', head: 'Needed', isNumber: true, sort: ({ needed }) => needed, cell: ({ needed }) => needed },
  { id: 'usable', head: 'Still good', isNumber: true, sort: ({ usable }) => usable, cell: ({ usable }) => usable },
  { id: 'short', head: 'Missing', isNumber: true, sort: ({ short }) => short, cell: ({ short }) => short },
  {
    id: 'buy',
    head: 'Buy',
    isNumber: true,
    sort: ({ stemsToBuy }) => stemsToBuy,
    cell: ({ stemsToBuy, bunch, bunches }) =>
      stemsToBuy === 0 ? (
        <span className="soft">nothing</span>
      ) : (
        <b>{bunch > 1 ? `${count(bunches, 'bunch', 'bunches')} of ${bunch}` : count(stemsToBuy, 'stem')}</b>
      ),
  },
]

function List({ list }: { list: BuyingList }): JSX.Element {
  if (list.lines.length === 0)
    return (
      <Empty title="Nothing to buy">
        <p className="soft">No confirmed order of these days needs a stem that is counted.</p>
      </Empty>
    )
  return (
    <>
      <p className="soft">
        From {count(list.orders, 'order')}
        {list.unpaidOccurrences > 0 &&
          `, of them ${count(list.unpaidOccurrences, 'delivery', 'deliveries')} of subscriptions whose money is still to come`}
        .
      </p>
      <DataTable caption="Stems to buy" columns={columns} rows={list.lines} rowKey={({ stemId }) => stemId} stacks />
    </>
  )
}
