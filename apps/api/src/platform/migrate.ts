import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Database, type Db, rows } from './db.ts'
import { sql } from './sql.ts'

const folder = path.join(import.meta.dirname, '../../../../db/migrations')

export interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** The migrations of this release, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()
  // One that is passed over in silence is missed first by whoever asks its table.
  const wrong = files.find((file) => !/^\d{4}_[a-z0-9-]+\.sql$/.test(file))
  if (wrong !== undefined) throw new Error(`db/migrations/${wrong} should be named like 0001_what-it-makes.sql.`)
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Brings the database to this release, each migration in its own transaction, and says which ones it ran. Two processes
 * that start together take turns by an advisory lock. Refuses a database whose applied migrations differ from this release's.
 */
export async function migrate({ inTransaction }: Pick<Database, 'inTransaction'>): Promise<string[]> {
  const migrations = await readMigrations()
  const ran: string[] = []
  for (const migration of migrations) {
    const isNew = await inTransaction(async (tx) => {
      // An index on millions of rows takes its time, and so does waiting for another machine that makes it.
      await rows(tx, sql`set local statement_timeout = 0`)
      await rows(tx, sql`set local lock_timeout = 0`)
      await rows(tx, sql`select pg_advisory_xact_lock(7316001)`)
      await rows(tx, sql`set local lock_timeout = 10000`)
      await rows(
        tx,
        sql`create table if not exists migrations (name text primary key, checksum text not null, ran_at timestamptz not null default now())`,
      )
      const [applied] = await rows<{ checksum: string }>(
        tx,
        sql`select checksum from migrations where name = ${migration.name}`,
      )
      if (applied && applied.checksum !== migration.checksum) {
        throw new Error(
          `Migration ${migration.name} was changed after it ran on this database. Put its text back and write a new migration instead.`,
        )
      }
      if (applied) return false
      for (const statement of statements(migration.text)) await tx.query(statement, [])
      await rows(tx, sql`insert into migrations (name, checksum) values (${migration.name}, ${migration.checksum})`)
      return true
    })
    if (isNew) ran.push(migration.name)
  }
  return ran
}

/** Whether every migration of this release has run. */
export async function isMigrated(db: Db, migrations: readonly Migration[]): Promise<boolean> {
  const applied = await rows<{ name: string }>(db, sql`select name from migrations`)
  const names = new Set(applied.map(({ name }) => name))
  return migrations.every(({ name }) => names.has(name))
}

// The embedded driver takes one statement at a time. Our migrations keep a statement's semicolon at a line's end, and
// semicolons inside bodies ($$ … $$) stay together.
function statements(text: string): string[] {
  const found: string[] = []
  let current: string[] = []
  let inBody = false
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('--') && !inBody) continue
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody
    current.push(line)
    if (!inBody && line.trimEnd().endsWith(';')) {
      found.push(current.join('\n'))
      current = []
    }
  }
  if (current.join('').trim()) found.push(current.join('\n'))
  return found.filter((statement) => statement.trim())
}
