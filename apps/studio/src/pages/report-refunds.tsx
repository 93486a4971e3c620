import type { RefundReport } from '@flora/contract/reports.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { count } from '../words/counts.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { inProse, inSum } from '../words/money.ts'
import { FileLink, PeriodFields, periodWords, ReportViews, usePeriod } from './reports/period.tsx'

/** What was given back, and why. */
export function Component(): JSX.Element {
  const days = usePeriod()
  const answer = useAsk('GET /desk/reports/refunds', days && { query: days })
  return (
    <>
      <PageHeader
        tab="Refunds"
        title="Refunds"
        lead={days && `${periodWords(days)}. A refund counts on the day it was decided.`}
        views={<ReportViews days={days} />}
      >
        {days && <FileLink report="refunds" days={days} />}
      </PageHeader>
      {days === undefined ? (
        <Bones lines={8} />
      ) : (
        <>
          <PeriodFields days={days} />
          <Answered answer={answer}>{(report) => <Report report={report} />}</Answered>
        </>
      )}
    </>
  )
}

function Report({ report }: { report: RefundReport }): JSX.Element {
  if (report.refunds.length === 0)
    return (
      <Empty title="Nothing was given back">
        <p className="soft">Choose other days above.</p>
      </Empty>
    )
  return (
    <>
      <Section title={`${inProse(report.sum)} in ${count(report.count, 'refund')}`}>
        <DataTable
          caption="Refunds by reason"
          columns={reasons}
          rows={report.reasons}
          rowKey={({ reason }) => reason}
        />
      </Section>
      <Section title="One by one">
        <DataTable
          caption="Refunds"
          columns={columns}
          rows={report.refunds}
          rowKey={({ orderId, day, amount, who }) => `${orderId} ${day} ${amount.minor} ${who}`}
          stacks
        />
        {report.count > report.refunds.length && (
          <p className="soft">The newest {report.refunds.length}. The file has all of them.</p>
        )}
      </Section>
    </>
  )
}

const words: Readonly<Record<string, string>> = {
  cancelled: 'The order was cancelled',
  'hold-expired': 'The money came too late',
  'double-payment': 'Paid twice',
  'wrong-amount': 'A wrong amount came',
  goodwill: 'Goodwill',
  changed: 'The order was changed',
}
const inWords = (reason: string): string => words[reason] ?? reason

const reasons: readonly Column<RefundReport['reasons'][number]>[] = [
  { id: 'reason', head: 'Why', isName: true, cell: ({ reason }) => <b>{inWords(reason)}</b> },
  { id: 'count', head: 'Refunds', isNumber: true, sort: (row) => row.count, cell: (row) => row.count },
  { id: 'sum', head: 'Sum', isNumber: true, sort: ({ sum }) => sum.minor, cell: ({ sum }) => inSum(sum) },
]

type Refund = RefundReport['refunds'][number]
const states: Record<Refund['state'], { mark: string; word: string }> = {
  wanted: { mark: 'pending', word: 'On its way' },
  pending: { mark: 'pending', word: 'At the bank' },
  succeeded: { mark: 'delivered', word: 'Arrived' },
  failed: { mark: 'wrong', word: 'Sent back: pay another way' },
}
const columns: readonly Column<Refund>[] = [
  {
    id: 'order',
    head: 'Order',
    isName: true,
    sort: ({ orderNumber }) => orderNumber,
    cell: ({ orderId, orderNumber }) => (
      <Link className="ref" to={`/orders/${orderId}`}>
        {orderNumber}
      </Link>
    ),
  },
  { id: 'day', head: 'Day', sort: ({ day }) => day, cell: ({ day }) => shortDay(day) },
  { id: 'reason', head: 'Why', sort: ({ reason }) => inWords(reason), cell: ({ reason }) => inWords(reason) },
  {
    id: 'state',
    head: 'Where it is',
    cell: ({ state }) => <Badge mark={states[state].mark}>{states[state].word}</Badge>,
  },
  {
    id: 'amount',
    head: 'Sum',
    isNumber: true,
    sort: ({ amount }) => amount.minor,
    cell: ({ amount }) => inSum(amount),
  },
]
