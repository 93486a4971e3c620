import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { bumpCatalogVersion } from '../catalog/index.ts'
import { readMigrations } from '../platform/migrate.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { fileForm, type Moved } from './export-shop.ts'
import { insertRows, isEmpty, liftTimeouts, listTables, windCountersOn } from './queries.ts'
import type { Table } from './table.ts'

interface Header {
  readonly flora?: unknown
  readonly form?: unknown
  readonly release?: unknown
  readonly migrations?: unknown
}

type Line =
  | { readonly table: string; readonly rows: readonly unknown[] }
  | { readonly end: true; readonly rows: number; readonly sha256: string }

/** Puts a shop that was exported into a migrated, empty database: all of it, or nothing. */
export async function importShop(shop: Pick<Shop, 'inTransaction'>, file: string): Promise<Moved> {
  const migrations = (await readMigrations()).map(({ name }) => name)
  return shop.inTransaction(async (tx) => {
    await liftTimeouts(tx)
    if (!(await isEmpty(tx)))
      throw new Refusal(
        409,
        'shop-not-empty',
        'There is a shop in this database already. Give an empty one: DATABASE_URL=… npm run ops -- import-shop <file>.',
      )
    const tables = new Map((await listTables(tx)).map((table) => [table.name, table]))
    const lines = linesOf(file)
    holdHeader((await lines.next()).value?.line, migrations)
    let count = 0
    let isWhole = false
    for await (const { line, before } of lines as AsyncIterable<Read & { line: Line }>) {
      if (isWhole) throw notWhole()
      if ('end' in line) {
        if (line.rows !== count || line.sha256 !== before) throw notWhole()
        isWhole = true
        continue
      }
      await insertRows(tx, tableOf(tables, line.table), line.rows)
      count += line.rows.length
    }
    if (!isWhole) throw notWhole()
    for (const table of tables.values()) await windCountersOn(tx, table)
    await bumpCatalogVersion(tx)
    return { tables: tables.size, rows: count }
  })
}

function holdHeader(line: unknown, migrations: readonly string[]): void {
  const header = line as Header | undefined
  if (header?.flora !== 'shop')
    throw new Refusal(
      422,
      'not-a-shop',
      'This is no shop that Flora exported. Give a file of npm run ops -- export-shop.',
    )
  if (header.form !== fileForm || JSON.stringify(header.migrations) !== JSON.stringify(migrations))
    throw new Refusal(
      422,
      'other-release',
      `This shop was exported by release ${String(header.release)}, whose tables are others. Import it with that release, then bring the database up to date.`,
    )
}

function tableOf(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Refusal(422, 'not-a-shop', `The file has rows of “${name}”, which is no table of a shop.`)
  return table
}

const notWhole = () =>
  new Refusal(
    422,
    'file-not-whole',
    'The file ends early or was changed on its way. Nothing was imported. Export it again.',
  )

interface Read {
  readonly line: unknown
  /** SHA-256 of all lines before this one. */
  readonly before: string
}

/** The file line by line. What breaks off, or is no such file at all, is refused. */
async function* linesOf(file: string): AsyncGenerator<Read> {
  const hash = createHash('sha256')
  const text = createGunzip().setEncoding('utf8')
  // What goes wrong in the file is thrown where it is read.
  pipeline(createReadStream(file), text, () => undefined)
  let rest = ''
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      for (const line of lines) {
        const before = hash.copy().digest('hex')
        hash.update(`${line}\n`)
        yield { line: JSON.parse(line) as unknown, before }
      }
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw new Refusal(404, 'file-not-found', 'There is no such file.')
    if (error instanceof SyntaxError || (typeof code === 'string' && code.startsWith('Z_'))) throw notWhole()
    throw error
  }
}
