import type { DeskProductCard } from '@flora/contract/catalog-desk.ts'
import { type JSX, useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { SelectField } from '../components/fields.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { pageIn, Pager } from '../components/pager.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { AddProduct } from '../forms/product-add.tsx'
import { count } from '../words/counts.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { inProse } from '../words/money.ts'
import { choicesOf, kindWords, productStatusWords } from '../words/products.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { CatalogViews } from './product/catalog-views.tsx'

const statuses = ['draft', 'live', 'archived'] as const
const all = { value: '' as const, words: 'All' }

/** Everything that is sold, was sold, or is being written. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const status = statuses.find((one) => one === read('status'))
  const kind = choicesOf(kindWords).find(({ value }) => value === read('kind'))?.value
  const answer = useAsk('GET /desk/catalog/products', {
    query: { page: pageIn(read('page')), ...(q !== '' && { q }), ...(status && { status }), ...(kind && { kind }) },
  })
  const onSearch = useCallback((text: string) => set({ q: text, page: undefined }), [set])
  const clock = useShopClock()
  const { timeZone, today } = clock
  const columns = useMemo(() => columnsAt({ timeZone, today }), [timeZone, today])
  const mayWrite = useMay('catalog/write')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader title="Products" lead={answer.data && count(answer.data.total, 'product')} views={<CatalogViews />}>
        {mayWrite && (
          <Button kind="ink" onPress={() => setAdding(true)}>
            Add a product
          </Button>
        )}
      </PageHeader>
      <div className="filters" role="search">
        <SearchField label="Search products" placeholder="Peonies, SKU" value={q} onSearch={onSearch} />
        <SelectField
          label="State"
          value={status ?? ''}
          choices={[all, ...statuses.map((value) => ({ value, words: productStatusWords[value].word }))]}
          onChange={(value) => set({ status: value, page: undefined })}
        />
        <SelectField
          label="Kind"
          value={kind ?? ''}
          choices={[all, ...choicesOf(kindWords)]}
          onChange={(value) => set({ kind: value, page: undefined })}
        />
      </div>
      <Answered answer={answer}>
        {({ items, page, pages, total }) =>
          items.length === 0 ? (
            <Empty title="No product is like that">
              <p className="soft">Take a filter away, or add it.</p>
            </Empty>
          ) : (
            <>
              <DataTable caption="Products" columns={columns} rows={items} rowKey={({ id }) => id} stacks />
              <Pager page={page} pages={pages} total={total} />
            </>
          )
        }
      </Answered>
      {isAdding && <AddProduct onClose={() => setAdding(false)} />}
    </>
  )
}

function columnsAt(clock: Parameters<typeof momentWords>[1]): Column<DeskProductCard>[] {
  return [
    {
      id: 'picture',
      head: 'Picture',
      hideHead: true,
      cell: ({ picture, tint }) => (
        <span className={`thumb-plate ${tint}`}>
          {picture && (
            <img
              className="thumb"
              src={`/pictures/${picture.id}-400.webp`}
              width="40"
              height="50"
              alt=""
              loading="lazy"
            />
          )}
        </span>
      ),
    },
    {
      id: 'name',
      head: 'Product',
      isName: true,
      sort: ({ name }) => name,
      cell: ({ id, name, kind }) => (
        <>
          <Link to={`/products/${id}`}>
            <b>{name}</b>
          </Link>
          <span className="hint block">{kindWords[kind]}</span>
        </>
      ),
    },
    {
      id: 'status',
      head: 'State',
      sort: ({ status }) => status,
      cell: ({ status, visibleFrom, visibleUntil }) => (
        <>
          <Badge mark={productStatusWords[status].mark}>{productStatusWords[status].word}</Badge>
          {(visibleFrom ?? visibleUntil) !== undefined && (
            <span className="hint block">
              {visibleFrom && `from ${shortDay(visibleFrom)}`} {visibleUntil && `until ${shortDay(visibleUntil)}`}
            </span>
          )}
        </>
      ),
    },
    { id: 'sizes', head: 'Sizes', isNumber: true, cell: ({ sizes }) => sizes },
    {
      id: 'from',
      head: 'From',
      isNumber: true,
      sort: ({ from }) => from?.minor ?? 0,
      cell: ({ from }) => (from === undefined ? '–' : inProse(from)),
    },
    {
      id: 'changed',
      head: 'Changed',
      isNumber: true,
      sort: ({ changedAt }) => changedAt,
      cell: ({ changedAt }) => <span className="nowrap">{momentWords(changedAt, clock)}</span>,
    },
  ]
}
