import type { SalesBy, SalesReport } from '@flora/contract/reports.ts'
import { type JSX, useMemo } from 'react'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { SelectField } from '../components/fields.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Empty } from '../components/trouble.tsx'
import { dateOf, isShopDay, monthAndYear, shortDay } from '@flora/calendar/wall-day.ts'
import { inProse, inSum } from '../words/money.ts'
import { percentWords } from '../words/promotions.ts'
import { FileLink, PeriodFields, periodWords, ReportViews, usePeriod } from './reports/period.tsx'
import { SumsChart } from './reports/sums-chart.tsx'

const cuts: readonly { readonly value: SalesBy; readonly words: string }[] = [
  { value: 'day', words: 'Day' },
  { value: 'week', words: 'Week' },
  { value: 'month', words: 'Month' },
  { value: 'product', words: 'Product' },
  { value: 'zone', words: 'Zone' },
  { value: 'occasion', words: 'Occasion' },
]

// As many bars as can be told apart.
const mostBarsAcross = 15

/** What was sold in a period, and of what. */
export function Component(): JSX.Element {
  const days = usePeriod()
  const [read, set] = useAddress()
  const by = cuts.find(({ value }) => value === read('by'))?.value ?? 'day'
  const answer = useAsk('GET /desk/reports/sales', days && { query: { ...days, by } })
  return (
    <>
      <PageHeader
        tab="Sales"
        title="Sales"
        lead={days && `${periodWords(days)}. An order counts on the day its money came.`}
        views={<ReportViews days={days} />}
      >
        {days && <FileLink report="sales" days={days} by={by} />}
      </PageHeader>
      {days === undefined ? (
        <Bones lines={8} />
      ) : (
        <>
          <PeriodFields days={days} />
          <Answered answer={answer}>
            {(report) => (
              <>
                <Figures report={report} />
                <Section
                  title="Cut by"
                  aside={
                    <SelectField
                      label="Cut by"
                      hideLabel
                      value={by}
                      choices={cuts}
                      onChange={(value) => set({ by: value })}
                    />
                  }
                >
                  <Cut report={report} />
                </Section>
              </>
            )}
          </Answered>
        </>
      )}
    </>
  )
}

function Figures({ report: { sum, before } }: { report: SalesReport }): JSX.Element {
  const figures = [
    { name: 'Sales', now: inProse(sum.total), earlier: inProse(before.total) },
    { name: 'Orders', now: String(sum.orders), earlier: String(before.orders) },
    { name: 'Delivery fees', now: inProse(sum.delivery), earlier: inProse(before.delivery) },
    { name: 'GST in it', now: inProse(sum.gst), earlier: inProse(before.gst) },
    { name: 'Given back', now: inProse(sum.refunded), earlier: inProse(before.refunded) },
  ]
  return (
    <dl className="figs">
      {figures.map(({ name, now, earlier }) => (
        <div key={name}>
          <dd>
            {now} <small>before: {earlier}</small>
          </dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  )
}

function Cut({ report }: { report: SalesReport }): JSX.Element {
  const { by, rows } = report
  const isOfTime = by === 'day' || by === 'week' || by === 'month'
  const columns = useMemo(() => columnsOf(by), [by])
  if (rows.every(({ orders, refunded }) => orders === 0 && refunded.minor === 0))
    return (
      <Empty title="Nothing was sold in these days">
        <p className="soft">Choose other days above.</p>
      </Empty>
    )
  const charted = isOfTime ? rows : rows.slice(0, mostBarsAcross)
  return (
    <>
      <SumsChart
        across={!isOfTime}
        bars={charted.map((row) => ({ words: isOfTime ? shortName(by, row) : row.name, sum: row.total }))}
      />
      {by === 'occasion' && <p className="soft">A bouquet that suits several occasions stands under each of them.</p>}
      {(by === 'product' || by === 'occasion') && (
        <p className="soft">Without delivery, which belongs to no product.</p>
      )}
      {by === 'product' && (
        <p className="soft">
          Stems at what they cost today, not on the day of the sale. Left is the total without GST and stems, before
          what was given back. A gift of several deliveries counts whole when it is paid, and its stems as they are
          tied.
        </p>
      )}
      <div className="of-sums">
        <DataTable caption={`Sales by ${by}`} columns={columns} rows={rows} rowKey={({ key }) => key} width="wide" />
      </div>
    </>
  )
}

type Row = SalesReport['rows'][number]

function columnsOf(by: SalesBy): Column<Row>[] {
  const sum = (id: 'goods' | 'delivery' | 'discount' | 'total' | 'gst' | 'refunded', head: string): Column<Row> => ({
    id,
    head,
    isNumber: true,
    sort: (row) => row[id].minor,
    cell: (row) => inSum(row[id]),
  })
  return [
    {
      id: 'name',
      head: cuts.find(({ value }) => value === by)!.words,
      isName: true,
      sort: (row) => (isShopDay(row.key) ? row.key : row.name),
      cell: (row) => <b>{longName(by, row)}</b>,
    },
    {
      id: 'orders',
      head: by === 'zone' ? 'Deliveries' : 'Orders',
      isNumber: true,
      sort: ({ orders }) => orders,
      cell: ({ orders }) => orders,
    },
    {
      id: 'quantity',
      head: 'Pieces',
      isNumber: true,
      sort: ({ quantity }) => quantity,
      cell: ({ quantity }) => quantity,
    },
    sum('goods', 'Goods'),
    // A product's line has none.
    ...(by === 'product' || by === 'occasion' ? [] : [sum('delivery', 'Delivery')]),
    sum('discount', 'Discount'),
    sum('total', 'Total'),
    sum('gst', 'GST in it'),
    sum('refunded', 'Given back'),
    ...(by === 'product' ? marginColumns : []),
  ]
}

// What is not known stands below all that is.
const leastOfAll = Number.NEGATIVE_INFINITY

const marginColumns: readonly Column<Row>[] = [
  {
    id: 'stems',
    head: 'Stems today',
    isNumber: true,
    sort: ({ margin }) => (margin?.ok ? margin.stems.minor : leastOfAll),
    cell: ({ margin }) => (margin?.ok ? inSum(margin.stems) : '–'),
  },
  {
    id: 'left',
    head: 'Left',
    isNumber: true,
    sort: ({ margin }) => (margin?.ok ? margin.left.minor : leastOfAll),
    cell: ({ margin }) => (margin?.ok ? inSum(margin.left) : '–'),
  },
  {
    id: 'margin',
    head: 'Margin',
    sort: ({ margin }) => (margin?.ok ? (margin.basisPoints ?? leastOfAll) : leastOfAll),
    cell: ({ margin }) => margin && (margin.ok ? marginWords(margin.basisPoints) : <small>– {margin.because}</small>),
  },
]

function marginWords(basisPoints: number | undefined): string {
  if (basisPoints === undefined) return '–'
  const whole = Math.round(Math.abs(basisPoints) / 100) * 100
  return `${basisPoints < 0 && whole > 0 ? '−' : ''}${percentWords(whole)}`
}

function longName(by: SalesBy, { key, name }: Row): string {
  if (!isShopDay(key)) return name
  if (by === 'month') return monthAndYear(key)
  return by === 'week' ? `Week of ${shortDay(key)}` : shortDay(key)
}

function shortName(by: SalesBy, { key, name }: Row): string {
  if (!isShopDay(key)) return name
  const [, month = ''] = shortDay(key).split(/ \d+ /)
  return by === 'month' ? monthAndYear(key) : `${dateOf(key)} ${month}`
}
