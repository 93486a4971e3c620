import type { StockItemId, StockItemPage } from '@flora/contract/stock-desk.ts'
import { type JSX, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useMay } from '../asking/who.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { ReceiveLot } from '../forms/lot-receive.tsx'
import { AdjustStock } from '../forms/stock-adjust.tsx'
import { StockRules } from '../forms/stock-rules-change.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { moveWords, signed } from '../words/stock.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** One counted thing: its lots, what happened to it, and what is tied from it. */
export function Component(): JSX.Element {
  const { itemId = '' } = useParams()
  const answer = useAsk('GET /stock/items/:itemId', { params: { itemId: itemId as StockItemId } })
  return (
    <Answered
      answer={answer}
      waiting={
        <>
          <PageHeader title="Stock" />
          <Bones lines={8} />
        </>
      }
    >
      {(page) => <Item page={page} />}
    </Answered>
  )
}

function Item({ page }: { page: StockItemPage }): JSX.Element {
  const { item, usedBy } = page
  const [open, setOpen] = useState<'lot' | 'less' | 'rules'>()
  const mayWrite = useMay('stock/write')
  const close = (): void => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={item.name}
        above={<Link to="/stock">Stock</Link>}
        lead={
          item.kind === 'stem'
            ? [item.grower, `bunches of ${item.bunch}`].filter(Boolean).join(', ')
            : 'Counted by the piece'
        }
      >
        {mayWrite && (
          <>
            <Button kind="ink" onPress={() => setOpen('lot')}>
              Something arrived
            </Button>
            <Button onPress={() => setOpen('less')}>Correct the count</Button>
            <Button onPress={() => setOpen('rules')}>Settings</Button>
          </>
        )}
      </PageHeader>
      <dl className="figs">
        <Figure what="to sell" figure={item.left} />
        <Figure what="promised to orders" figure={item.promised} />
        <Figure what="in the shop" figure={item.onHand} />
        <Figure what="short" figure={item.short} isRisk={item.short > 0} />
        <Figure what="sold today" figure={item.soldToday} />
      </dl>
      {item.short > 0 && (
        <div className="banner butter" role="status">
          <p>
            <b>{item.short} short.</b> They are promised to orders and not in the shop. Buy them, or ask those buyers.
          </p>
        </div>
      )}
      <div className="two">
        <div>
          <Lots page={page} />
          <Ledger page={page} />
        </div>
        <Section title="Used by">
          {usedBy.length === 0 && <p className="soft">No product uses it.</p>}
          <ul className="since">
            {usedBy.map(({ productId, name, variantName, each, by }) => (
              <li key={`${productId} ${variantName}`}>
                <span className="num">{each} ×</span>
                <span>
                  {name}, {variantName}
                  {by === 'nothing' && <span className="soft"> (not counted)</span>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      {open === 'lot' && <ReceiveLot item={item} onClose={close} />}
      {open === 'less' && <AdjustStock page={page} onClose={close} />}
      {open === 'rules' && <StockRules item={item} onClose={close} />}
    </>
  )
}

function Figure({ what, figure, isRisk = false }: { what: string; figure: number; isRisk?: boolean }): JSX.Element {
  return (
    <div className={isRisk ? 'risk' : undefined}>
      <dt>{what}</dt>
      <dd>{figure}</dd>
    </div>
  )
}

type Lot = StockItemPage['lots'][number]
type Move = StockItemPage['moves'][number]

const lotColumns: readonly Column<Lot>[] = [
  { id: 'day', head: 'Arrived', isName: true, cell: ({ arrivedDay }) => shortDay(arrivedDay) },
  {
    id: 'until',
    head: 'Good until',
    cell: ({ usableUntil, state }) => (
      <>
        {usableUntil === null ? 'keeps' : shortDay(usableUntil)}{' '}
        {state === 'expired' && <Badge mark="risk">Over</Badge>}
      </>
    ),
  },
  { id: 'left', head: 'Left', isNumber: true, cell: ({ left, arrived }) => `${left} of ${arrived}` },
  { id: 'note', head: 'Note', cell: ({ note }) => note },
]

function Lots({ page }: { page: StockItemPage }): JSX.Element {
  return (
    <Section title="Lots" aside={<span className="soft">Those that wilt first go first</span>}>
      {page.lots.length === 0 ? (
        <Empty title="No lots">
          <p className="soft">Write down what arrives, and the shop sells it from that moment.</p>
        </Empty>
      ) : (
        <DataTable caption="Lots" columns={lotColumns} rows={page.lots} rowKey={({ id }) => id} stacks />
      )}
    </Section>
  )
}

function moveColumns(clock: Parameters<typeof momentWords>[1]): Column<Move>[] {
  return [
    {
      id: 'at',
      head: 'When',
      isName: true,
      cell: ({ at }) => <span className="nowrap">{momentWords(at, clock)}</span>,
    },
    { id: 'kind', head: 'What', cell: ({ kind }) => moveWords[kind] },
    { id: 'change', head: 'Change', isNumber: true, cell: ({ change }) => signed(change) },
    { id: 'who', head: 'Who', cell: ({ who }) => who },
    {
      id: 'note',
      head: 'Note',
      cell: ({ note, orderId }) => (orderId === null ? note : <Link to={`/orders/${orderId}`}>{note || 'Order'}</Link>),
    },
  ]
}

function Ledger({ page }: { page: StockItemPage }): JSX.Element {
  const { timeZone, today } = useShopClock()
  const columns = useMemo(() => moveColumns({ timeZone, today }), [timeZone, today])
  return (
    <Section title="What happened">
      {page.moves.length === 0 ? (
        <p className="soft">Nothing yet.</p>
      ) : (
        <DataTable
          caption="What happened to it"
          columns={columns}
          rows={page.moves}
          rowKey={({ id }) => String(id)}
          stacks
        />
      )}
    </Section>
  )
}
