import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table'
import { type ChangeEvent, type JSX, type ReactNode, useMemo, useState } from 'react'

/** A column: its head, and what stands in it for a row. */
export interface Column<Row> {
  readonly id: string
  readonly head: string
  /** The head is read out and not shown: for buttons at the end of a row. */
  readonly hideHead?: boolean
  readonly cell: (row: Row) => ReactNode
  /** What to sort by, when pressing the head should. */
  readonly sort?: (row: Row) => string | number
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
  /** The cell that names the row. One column of a table. */
  readonly isName?: boolean
}

interface DataTableProps<Row> {
  /** What the table holds; read out, not shown. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Rows that are ticked, by key, and what to do when that changes. */
  readonly chosen?: ReadonlySet<string>
  readonly onChoose?: (chosen: ReadonlySet<string>) => void
  readonly nameOf?: (row: Row) => string
  readonly isOn?: (row: Row) => boolean
  /** Below this width the table scrolls sideways, or stacks. */
  readonly width?: 'narrow' | 'wide'
  /** On a phone a row becomes a block, each cell with its column's head before it. */
  readonly stacks?: boolean
}

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature, sortedRowModel: createSortedRowModel() })

/** Rows that can be sorted by a press on a head and ticked one by one or all at once. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): JSX.Element {
  const { caption, columns, onChoose, isOn } = props
  const table = useRows(props)
  const rows = table.getRowModel().rows
  const sorted = table.state.sorting[0]
  return (
    // What scrolls sideways must be reachable for who scrolls by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tscroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={`table data-table${props.width === 'wide' ? ' is-wide' : ''}${props.stacks ? ' stacks' : ''}`}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {onChoose && (
              <th scope="col" className="tick">
                <Tick
                  label="All rows"
                  isOn={rows.length > 0 && table.getIsAllRowsSelected()}
                  isPart={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                  onChange={() => table.toggleAllRowsSelected()}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head
                key={column.id}
                column={column}
                order={sorted?.id === column.id ? (sorted.desc ? 'descending' : 'ascending') : undefined}
                onSort={() => table.getColumn(column.id)?.toggleSorting()}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.getIsSelected() || isOn?.(row.original) ? 'is-on' : undefined}>
              {onChoose && (
                <td className="tick">
                  <Tick
                    label={`Choose ${props.nameOf?.(row.original) ?? row.id}`}
                    isOn={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </td>
              )}
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row.original} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// Order and ticks are the table library's; what a row looks like is ours.
function useRows<Row extends object>({ columns, rows, rowKey, chosen, onChoose }: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<SortingState>([])
  const built = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(
      columns.map(({ id, sort }) =>
        sort
          ? helper.accessor((row) => sort(row), { id, header: id, sortFn: compareCells })
          : helper.display({ id, header: id, enableSorting: false }),
      ),
    )
  }, [columns])
  const data = useMemo(() => [...rows], [rows])
  const rowSelection = useMemo(
    () => Object.fromEntries([...(chosen ?? [])].map((key) => [key, true as const])),
    [chosen],
  )
  return useTable({
    features,
    columns: built,
    data,
    getRowId: rowKey,
    enableMultiSort: false,
    state: { sorting, rowSelection },
    onSortingChange: setSorting,
    onRowSelectionChange: (change) => {
      const next = typeof change === 'function' ? change(rowSelection) : change
      onChoose?.(new Set(Object.keys(next).filter((key) => next[key])))
    },
  })
}

interface TickProps {
  readonly label: string
  readonly isOn: boolean
  readonly isPart?: boolean
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
}

function Tick({ label, isOn, isPart = false, onChange }: TickProps): JSX.Element {
  return (
    <label className="check">
      <input
        type="checkbox"
        aria-label={label}
        checked={isOn}
        ref={(box) => {
          if (box) box.indeterminate = isPart
        }}
        onChange={onChange}
      />
    </label>
  )
}

function Head<Row>(props: {
  column: Column<Row>
  order: 'ascending' | 'descending' | undefined
  onSort: () => void
}): JSX.Element {
  const { column, order, onSort } = props
  return (
    <th
      scope="col"
      className={column.isNumber ? 'r' : undefined}
      aria-sort={column.sort ? (order ?? 'none') : undefined}
    >
      {column.sort ? (
        <button type="button" className="sorts" onClick={onSort}>
          {column.head}
          <span aria-hidden="true">{order === undefined ? '' : order === 'ascending' ? ' ↑' : ' ↓'}</span>
        </button>
      ) : (
        <span className={column.hideHead ? 'vh' : undefined}>{column.head}</span>
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): JSX.Element {
  const className = column.isNumber ? 'r' : undefined
  if (column.isName)
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  const content = column.cell(row)
  // Wrapped, so that on a phone its parts stay together beside the head.
  return (
    <td className={className} data-head={column.hideHead ? undefined : column.head}>
      {isNothing(content) ? null : <div className="cell">{content}</div>}
    </td>
  )
}

// What React would show nothing of; a cell without anything is left out on a phone.
function isNothing(content: ReactNode): boolean {
  return content === null || content === undefined || content === false || content === ''
}

interface Sortable {
  getValue: (id: string) => unknown
}

// Numbers by size, words as a dictionary has them.
function compareCells(a: Sortable, b: Sortable, id: string): number {
  const [left, right] = [a.getValue(id), b.getValue(id)]
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left).localeCompare(String(right), 'en-AU', { numeric: true, sensitivity: 'base' })
}
