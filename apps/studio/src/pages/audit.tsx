import type { AuditEntry } from '@flora/contract/staff.ts'
import { type JSX, useMemo } from 'react'
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
import { momentWords } from '@flora/calendar/wall-time.ts'

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
        <DataTable
          caption="What was done"
          columns={columns}
          rows={entries}
          rowKey={({ id }) => String(id)}
          width="wide"
        />
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
    { id: 'action', head: 'What', cell: ({ action }) => <b>{inWords(action)}</b> },
    { id: 'subject', head: 'Of', cell: ({ subject }) => <span className="ref">{subject || '–'}</span> },
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

// 'POST /desk/orders/:orderId/cancellation' as people would say it: 'orders, cancellation'. What is not such a line stands as it is.
function inWords(action: string): string {
  const match = /^(GET|POST|PUT|PATCH|DELETE) (?:\/api)?\/(?:desk\/|studio\/)?(.+)$/.exec(action)
  if (match === null) return action.replaceAll('-', ' ')
  const words = match[2]!.split('/').filter((part) => part !== '' && !part.startsWith(':'))
  const verb = { GET: 'read', POST: '', PUT: 'set', PATCH: 'changed', DELETE: 'removed' }[match[1] as 'GET']
  return [words.join(', ').replaceAll('-', ' '), verb].filter((part) => part !== '').join(': ')
}
