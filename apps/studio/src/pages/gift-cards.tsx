import type { DeskGiftCard } from '@flora/contract/promotions-desk.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type JSX, useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { pageIn, Pager } from '../components/pager.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { IssueGiftCard } from '../forms/gift-card-issue.tsx'
import { shortDayAndYear } from '../words/days.ts'
import { inSum } from '../words/money.ts'
import { PromotionViews } from './codes/promotion-views.tsx'

/** Cards that pay. Their codes are nowhere; a card is found by the end of its code. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const answer = useAsk('GET /desk/gift-cards', { query: { page: pageIn(read('page')), ...(q !== '' && { q }) } })
  const onSearch = useCallback((text: string) => set({ q: text, page: undefined }), [set])
  const may = useMay('promotions/write')
  const [isIssuing, setIssuing] = useState(false)
  const { today } = useShopClock()
  const columns = useMemo(() => columnsOn(today), [today])
  return (
    <>
      <PageHeader title="Gift cards" lead="What is left on each stands in its ledger." views={<PromotionViews />}>
        <Button
          kind="ink"
          can={may ? { ok: true } : { ok: false, because: 'Owners and managers issue cards: they are money.' }}
          onPress={() => setIssuing(true)}
        >
          Issue a gift card
        </Button>
      </PageHeader>
      <div className="filters" role="search">
        <SearchField label="Search cards" placeholder="The end of a code, or all of it" value={q} onSearch={onSearch} />
      </div>
      <Answered answer={answer}>
        {({ items, page, pages, total }) =>
          items.length === 0 ? (
            <Empty title={q === '' ? 'No card was issued yet' : `No card ends in “${q}”`} />
          ) : (
            <>
              <DataTable caption="Gift cards" columns={columns} rows={items} rowKey={({ id }) => id} stacks />
              <Pager page={page} pages={pages} total={total} />
            </>
          )
        }
      </Answered>
      {isIssuing && <IssueGiftCard onClose={() => setIssuing(false)} />}
    </>
  )
}

function columnsOn(today: ShopDay | undefined): readonly Column<DeskGiftCard>[] {
  return [
    {
      id: 'ending',
      head: 'Card',
      isName: true,
      cell: ({ id, ending }) => (
        <Link to={`/gift-cards/${id}`}>
          <b>… {ending}</b>
        </Link>
      ),
    },
    {
      id: 'state',
      head: 'State',
      cell: ({ active, balance, expiresDay }) =>
        !active ? (
          <Badge mark="refunded">Stopped</Badge>
        ) : balance.minor === 0 ? (
          <Badge mark="pending">Spent</Badge>
        ) : expiresDay !== undefined && today !== undefined && expiresDay < today ? (
          <Badge mark="refunded">Over</Badge>
        ) : (
          <Badge mark="delivered">Good</Badge>
        ),
    },
    {
      id: 'expires',
      head: 'Good until',
      sort: ({ expiresDay }) => expiresDay ?? '9999',
      cell: ({ expiresDay }) => (expiresDay === undefined ? 'Always' : shortDayAndYear(expiresDay)),
    },
    {
      id: 'issued',
      head: 'Issued',
      isNumber: true,
      sort: ({ issued }) => issued.minor,
      cell: ({ issued }) => inSum(issued),
    },
    {
      id: 'balance',
      head: 'Left',
      isNumber: true,
      sort: ({ balance }) => balance.minor,
      cell: ({ balance }) => <b>{inSum(balance)}</b>,
    },
  ]
}
