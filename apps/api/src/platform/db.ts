import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import pg from 'pg'

/** Enough to read: the pool, or an open transaction. */
export type Db = PgDatabase<PgQueryResultHKT>

/** An open transaction. Whatever writes or locks asks for this, so it cannot be given the pool. */
export type Tx = PgTransaction<PgQueryResultHKT>

export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export interface Database {
  readonly db: Db
  readonly inTransaction: InTransaction
  /** The embedded database, when that is what runs; the job queue shares it. */
  readonly embedded: PGlite | undefined
  /** The server's address, when there is a server. */
  readonly url: string | undefined
  /** Calls back at each NOTIFY on a channel, and after a lost connection came back (then without a payload). */
  readonly listen: (channel: string, heard: (payload: string | undefined) => void) => Promise<void>
  readonly close: () => Promise<void>
}

// Cents, counts and versions fit a JavaScript number (below 2^53); the driver would give them as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** A PostgreSQL server. `pool` is the number of connections one process may hold. */
export function openServer(url: string, pool: number): Database {
  const connections = new pg.Pool({
    connectionString: url,
    max: pool,
    // Nobody waits for ever on a lock or on a lost connection: a refusal or a retry is better than silence.
    options: '-c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000',
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks is replaced by the pool at its next use; without a listener it would end the process.
  connections.on('error', () => undefined)
  const db = drizzlePg(connections) as unknown as Db
  const listeners: (() => Promise<void>)[] = []
  return {
    db,
    inTransaction: (work) => withRetry(() => db.transaction((tx) => work(tx as Tx))),
    embedded: undefined,
    url,
    listen: async (channel, heard) => {
      listeners.push(await keepListening(url, channel, heard))
    },
    close: async () => {
      await Promise.all(listeners.map((stop) => stop()))
      await connections.end()
    },
  }
}

/** The embedded PostgreSQL in a folder, or in memory when `folder` is absent. One process only. */
export async function openEmbedded(folder?: string): Promise<Database> {
  const embedded = await PGlite.create({ ...(folder && { dataDir: folder }), extensions: { pg_trgm } })
  return overEmbedded(embedded)
}

/** An embedded database that is open already: tests clone one that is migrated. */
export async function overEmbedded(embedded: PGlite): Promise<Database> {
  await embedded.exec("set timezone = 'UTC'")
  const db = drizzlePglite(embedded) as unknown as Db
  return {
    db,
    inTransaction: (work) => withRetry(() => db.transaction((tx) => work(tx as Tx))),
    embedded,
    url: undefined,
    listen: async (channel, heard) => {
      await embedded.listen(channel, heard)
    },
    close: () => embedded.close(),
  }
}

/**
 * Runs a statement and gives its rows. The statement is named by its text, so that the server parses and plans it once a
 * connection; values travel apart from it.
 */
export async function rows<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const { session, dialect } = db as unknown as Insides
  const query = dialect.sqlToQuery(statement)
  const result = await session.prepareQuery(query, undefined, statementName(query.sql), false).execute()
  return result.rows as Row[]
}

/** The first row, if there is one. */
export async function firstRow<Row>(db: Db, statement: SQL): Promise<Row | undefined> {
  return (await rows<Row>(db, statement))[0]
}

/** Whether the database answers. */
export async function isAlive(db: Db): Promise<boolean> {
  return (await rows(db, sql`select 1`)).length === 1
}

/** Rows as one JSON parameter, to be read by jsonb_to_recordset: one statement whatever their number. */
export function recordset(records: readonly object[]): SQL {
  return sql`${JSON.stringify(records)}::jsonb`
}

/** A list as one parameter of a PostgreSQL array type. */
export function list(values: readonly (string | number)[], type: 'text' | 'int' | 'date'): SQL {
  return sql`${sql.param(values)}::${sql.raw(type)}[]`
}

/** Runs statements that another library wrote (the job queue's) inside our transaction, named like our own. */
export function statementRunner(tx: Tx): (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> {
  const { session } = tx as unknown as Insides
  return (text, values = []) => session.prepareQuery({ sql: text, params: values }, undefined, statementName(text), false).execute()
}

// Drizzle offers named statements only through its query builder; this is the part underneath, the same for both drivers.
interface Insides {
  readonly dialect: { sqlToQuery: (statement: SQL) => { sql: string; params: unknown[] } }
  readonly session: {
    prepareQuery: (query: { sql: string; params: unknown[] }, fields: undefined, name: string, arrays: boolean) => { execute: () => Promise<{ rows: unknown[] }> }
  }
}

const names = new Map<string, string>()

function statementName(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url')
    // Texts that vary with their input would fill the map and the server: then they go unnamed no more than this.
    if (names.size < 2_000) names.set(text, name)
  }
  return name
}

// Two transactions that meet in the wrong order, or a server that closes for a moment, are worth another try; each try is a
// whole transaction, so nothing is done twice.
const worthAnotherTry = new Set(['40001', '40P01'])

async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= 4 || !worthAnotherTry.has(sqlState(error) ?? '')) throw error
    }
  }
}

/** PostgreSQL's five-letter code of an error, wherever the driver put it. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code
  return 'cause' in error ? sqlState(error.cause) : undefined
}

/** The name of the constraint that refused a row. */
export function constraintName(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return 'cause' in error ? constraintName(error.cause) : undefined
}

async function keepListening(url: string, channel: string, heard: (payload: string | undefined) => void): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  let pause: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    fresh.on('notification', ({ payload }) => heard(payload))
    fresh.on('error', () => undefined)
    fresh.once('end', () => {
      if (!stopped) pause = setTimeout(() => void reconnect(), 500)
    })
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  const reconnect = async (): Promise<void> => {
    try {
      await connect()
      // What was said meanwhile was not heard.
      heard(undefined)
    } catch {
      if (!stopped) pause = setTimeout(() => void reconnect(), 1_000)
    }
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(pause)
    await client?.end()
  }
}
