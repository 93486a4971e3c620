export type Cell = string | number | boolean | null

/**
 * Rows as CSV after RFC 4180, with a header and a byte order mark, so that spreadsheets read accents. A text that a spreadsheet
 * would take for a formula is given a leading apostrophe, since names and card messages are other people's to choose. So is one that
 * begins so with an apostrophe before it: reading takes one away, and gives back what was written.
 */
export function toCsv(rows: readonly Readonly<Record<string, Cell>>[], columns: readonly string[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','))
  return `\uFEFF${[columns.map(cell).join(','), ...lines].join('\r\n')}\r\n`
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
