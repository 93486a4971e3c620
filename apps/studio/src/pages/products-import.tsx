import type { ImportReport } from '@flora/contract/catalog-desk.ts'
import { type DragEvent, type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { useMay } from '../asking/who.ts'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Empty, Refused } from '../components/trouble.tsx'
import { count } from '../words/counts.ts'
import { CatalogViews } from './product/catalog-views.tsx'
import { ImportFindings } from './product/import-findings.tsx'

interface Chosen {
  readonly name: string
  readonly csv: string
}

/** The catalogue as a file: taken out, changed in a spreadsheet, looked through, put back. */
export function Component(): JSX.Element {
  const may = useMay('catalog/publish')
  return (
    <>
      <PageHeader title="Files" lead="Many products at once, in a spreadsheet." views={<CatalogViews />} />
      <Section title="Take it out">
        <p>One line for each size, every product, in the form in which it can be put back.</p>
        <p className="more">
          <a className="btn btn-line" href="/api/desk/catalog/products.csv" download>
            Download the catalogue as CSV
          </a>
        </p>
      </Section>
      {may ? (
        <PutBack />
      ) : (
        <Empty title="Putting it back is not for your role">
          <p className="soft">Owners and managers import products.</p>
        </Empty>
      )}
    </>
  )
}

function PutBack(): JSX.Element {
  const doing = useDo()
  const [chosen, setChosen] = useState<Chosen>()
  const [report, setReport] = useState<ImportReport>()
  async function look(files: readonly File[]): Promise<void> {
    const [file] = files
    if (!file) return
    setReport(undefined)
    const csv = await file.text()
    setChosen({ name: file.name, csv })
    await doing.run(async () =>
      setReport(await shop.call('POST /desk/catalog/import', { body: { csv, dryRun: true } })),
    )
  }
  async function bring(): Promise<void> {
    if (!chosen) return
    await doing.run(
      async () => setReport(await shop.call('POST /desk/catalog/import', { body: { csv: chosen.csv, dryRun: false } })),
      () => `${chosen.name} is in the catalogue.`,
    )
  }
  const isReady = report !== undefined && !report.done && report.bad.length === 0 && report.changes.length > 0
  return (
    <Section title="Put it back">
      <p>The file is looked through first, and nothing is changed by that. If one line is bad, none is taken.</p>
      <FileDrop isBusy={doing.isBusy && report === undefined} onFiles={(files) => void look(files)} />
      <Refused problem={doing.problem} />
      {chosen && report && (
        <>
          <ImportFindings name={chosen.name} report={report} />
          {isReady && (
            <p className="more">
              <Button kind="ink" isBusy={doing.isBusy} busy="Importing" onPress={() => void bring()}>
                Import {count(report.changes.length, 'product')}
              </Button>
            </p>
          )}
        </>
      )}
    </Section>
  )
}

function FileDrop({ isBusy, onFiles }: { isBusy: boolean; onFiles: (files: readonly File[]) => void }): JSX.Element {
  const [isOver, setOver] = useState(false)
  const over = (isHere: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isHere)
  }
  return (
    <label
      className={`drop drop-line${isOver ? ' is-over' : ''}`}
      onDragEnter={over(true)}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <span>{isBusy ? 'Looking through it…' : 'Drop a CSV file here, or choose one.'}</span>
      <input
        className="vh"
        type="file"
        aria-label="CSV file"
        accept=".csv,text/csv"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          onFiles(files)
        }}
      />
    </label>
  )
}
