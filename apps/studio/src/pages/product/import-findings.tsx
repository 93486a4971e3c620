import type { BadLine, ImportReport } from '@flora/contract/catalog-desk.ts'
import type { JSX } from 'react'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { count } from '../../words/counts.ts'

type Change = ImportReport['changes'][number]

/** What a file would do, or did: each bad line by its number, else each product that is new or changed. */
export function ImportFindings({ name, report }: { name: string; report: ImportReport }): JSX.Element {
  const { bad, changes, unchanged, lines, done } = report
  return (
    <div role="status" className="findings">
      <p className={`banner ${bad.length > 0 ? 'blush' : done ? 'sage' : 'butter'}`}>
        <span>
          <b>{bad.length > 0 ? 'It cannot be taken.' : done ? 'Imported.' : 'It can be taken.'}</b> {name}:{' '}
          {count(lines, 'line')}, {bad.length > 0 && `${bad.length} bad, `}
          {count(changes.length, 'product')} {done ? 'changed' : 'would change'}, {unchanged} as they are.
        </span>
      </p>
      {bad.length > 0 && (
        <DataTable
          caption="Bad lines"
          columns={badColumns}
          rows={bad}
          rowKey={({ line, column, message }) => `${line} ${column} ${message}`}
          stacks
        />
      )}
      {bad.length === 0 && changes.length > 0 && (
        <DataTable
          caption="Products that change"
          columns={changeColumns}
          rows={changes}
          rowKey={({ slug }) => slug}
          stacks
        />
      )}
    </div>
  )
}

const badColumns: readonly Column<BadLine>[] = [
  { id: 'line', head: 'Line', isName: true, sort: ({ line }) => line, cell: ({ line }) => <b>{line}</b> },
  { id: 'column', head: 'Column', sort: ({ column }) => column ?? '', cell: ({ column }) => column ?? 'The line' },
  { id: 'message', head: 'What is wrong', cell: ({ message }) => message },
]

const changeColumns: readonly Column<Change>[] = [
  { id: 'slug', head: 'Product', isName: true, sort: ({ slug }) => slug, cell: ({ slug }) => <b>{slug}</b> },
  { id: 'what', head: 'Is', sort: ({ what }) => what, cell: ({ what }) => (what === 'new' ? 'New' : 'Changed') },
  { id: 'parts', head: 'What of it', cell: ({ parts }) => parts.join(', ') },
]
