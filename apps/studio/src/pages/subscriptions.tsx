import type { DeskSubscriptionLine } from '@flora/contract/subscription-desk.ts'
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
import { inSum } from '../words/money.ts'
import { choicesOf } from '../words/products.ts'
import { nextFilters, rhythmFilters, rhythmWords, subscriptionStates, troubleFilters } from '../words/subscriptions.ts'

const all = { value: '' as const, words: 'All' }
const states = choicesOf({ active: 'Running', paused: 'Paused', cancelled: 'Ended' })
const filters = {
  state: { label: 'State', choices: states },
  rhythm: { label: 'Rhythm', choices: choicesOf(rhythmFilters) },
  trouble: { label: 'What fails', choices: choicesOf(troubleFilters) },
  next: { label: 'Next delivery', choices: choicesOf(nextFilters) },
} as const

/** Everything that comes again and again, and what goes wrong with it. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const chosen = <V extends string>(name: string, choices: readonly { readonly value: V }[]): V | undefined =>
    choices.find(({ value }) => value === read(name))?.value
  const state = chosen('state', filters.state.choices)
  const rhythm = chosen('rhythm', filters.rhythm.choices)
  const trouble = chosen('trouble', filters.trouble.choices)
  const next = chosen('next', filters.next.choices)
  const query = {
    ...(q !== '' && { q }),
    ...(state && { state }),
    ...(rhythm && { rhythm }),
    ...(trouble && { trouble }),
    ...(next && { next }),
  }
  const list = usePages('GET /desk/subscriptions', { query })
  const found = useMemo(() => list.pages.flatMap((page) => page.subscriptions), [list.pages])
  const search = useCallback((text: string) => set({ q: text }), [set])
  const isAll = Object.keys(query).length === 0
  const values = { state, rhythm, trouble, next }
  return (
    <>
      <PageHeader title="Subscriptions" lead={<Counts counts={list.pages[0]?.counts} />} />
      <div className="filters" role="search">
        <SearchField label="Search subscriptions" placeholder="Name or e-mail" value={q} onSearch={search} />
        {(['state', 'rhythm', 'trouble', 'next'] as const).map((name) => (
          <SelectField
            key={name}
            label={filters[name].label}
            value={values[name] ?? ''}
            choices={[all, ...(filters[name].choices as readonly { value: string; words: string }[])]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      {found.length > 0 && (
        <DataTable caption="Subscriptions" columns={columns} rows={found} rowKey={({ id }) => id} stacks />
      )}
      {found.length === 0 && list.isAsking && <Bones lines={8} />}
      {found.length === 0 && !list.isAsking && list.problem === undefined && (
        <Empty title={isAll ? 'Nobody subscribes yet' : 'Nothing is like that'}>
          <p className="soft">
            {isAll
              ? 'They begin in the shop: flowers every week, or as a surprise.'
              : 'Choose All again to see the others.'}
          </p>
        </Empty>
      )}
      <MoreButton list={list} />
    </>
  )
}

function Counts({
  counts,
}: {
  counts: { active: number; paused: number; cancelled: number; inTrouble: number } | undefined
}): JSX.Element | null {
  if (counts === undefined) return null
  const { active, paused, cancelled, inTrouble } = counts
  return (
    <>
      {active} running, {paused} paused, {cancelled} ended.{' '}
      {inTrouble > 0 && (
        <Link to="/subscriptions?trouble=any">
          {count(inTrouble, 'of them needs', 'of them need')} somebody to look.
        </Link>
      )}
    </>
  )
}

const columns: readonly Column<DeskSubscriptionLine>[] = [
  {
    id: 'owner',
    head: 'Subscriber',
    isName: true,
    sort: ({ owner }) => owner.name,
    cell: ({ id, owner }) => (
      <span>
        <Link to={`/subscriptions/${id}`}>
          <b>{owner.name}</b>
        </Link>
        <span className="block small soft breaks">{owner.email}</span>
      </span>
    ),
  },
  {
    id: 'what',
    head: 'What',
    sort: ({ product }) => product,
    cell: (one) => (
      <span>
        {one.quantity > 1 && `${one.quantity} × `}
        {one.product}, {one.variantName}
        <span className="block small soft">{rhythmWords(one)}</span>
      </span>
    ),
  },
  {
    id: 'recipient',
    head: 'For',
    cell: ({ recipient, suburb }) => (
      <span>
        {recipient}
        {suburb !== '' && <span className="block small soft">{suburb}</span>}
      </span>
    ),
  },
  { id: 'state', head: 'State', cell: (one) => <StateOf line={one} /> },
  {
    id: 'next',
    head: 'Next',
    sort: ({ nextDay }) => nextDay ?? '9999',
    cell: ({ nextDay }) => (nextDay === undefined ? '–' : <span className="nowrap">{shortDay(nextDay)}</span>),
  },
  {
    id: 'price',
    head: 'A delivery',
    isNumber: true,
    sort: ({ perDelivery }) => perDelivery.minor,
    cell: ({ perDelivery }) => inSum(perDelivery),
  },
]

function StateOf({ line: { state, pausedUntil, troubles } }: { line: DeskSubscriptionLine }): JSX.Element {
  const { mark, word } = subscriptionStates[state]
  return (
    <span>
      <Badge mark={troubles.length > 0 ? 'risk' : mark}>
        {word}
        {pausedUntil !== undefined && ` until ${shortDay(pausedUntil)}`}
      </Badge>
      {troubles.map(({ code, message }) => (
        <span key={code} className="block small">
          {message}
        </span>
      ))}
    </span>
  )
}
