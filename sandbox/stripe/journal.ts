import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { ChangeListener, Row } from './tables.ts'

/** One line of the file: a row as it became, or the id of a row that went. */
type Line = { keep: string; row: Row } | { drop: string; id: string }

export interface Journal extends ChangeListener {
  /** Writes what changed since the last flush; the server calls it before it answers. */
  flush(): void
  close(): void
}

/** For a sandbox that forgets everything when it stops. */
export const noJournal: Journal = { kept() {}, removed() {}, flush() {}, close() {} }

/**
 * State in a file of lines, one a change, appended before the change is answered: a process that dies keeps every
 * answered request, and the cost of a change does not grow with history. At each start the file is rewritten without
 * its history.
 */
export function openJournal(file: string, restored: ReadonlyMap<string, Iterable<Row>>): Journal {
  const descriptor = startAfresh(file, restored)
  const changed = new Map<Row, string>()
  let dropped = ''
  let flushing: NodeJS.Immediate | undefined
  let closed = false

  function flush(): void {
    clearImmediate(flushing)
    flushing = undefined
    let lines = dropped
    for (const [row, table] of changed) lines += toLine({ keep: table, row })
    changed.clear()
    dropped = ''
    if (lines && !closed) writeSync(descriptor, lines)
  }
  // Deliveries change rows outside of any request; they are written at the end of the turn that changed them.
  const soon = () => (flushing ??= setImmediate(flush))

  return {
    kept(table, row) {
      changed.set(row, table)
      soon()
    },
    removed(table, id) {
      dropped += toLine({ drop: table, id })
      for (const row of changed.keys()) if (row.id === id) changed.delete(row)
      soon()
    },
    flush,
    close() {
      flush()
      closed = true
      closeSync(descriptor)
    },
  }
}

/**
 * The rows a journal file holds, by table and in order. A last line cut short by a crash was never answered and is
 * left out.
 */
export function readJournal(file: string): Map<string, Map<string, Row>> {
  const tables = new Map<string, Map<string, Row>>()
  if (!existsSync(file)) return tables
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const [index, text] of lines.entries()) {
    if (text === '') continue
    const line = parseLine(text)
    if (!line && index === lines.length - 1) break
    if (!line)
      throw new Error(`The Stripe sandbox cannot read line ${index + 1} of ${file}. Move the file away to start over.`)
    const name = 'keep' in line ? line.keep : line.drop
    const rows = tables.get(name) ?? new Map<string, Row>()
    tables.set(name, rows)
    if ('keep' in line) rows.set(line.row.id, line.row)
    else rows.delete(line.id)
  }
  return tables
}

function startAfresh(file: string, restored: ReadonlyMap<string, Iterable<Row>>): number {
  mkdirSync(path.dirname(file), { recursive: true })
  const fresh = `${file}.new`
  // Only the owner may read it: it holds what was typed into the card form.
  const descriptor = openSync(fresh, 'w', 0o600)
  for (const [table, rows] of restored) for (const row of rows) writeSync(descriptor, toLine({ keep: table, row }))
  // The new file takes the old one's place in one step, so a crash here leaves one of the two whole.
  renameSync(fresh, file)
  return descriptor
}

function toLine(line: Line): string {
  return JSON.stringify(line) + '\n'
}

function parseLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}
