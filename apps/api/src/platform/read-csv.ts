import { CsvError, parse } from 'csv-parse/sync'

/** A file with columns, or why it is none, with the line as a spreadsheet counts it: the header is line 1. */
export type ReadCsv =
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly lines: readonly CsvLine[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly because: string }

export interface CsvLine {
  readonly line: number
  /** By column; a cell that is not there is empty. */
  readonly cells: Readonly<Record<string, string>>
}

/** Reads what `toCsv` wrote, and what a spreadsheet made of it: commas or semicolons, with or without a byte order mark. */
export function readCsv(text: string): ReadCsv {
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const read = (error as CsvError & { records?: number }).records ?? 0
    return {
      kind: 'unreadable',
      line: read + 1,
      because: 'A quotation mark is opened here and never closed, or stands inside a cell.',
    }
  }
  const [header = [], ...rest] = records
  const columns = header.map((name) => name.trim().toLowerCase())
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
  if (twice !== undefined) return { kind: 'unreadable', line: 1, because: `The column ${twice} is there twice.` }
  return {
    kind: 'table',
    columns,
    lines: rest
      .map((record, at) => ({
        line: at + 2,
        cells: Object.fromEntries(columns.map((name, column) => [name, plain(record[column] ?? '')])),
      }))
      .filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')),
  }
}

// What stands before a formula's first letter is not the text's own.
function plain(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

// Spreadsheets write semicolons where a comma stands in numbers.
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  return header.split(';').length > header.split(',').length ? ';' : ','
}
