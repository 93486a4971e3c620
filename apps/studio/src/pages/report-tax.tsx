import type { TaxReport } from '@flora/contract/reports.ts'
import type { JSX } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { count } from '../words/counts.ts'
import { inSum } from '../words/money.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { FileLink, PeriodFields, periodWords, ReportViews, usePeriod } from './reports/period.tsx'

/** What the business activity statement asks for. */
export function Component(): JSX.Element {
  const days = usePeriod()
  const answer = useAsk('GET /desk/reports/tax', days && { query: days })
  return (
    <>
      <PageHeader
        tab="Tax"
        title="Tax"
        lead={days && `${periodWords(days)}, on an accruals basis.`}
        views={<ReportViews days={days} />}
      >
        {days && <FileLink report="tax" days={days} />}
      </PageHeader>
      {days === undefined ? (
        <Bones lines={8} />
      ) : (
        <>
          <PeriodFields days={days} />
          <Answered answer={answer}>{(report) => <Statement report={report} />}</Answered>
        </>
      )}
    </>
  )
}

function Statement({ report }: { report: TaxReport }): JSX.Element {
  const clock = useShopClock()
  const lines = [
    { name: 'Sales, GST included', note: `G1. ${count(report.invoices, 'tax invoice')}.`, sum: report.sales },
    { name: 'GST on sales', note: 'The eleventh part of what is taxed.', sum: report.gstOnSales },
    { name: 'Given back', note: `${count(report.refunds, 'refund')}.`, sum: report.refunded },
    { name: 'GST in what was given back', note: 'Each refund has its order’s share.', sum: report.gstOnRefunds },
  ]
  return (
    <Section title={`ABN ${report.abn}`}>
      <table className="table">
        <caption className="vh">Sales and GST of the period</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Of</th>
            <th scope="col" className="r">
              Sum
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, note, sum }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="soft">{note}</td>
              <td className="r">{inSum(sum)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <b>GST to pay</b>
            </th>
            <td className="soft">1A. GST on sales less GST in what was given back.</td>
            <td className="r">
              <b>{inSum(report.gst)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="soft">
        As the books stood {momentWords(report.writtenAt, clock)}. The file names every invoice and refund. What you
        bought is not in here: its GST is for your accountant to set against this.
      </p>
    </Section>
  )
}
