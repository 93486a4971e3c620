import { type JSX, useCallback, useEffect, useMemo, useRef } from 'react'
import { useAddress } from '../asking/use-address.ts'
import { usePages } from '../asking/use-pages.ts'
import { Bones } from '../components/answered.tsx'
import { LinkButton } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { MoreButton } from '../components/more-button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Empty } from '../components/trouble.tsx'
import { useShortcuts } from '../shell/keys.ts'
import { columnsOfDays } from './board/delivery-columns.tsx'

// The shop looks for three letters at least; less would find everybody.
const fewestLetters = 3

/** Every order of every day, found by name, number, telephone or postcode. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const search = useCallback((text: string) => set({ q: text }), [set])
  const box = useRef<HTMLDivElement>(null)
  // Whoever comes by the shortcut wants to type.
  useEffect(() => {
    if (location.search === '?search') box.current?.querySelector('input')?.focus()
  }, [])
  useShortcuts(
    useMemo(() => [{ keys: '/', does: 'Search', run: () => box.current?.querySelector('input')?.focus() }], []),
  )
  return (
    <>
      <PageHeader title="Orders" lead="The latest delivery day first.">
        <LinkButton to="/phone-orders">Orders by telephone</LinkButton>
      </PageHeader>
      <div className="filters" role="search" ref={box}>
        <SearchField
          label="Search all orders"
          placeholder="Name, number, phone, postcode"
          value={q}
          onSearch={search}
        />
      </div>
      {q.length > 0 && q.length < fewestLetters ? (
        <p className="soft">Three letters or digits at least.</p>
      ) : (
        <Found q={q} />
      )}
    </>
  )
}

function Found({ q }: { q: string }): JSX.Element {
  const list = usePages('GET /desk/orders', { query: q === '' ? {} : { q } })
  const cards = useMemo(() => list.pages.flatMap((page) => page.cards), [list.pages])
  const isTooMany = list.pages.some((page) => page.isTooMany)
  if (cards.length === 0)
    return list.isAsking ? (
      <Bones lines={8} />
    ) : (
      <>
        <MoreButton list={list} />
        {list.problem === undefined && (
          <Empty title={q === '' ? 'No orders yet' : `Nobody and nothing is called “${q}”`}>
            <p className="soft">
              {q === ''
                ? 'The first one will stand here.'
                : 'Try part of the name, the last digits of the phone number, or the number of the order without FL.'}
            </p>
          </Empty>
        )}
      </>
    )
  return (
    <>
      {isTooMany && (
        <div className="banner butter" role="status">
          <p>
            <b>More than we looked through.</b> Say more of the name to find the rest.
          </p>
        </div>
      )}
      <p className="vh" role="status">
        {cards.length} found
      </p>
      <DataTable
        caption="Orders"
        columns={columnsOfDays}
        rows={cards}
        rowKey={({ deliveryId }) => deliveryId}
        width="wide"
      />
      <MoreButton list={list} />
    </>
  )
}
