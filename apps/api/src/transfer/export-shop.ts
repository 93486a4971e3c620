import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readMigrations } from '../platform/migrate.ts'
import type { Shop } from '../shop.ts'
import { beginSnapshot, liftTimeouts, listTables, readPages } from './queries.ts'
import { inOrder } from './table.ts'

/** The form of the file, counted up when an older Flora could not read it. */
export const fileForm = 1

export interface Moved {
  readonly tables: number
  readonly rows: number
}

/**
 * Writes the whole shop into a file, as one moment saw it: gzipped lines of JSON, a header, then pages of rows table by table, then how many
 * there were and a SHA-256 of all lines before. The transaction ends with the file, however slowly somebody fetches that.
 */
export async function exportShop(shop: Pick<Shop, 'inTransaction' | 'clock' | 'config'>, file: string): Promise<Moved> {
  const migrations = (await readMigrations()).map(({ name }) => name)
  return shop.inTransaction(async (tx) => {
    await beginSnapshot(tx)
    await liftTimeouts(tx)
    const tables = inOrder(await listTables(tx))
    const lines = openLines(file)
    await lines.write({
      flora: 'shop',
      form: fileForm,
      release: shop.config.release,
      writtenAt: shop.clock.now().toString(),
      migrations,
      tables: tables.map(({ name }) => name),
    })
    let count = 0
    for (const table of tables)
      for await (const page of readPages(tx, table)) {
        count += page.length
        await lines.writeText(`{"table":${JSON.stringify(table.name)},"rows":[${page.join(',')}]}`)
      }
    await lines.end(count)
    return { tables: tables.length, rows: count }
  })
}

function openLines(file: string) {
  const hash = createHash('sha256')
  const gzip = createGzip()
  // 0600: it holds everybody's names and addresses.
  const disk = gzip.pipe(createWriteStream(file, { mode: 0o600 }))
  const done = finished(disk)
  // Heard at the end; a disk that is full before that must not end the process.
  done.catch(() => undefined)
  gzip.on('error', () => undefined)
  const writeText = async (text: string): Promise<void> => {
    const line = `${text}\n`
    hash.update(line)
    if (!gzip.write(line)) await Promise.race([once(gzip, 'drain'), done])
  }
  return {
    write: (line: object) => writeText(JSON.stringify(line)),
    writeText,
    end: async (rows: number): Promise<void> => {
      gzip.end(`${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`)
      await done
    },
  }
}
