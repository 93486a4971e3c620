import type { CustomerLine } from '@flora/contract/customer-desk.ts'
import { type JSX, useCallback, useMemo } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { usePages } from '../asking/use-pages.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { MoreButton } from '../components/more-button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Empty } from '../components/trouble.tsx'
import { inSum } from '../words/money.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** Everybody with an account. Guests are found by their orders. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const search = useCallback((text: string) => set({ q: text }), [set])
  const list = usePages('GET /desk/customers', { query: q === '' ? {} : { q } })
  const customers = useMemo(() => list.pages.flatMap((page) => page.customers), [list.pages])
  const { timeZone, today } = useShopClock()
  const columns = useMemo(() => columnsAt({ timeZone, today }), [timeZone, today])
  return (
    <>
      <PageHeader title="Customers" lead="Those with an account, the newest first. Guests are found under Orders." />
      <div className="filters" role="search">
        <SearchField label="Search customers" placeholder="Name, e-mail, phone" value={q} onSearch={search} />
      </div>
      {customers.length > 0 && (
        <DataTable
          caption="Customers"
          columns={columns}
          rows={customers}
          rowKey={({ accountId }) => accountId}
          width="wide"
        />
      )}
      {customers.length === 0 && list.isAsking && <Bones lines={8} />}
      {customers.length === 0 && !list.isAsking && list.problem === undefined && (
        <Empty title={q === '' ? 'Nobody has an account yet' : `Nobody is called “${q}”`}>
          <p className="soft">
            {q === '' ? 'Guests buy without one.' : 'She may have ordered as a guest: look for her under Orders.'}
          </p>
        </Empty>
      )}
      <MoreButton list={list} />
    </>
  )
}

function columnsAt(clock: Parameters<typeof momentWords>[1]): Column<CustomerLine>[] {
  return [
    {
      id: 'name',
      head: 'Name',
      isName: true,
      sort: ({ name }) => name,
      cell: ({ accountId, name }) => (
        <Link to={`/customers/${accountId}`}>
          <b>{name}</b>
        </Link>
      ),
    },
    { id: 'email', head: 'E-mail', sort: ({ email }) => email, cell: ({ email }) => email },
    { id: 'phone', head: 'Phone', cell: ({ phone }) => phone || '–' },
    { id: 'orders', head: 'Orders', isNumber: true, sort: ({ orders }) => orders, cell: ({ orders }) => orders },
    {
      id: 'spent',
      head: 'Spent',
      isNumber: true,
      sort: ({ spent }) => spent.minor,
      cell: ({ spent }) => inSum(spent),
    },
    {
      id: 'last',
      head: 'Last order',
      isNumber: true,
      sort: ({ lastOrderAt }) => lastOrderAt ?? '',
      cell: ({ lastOrderAt }) => (lastOrderAt === undefined ? '–' : momentWords(lastOrderAt, clock)),
    },
  ]
}
