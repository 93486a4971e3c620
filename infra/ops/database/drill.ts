import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createDatabase, hasRealPostgres, startPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import pg from 'pg'
import { brokenInOurBooks } from '../../../apps/api/test/own-books.ts'
import { openServer, rows } from '../../../apps/api/src/platform/db.ts'
import { isMigrated, readMigrations } from '../../../apps/api/src/platform/migrate.ts'
import { sql } from '../../../apps/api/src/platform/sql.ts'
import { codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { restoreFile } from './restore.ts'
import { databaseGiven } from './tools.ts'

const reports = path.join(import.meta.dirname, '../../../.flora/drills')

interface Found {
  readonly counts: Readonly<Record<string, number>>
  readonly newestOrder: string
  readonly migrations: 'as this release' | 'older than this release'
  readonly broken: readonly string[]
}

/**
 * A fire drill: restores the newest backup into a server of its own, which is thrown away afterwards, asks whether every promise about
 * money and places holds in it, and writes a report with date, times and counts.
 */
export async function drill(context: Context): Promise<Outcome> {
  const file = newestOf(context.options.file)
  const begun = context.now()
  const { url, stop } = await scratch(context)
  try {
    const restoring = performance.now()
    await restoreFile(file, url)
    const seconds = (performance.now() - restoring) / 1_000
    context.say(`restored in ${seconds.toFixed(1)} s`)
    const found = await look(url)
    const report = { file, begun: begun.toString(), bytes: statSync(file).size, seconds, ...found }
    const place = write(report, sumOf(file), context)
    const isWell = found.broken.length === 0 && Object.values(found.counts).some((count) => count > 0)
    return {
      lines: [
        `${path.basename(file)}: ${isWell ? 'restores, and every promise holds' : 'NOT in order'} (${found.counts['orders']} orders, newest ${found.newestOrder}).`,
        ...found.broken,
        `The report is ${place}`,
      ],
      data: { ...report, place },
      code: isWell ? codes.done : codes.amiss,
    }
  } finally {
    await stop()
  }
}

function newestOf(given: string | undefined): string {
  if (!given || !existsSync(given))
    throw new Refused('Which backup? --file a.dump, or a folder of which the newest is taken.', codes.wrongUse)
  if (!statSync(given).isDirectory()) return given
  const dumps = readdirSync(given)
    .filter((name) => name.endsWith('.dump'))
    .map((name) => path.join(given, name))
  const newest = dumps.toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0]
  if (!newest) throw new Refused(`There is no backup in ${given}.`, codes.notThere)
  return newest
}

// A server that is named is asked for a new database; else one is started for this and thrown away.
async function scratch(context: Context): Promise<{ url: string; stop: () => Promise<void> }> {
  if (context.options.to !== undefined) databaseGiven(context, context.options.to, '--to')
  const name = `flora_drill_${context.now().epochMilliseconds}`
  const { to } = context.options
  if (to === undefined) {
    const real = hasRealPostgres()
    if (!real.ok) throw new Refused(`${real.because} Name a server: --to postgresql://…`, codes.notThere)
    const server = await startPostgres()
    return { url: await createDatabase(server.url, name), stop: () => server.stop() }
  }
  await ask(to, `create database ${name}`)
  const url = new URL(to)
  url.pathname = `/${name}`
  return { url: url.href, stop: () => ask(to, `drop database ${name}`) }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function look(url: string): Promise<Found> {
  const database = await openServer(url, 2)
  try {
    const { db } = database
    const tables = ['products', 'orders', 'payments', 'refunds', 'emails', 'accounts']
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const [there] = await rows<{ is: boolean }>(db, sql`select to_regclass(${table}) is not null as is`)
      if (!there?.is) continue
      const [counted] = await rows<{ count: number }>(db, sql`select count(*)::int as count from ${sql.raw(table)}`)
      counts[table] = counted!.count
    }
    const [newest] = await rows<{ at: string | null }>(db, sql`select max(placed_at)::text as at from orders`)
    return {
      counts,
      newestOrder: newest?.at ?? 'none',
      migrations: (await isMigrated(db, await readMigrations())) ? 'as this release' : 'older than this release',
      broken: await brokenInOurBooks(db),
    }
  } finally {
    await database.close()
  }
}

interface Report extends Found {
  readonly file: string
  readonly begun: string
  readonly bytes: number
  readonly seconds: number
}

function write(report: Report, sum: string, context: Context): string {
  mkdirSync(reports, { recursive: true })
  const place = path.join(reports, `${context.now().toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.md`)
  const counts = Object.entries(report.counts).map(([table, count]) => `| ${table} | ${count} |`)
  const broken =
    report.broken.length === 0 ? ['Every promise holds.'] : report.broken.map((sentence) => `- ${sentence}`)
  const lines = [
    `# Restore drill of ${report.begun}`,
    '',
    `- Backup: ${path.basename(report.file)}, ${report.bytes} bytes, sha256 ${sum}`,
    `- Restored in ${report.seconds.toFixed(1)} s`,
    `- Newest order: ${report.newestOrder}. What came after it would be lost by this backup.`,
    `- Migrations: ${report.migrations}`,
    '',
    '| table | rows |',
    '|---|---:|',
    ...counts,
    '',
    '## Promises about money and places',
    '',
    ...broken,
    '',
  ]
  writeFileSync(place, lines.join('\n'))
  return place
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
