import type { StockItem } from '@flora/contract/stock-desk.ts'
import { type JSX, useCallback, useMemo } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { usePages } from '../asking/use-pages.ts'
import { Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { SelectField } from '../components/fields.tsx'
import { MoreButton } from '../components/more-button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { count } from '../words/counts.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'

const kinds = ['', 'stem', 'variant'] as const
const onlies = ['', 'short', 'low', 'expiring'] as const

/** Everything that is counted: what is left, what is short, and what wilts next. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const kind = oneOf(kinds, read('kind'))
  const only = oneOf(onlies, read('only'))
  const search = read('q')
  const list = usePages('GET /stock/items', {
    query: { ...(search !== '' && { search }), ...(kind !== '' && { kind }), ...(only !== '' && { only }) },
  })
  const items = useMemo(() => list.pages.flatMap((page) => page.items), [list.pages])
  const first = list.pages[0]
  const onSearch = useCallback((q: string) => set({ q }), [set])
  return (
    <>
      <PageHeader title="Stock" lead={first && leadOf(first)} />
      <div className="filters" role="search">
        <SearchField label="Search" placeholder="Waratah, Saturday Peonies" value={search} onSearch={onSearch} />
        <SelectField
          label="What"
          value={kind}
          choices={[
            { value: '', words: 'Stems and pieces' },
            { value: 'stem', words: 'Stems' },
            { value: 'variant', words: 'Pieces' },
          ]}
          onChange={(value) => set({ kind: value })}
        />
        <SelectField
          label="Only"
          value={only}
          choices={[
            { value: '', words: 'All' },
            { value: 'short', words: 'Short: promised and not there' },
            { value: 'low', words: 'Running low' },
            { value: 'expiring', words: 'Wilting soon' },
          ]}
          onChange={(value) => set({ only: value })}
        />
      </div>
      {items.length === 0 ? (
        list.isAsking ? (
          <Bones lines={8} />
        ) : (
          list.problem === undefined && (
            <Empty title={only === 'short' ? 'Nothing is short' : 'Nothing is like that'}>
              <p className="soft">Everything that is counted stands here; what is not counted is sold without end.</p>
            </Empty>
          )
        )
      ) : (
        <DataTable caption="Stock" columns={columns} rows={items} rowKey={({ id }) => id} stacks />
      )}
      <MoreButton list={list} />
    </>
  )
}

function leadOf({ low, short }: { low: number; short: number }): string {
  if (low === 0 && short === 0) return 'Nothing is short, nothing is running low.'
  return [short > 0 && `${count(short, 'item')} short`, low > 0 && `${low} running low`]
    .filter(Boolean)
    .join(', ')
    .concat('.')
}

function oneOf<T extends string>(all: readonly T[], text: string): T {
  return all.find((one) => one === text) ?? all[0]!
}

const columns: readonly Column<StockItem>[] = [
  {
    id: 'name',
    head: 'Item',
    isName: true,
    sort: ({ name }) => name,
    cell: ({ id, name, kind }) => (
      <>
        <Link to={`/stock/${id}`}>
          <b>{name}</b>
        </Link>
        <span className="hint block">{kind === 'stem' ? 'Stem' : 'Piece'}</span>
      </>
    ),
  },
  {
    id: 'state',
    head: 'State',
    cell: ({ short, isLow, left }) =>
      short > 0 ? (
        <Badge mark="wrong">{short} short</Badge>
      ) : left === 0 ? (
        <Badge mark="risk">Sold out</Badge>
      ) : isLow ? (
        <Badge mark="risk">Running low</Badge>
      ) : null,
  },
  { id: 'left', head: 'To sell', isNumber: true, sort: ({ left }) => left, cell: ({ left }) => <b>{left}</b> },
  {
    id: 'promised',
    head: 'Promised',
    isNumber: true,
    sort: ({ promised }) => promised,
    cell: ({ promised }) => promised,
  },
  { id: 'onHand', head: 'In the shop', isNumber: true, sort: ({ onHand }) => onHand, cell: ({ onHand }) => onHand },
  {
    id: 'sold',
    head: 'Sold today',
    isNumber: true,
    sort: ({ soldToday }) => soldToday,
    cell: ({ soldToday }) => soldToday,
  },
  {
    id: 'wilts',
    head: 'Wilts next',
    sort: ({ nextExpiry }) => nextExpiry?.usableUntil ?? '9999',
    cell: ({ nextExpiry }) =>
      nextExpiry && (
        <span className="nowrap">
          {nextExpiry.quantity} after {shortDay(nextExpiry.usableUntil)}
        </span>
      ),
  },
]
