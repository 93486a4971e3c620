import type { SubscriptionReport } from '@flora/contract/reports.ts'
import type { JSX } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { monthAndYear } from '@flora/calendar/wall-day.ts'
import { inProse, inSum } from '../words/money.ts'
import { FileLink, PeriodFields, periodWords, ReportViews, usePeriod } from './reports/period.tsx'
import { SumsChart } from './reports/sums-chart.tsx'

/** How subscriptions grow, and what they bring. */
export function Component(): JSX.Element {
  const days = usePeriod()
  const answer = useAsk('GET /desk/reports/subscriptions', days && { query: days })
  return (
    <>
      <PageHeader
        tab="Subscriptions, report"
        title="Subscriptions"
        lead={days && `${periodWords(days)}. A delivery counts on its day.`}
        views={<ReportViews days={days} />}
      >
        {days && <FileLink report="subscriptions" days={days} />}
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

function Report({ report: { now, sum, months, frequencies } }: { report: SubscriptionReport }): JSX.Element {
  const figures = [
    { name: 'Running now', value: String(now.active) },
    { name: 'Paused now', value: String(now.paused) },
    { name: 'Begun', value: String(sum.started) },
    { name: 'Ended', value: String(sum.ended) },
    { name: 'Revenue', value: inProse(sum.revenue) },
  ]
  return (
    <>
      <dl className="figs">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dd>{value}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <Section title="By month">
        {months.length > 1 && (
          <SumsChart bars={months.map(({ day, revenue }) => ({ words: monthAndYear(day), sum: revenue }))} />
        )}
        <DataTable caption="Subscriptions by month" columns={columns} rows={months} rowKey={({ day }) => day} stacks />
      </Section>
      <Section title="By rhythm, now">
        {frequencies.length === 0 ? (
          <p className="soft">Nobody subscribes yet.</p>
        ) : (
          <DataTable
            caption="Subscriptions by rhythm"
            columns={rhythms}
            rows={frequencies}
            rowKey={({ frequency, kind }) => `${frequency} ${kind}`}
          />
        )}
      </Section>
    </>
  )
}

type Month = SubscriptionReport['months'][number]
const number = (id: 'started' | 'ended' | 'deliveries' | 'skipped' | 'failed', head: string): Column<Month> => ({
  id,
  head,
  isNumber: true,
  sort: (month) => month[id],
  cell: (month) => month[id],
})
const columns: readonly Column<Month>[] = [
  { id: 'month', head: 'Month', isName: true, sort: ({ day }) => day, cell: ({ day }) => <b>{monthAndYear(day)}</b> },
  number('started', 'Begun'),
  number('ended', 'Ended'),
  number('deliveries', 'Deliveries'),
  number('skipped', 'Skipped'),
  number('failed', 'Not paid or not kept'),
  {
    id: 'revenue',
    head: 'Revenue',
    isNumber: true,
    sort: ({ revenue }) => revenue.minor,
    cell: ({ revenue }) => inSum(revenue),
  },
]

type Rhythm = SubscriptionReport['frequencies'][number]
const rhythms: readonly Column<Rhythm>[] = [
  {
    id: 'rhythm',
    head: 'Rhythm',
    isName: true,
    cell: ({ frequency, kind }) => <b>{kind === 'surprise' ? `${frequency}, as a surprise` : frequency}</b>,
  },
  { id: 'active', head: 'Running', isNumber: true, cell: ({ active }) => active },
  { id: 'paused', head: 'Paused', isNumber: true, cell: ({ paused }) => paused },
]
