import type { DeskPromotion } from '@flora/contract/promotions-desk.ts'
import { type JSX, useCallback, useState } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { pageIn, Pager } from '../components/pager.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { SayPromotion } from '../forms/promotion-say.tsx'
import { shortDayAndYear } from '../words/days.ts'
import { inProse } from '../words/money.ts'
import { offWords, promotionStates } from '../words/promotions.ts'
import { PromotionViews } from './codes/promotion-views.tsx'

/** Codes that lower a sum: which run, and how often each was used. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const answer = useAsk('GET /desk/promotions', { query: { page: pageIn(read('page')), ...(q !== '' && { q }) } })
  const onSearch = useCallback((text: string) => set({ q: text, page: undefined }), [set])
  const may = useMay('promotions/write')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader title="Codes" lead="What shoppers type to pay less." views={<PromotionViews />}>
        <Button
          kind="ink"
          can={may ? { ok: true } : { ok: false, because: 'Owners and managers make codes.' }}
          onPress={() => setAdding(true)}
        >
          Make a code
        </Button>
      </PageHeader>
      <div className="filters" role="search">
        <SearchField label="Search codes" placeholder="SPRING" value={q} onSearch={onSearch} />
      </div>
      <Answered answer={answer}>
        {({ items, page, pages, total }) =>
          items.length === 0 ? (
            <Empty title={q === '' ? 'There is no code yet' : `No code is like “${q}”`} />
          ) : (
            <>
              <DataTable caption="Codes" columns={columns} rows={items} rowKey={({ id }) => id} stacks />
              <Pager page={page} pages={pages} total={total} />
            </>
          )
        }
      </Answered>
      {isAdding && <SayPromotion onClose={() => setAdding(false)} />}
    </>
  )
}

const columns: readonly Column<DeskPromotion>[] = [
  {
    id: 'code',
    head: 'Code',
    isName: true,
    sort: ({ code }) => code,
    cell: ({ id, code, label }) => (
      <>
        <Link to={`/codes/${id}`}>
          <b>{code}</b>
        </Link>
        <span className="hint block">{label}</span>
      </>
    ),
  },
  {
    id: 'state',
    head: 'State',
    sort: ({ state }) => state,
    cell: ({ state }) => <Badge mark={promotionStates[state].mark}>{promotionStates[state].word}</Badge>,
  },
  { id: 'off', head: 'Takes off', cell: (promotion) => offWords(promotion) },
  {
    id: 'when',
    head: 'When',
    cell: ({ fromDay, untilDay }) =>
      sentence(
        [fromDay && `from ${shortDayAndYear(fromDay)}`, untilDay && `until ${shortDayAndYear(untilDay)}`],
        ' ',
      ) || 'Always',
  },
  {
    id: 'for',
    head: 'For',
    cell: ({ minimumGoods, firstOrderOnly }) =>
      sentence(
        [firstOrderOnly && 'first orders', minimumGoods.minor > 0 && `${inProse(minimumGoods)} of goods or more`],
        ', ',
      ) || 'Everybody',
  },
  {
    id: 'used',
    head: 'Used',
    isNumber: true,
    sort: ({ used }) => used,
    cell: ({ used, useLimit }) => (useLimit === undefined ? used : `${used} of ${useLimit}`),
  },
]

// The parts that there are, with a capital at the front.
function sentence(parts: readonly (string | false | undefined)[], between: string): string {
  const words = parts.filter(Boolean).join(between)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
