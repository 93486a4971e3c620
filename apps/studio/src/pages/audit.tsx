import type { AuditEntry } from '@flora/contract/staff.ts'
import { type JSX, useMemo } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { usePages } from '../asking/use-pages.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useMay } from '../asking/who.ts'
import { Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { SelectField } from '../components/fields.tsx'
import { MoreButton } from '../components/more-button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { isShopDay } from '@flora/calendar/wall-day.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { longDayAndYear } from '../words/days.ts'
import { deedWords } from '../words/deeds.ts'

/** Everything that staff did and every sign-in, the newest first. Nothing here can be changed. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const accountId = read('who')
  const list = usePages(
    'GET /audit',
    { query: accountId.startsWith('acc_') ? { accountId: accountId as `acc_${string}` } : {} },
    { after: 'before' },
  )
  const entries = useMemo(() => list.pages.flatMap((page) => page.entries), [list.pages])
  const { timeZone, today } = useShopClock()
  const columns = useMemo(() => columnsAt({ timeZone, today }), [timeZone, today])
  return (
    <>
      <PageHeader
        title="Log"
        lead="Every sign-in and everything staff did, written before it was done. It cannot be changed."
      />
      <div className="filters">
        <Who value={accountId} onChange={(who) => set({ who })} />
      </div>
      {entries.length > 0 && (
        <DataTable caption="What was done" columns={columns} rows={entries} rowKey={({ id }) => String(id)} stacks />
      )}
      {entries.length === 0 && list.isAsking && <Bones lines={8} />}
      {entries.length === 0 && !list.isAsking && list.problem === undefined && (
        <Empty title="Nothing is written here" />
      )}
      <MoreButton list={list} />
    </>
  )
}

function Who({ value, onChange }: { value: string; onChange: (who: string) => void }): JSX.Element {
  const staff = useAsk('GET /staff', useMay('staff/read') ? {} : undefined).data
  return (
    <SelectField
      label="Who"
      value={value}
      choices={[
        { value: '', words: 'Everybody' },
        ...(staff?.people ?? []).map(({ accountId, name }) => ({ value: accountId as string, words: name })),
      ]}
      onChange={onChange}
    />
  )
}

function columnsAt(clock: Parameters<typeof momentWords>[1]): Column<AuditEntry>[] {
  return [
    { id: 'at', head: 'When', isName: true, cell: ({ at }) => <span className="ref">{momentWords(at, clock)}</span> },
    { id: 'who', head: 'Who', cell: ({ who }) => who },
    { id: 'action', head: 'What', cell: ({ action }) => <b>{deedWords(action)}</b> },
    { id: 'subject', head: 'Of', cell: (entry) => <Subject {...entry} /> },
    {
      id: 'outcome',
      head: 'Came of it',
      cell: ({ outcome }) =>
        outcome === null ? (
          <Badge mark="risk">Not known</Badge>
        ) : outcome < 400 ? (
          <Badge mark="delivered">Done</Badge>
        ) : (
          <Badge mark="cancelled">Refused ({outcome})</Badge>
        ),
    },
  ]
}

// What an id is of, by its beginning, and where the thing itself can be looked at. Drafts are gone once they are placed.
const rooms: Readonly<Record<string, readonly [words: string, path?: string]>> = {
  ord: ['Order', '/orders'],
  dlv: ['Delivery', '/stops'],
  dro: ['Draft'],
  run: ['Run'],
  win: ['Window'],
  zon: ['Zone'],
  sur: ['Surge days'],
  col: ['Collection'],
  prc: ['Price'],
  prd: ['Product', '/products'],
  prm: ['Code', '/codes'],
  gft: ['Gift card', '/gift-cards'],
  cnt: ['Article', '/articles'],
  acc: ['Customer', '/customers'],
  sub: ['Subscription', '/subscriptions'],
}

// An id is for machines: a person gets a way to the thing, or at least to what it belongs to, which stands first.
function Subject({ action, subject }: Pick<AuditEntry, 'action' | 'subject'>): JSX.Element {
  const [first = ''] = subject.split(' ')
  const room = action.includes('/staff/') ? undefined : rooms[first.split('_')[0] ?? '']
  if (room === undefined)
    return <span className="ref">{isShopDay(subject) ? longDayAndYear(subject) : subject || '–'}</span>
  const [words, path] = room
  if (path === undefined) return <span title={subject}>{words}</span>
  return (
    <Link to={`${path}/${first}`} title={subject}>
      {words}
    </Link>
  )
}
