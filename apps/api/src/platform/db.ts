import { createHash } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { GatheringSocket } from './gathering-socket.ts'
import { openEar } from './ear.ts'
import { sendAtOnce } from './sent-at-once.ts'
import { type SQL, sql } from './sql.ts'

/** Enough to read: the pool, or an open transaction. */
export interface Db {
  /** A statement with its values apart. One that has a name is parsed and planned once a connection. */
  readonly query: (text: string, values: unknown[], name?: string) => Promise<{ rows: unknown[] }>
  /** Work that happens whole or not at all; inside a transaction, as a part of it that can be undone alone. */
  readonly transaction: InTransaction
}

/** An open transaction. Whatever writes or locks asks for this, so it cannot be given the pool. */
export interface Tx extends Db {
  readonly isTransaction: true
  /** Its commit goes along with its statements: what is amiss must undo all by itself (`undoneBy`). */
  readonly isSentAtOnce?: true
}

/**
 * Work in a transaction. What says that it is one statement gets no more: PostgreSQL makes a transaction of a statement that comes
 * alone, so neither begin nor commit is sent, and a second one is refused. What is sent at once: see `sent-at-once.ts`.
 */
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>, size?: TransactionSize) => Promise<T>

export type TransactionSize = 'one statement' | 'sent at once'

export interface Database {
  readonly db: Db
  readonly inTransaction: InTransaction
  /** The embedded database, when that is what runs; the job queue shares it. */
  readonly embedded: PGlite | undefined
  /** The server's address, when there is a server. */
  readonly url: string | undefined
  /** How this process's connections stand, when there is a server. */
  readonly connections?: () => Connections
  /** Calls back at each NOTIFY on a channel, and after a lost connection came back (then without a payload). */
  readonly listen: (channel: string, heard: (payload: string | undefined) => void) => Promise<void>
  readonly close: () => Promise<void>
}

export interface Connections {
  readonly busy: number
  readonly idle: number
  /** Questions that wait for a connection. */
  readonly waiting: number
  readonly most: number
}

// Cents, counts and versions fit a JavaScript number (below 2^53); the driver would give them as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

// Days, instants and intervals stay text, as PostgreSQL writes them: packages/calendar reads them. The last five are arrays.
const staysText = new Set([1082, 1114, 1184, 1186, 1231, 1115, 1182, 1185, 1187])
const asText = (value: string): string => value

/** A PostgreSQL server. `pool` is the number of connections one process may hold. */
export function openServer(url: string, pool: number): Database {
  const connections = new pg.Pool({
    connectionString: url,
    max: pool,
    // Nobody waits for ever on a lock or on a lost connection: a refusal or a retry is better than silence.
    options:
      '-c plan_cache_mode=force_generic_plan -c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000',
    connectionTimeoutMillis: 10_000,
    // A statement need not wait for the answer to the one before it: a transaction's begin and its first question go together.
    pipeline: true,
    stream: () => new GatheringSocket(),
    types: { getTypeParser: (oid, format) => (staysText.has(oid) ? asText : pg.types.getTypeParser(oid, format)) },
  } as pg.PoolConfig)
  // An idle connection that breaks is replaced by the pool at its next use; without a listener it would end the process.
  connections.on('error', () => undefined)
  // One that breaks while it is lent fails its query, which is how its user hears of it; the event itself must have a listener too.
  connections.on('connect', (client) => client.on('error', () => undefined))
  const db = overPool(connections)
  const ear = openEar(url)
  return {
    db,
    inTransaction: (work, size) => withRetry(() => db.transaction(work, size)),
    embedded: undefined,
    url,
    connections: () => {
      const { totalCount, idleCount: idle, waitingCount: waiting } = connections
      return { busy: totalCount - idle, idle, waiting, most: pool }
    },
    listen: ear.listen,
    close: async () => {
      await ear.close()
      await connections.end()
    },
  }
}

/** The embedded PostgreSQL in a folder, or in memory when `folder` is absent. One process only. */
export async function openEmbedded(folder?: string): Promise<Database> {
  // Most processes have a server and no use for a second PostgreSQL in their memory.
  const [{ PGlite }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ])
  const embedded = await PGlite.create({ ...(folder && { dataDir: folder }), extensions: { pg_trgm } })
  return overEmbedded(embedded)
}

/** An embedded database that is open already: tests clone one that is migrated. */
export async function overEmbedded(embedded: PGlite): Promise<Database> {
  await embedded.exec("set timezone = 'UTC'")
  const queries =
    (on: Pick<PGlite, 'query'>): Db['query'] =>
    (text, values) =>
      on.query(text, values, { rowMode: 'object', parsers: embeddedParsers })
  const db: Db = {
    query: queries(embedded),
    transaction: (work, size) =>
      size === 'one statement'
        ? work(oneStatementOver(queries(embedded)))
        : embedded.transaction((tx) => work(transactionOver(queries(tx)))),
  }
  return {
    db,
    inTransaction: (work, size) => withRetry(() => db.transaction(work, size)),
    embedded,
    url: undefined,
    listen: async (channel, heard) => {
      await embedded.listen(channel, heard)
    },
    close: () => embedded.close(),
  }
}

const embeddedParsers = Object.fromEntries([...staysText].map((oid) => [oid, asText]))

function overPool(connections: pg.Pool): Db {
  const queryAlone: Db['query'] = (text, values, name) => connections.query({ text, values, ...(name && { name }) })
  return {
    query: queryAlone,
    transaction: async (work, size) => {
      if (size === 'one statement') return work(oneStatementOver(queryAlone))
      if (size === 'sent at once') return sendAtOnce(connections, work)
      const client = await connections.connect()
      let isOver = false
      // Work that goes on in the background after it has failed would else write outside of any transaction.
      const query: Db['query'] = (text, values, name) => {
        if (isOver)
          return Promise.reject(new Error('invariant broken: a statement came after the end of its transaction'))
        return client.query({ text, values, ...(name && { name }) })
      }
      try {
        // The begin is under way when the first statement is sent; if it fails, so does that.
        const begun = client.query('begin')
        begun.catch(() => undefined)
        const result = await work(transactionOver(query))
        isOver = true
        const { command } = await client.query('commit')
        // Somebody who caught a statement's error and went on has nothing that could be committed.
        if (command !== 'COMMIT')
          throw new Error('invariant broken: a transaction went on after one of its statements had failed')
        client.release()
        return result
      } catch (error) {
        isOver = true
        await client.query('rollback').then(
          () => client.release(),
          (lost: Error) => client.release(lost),
        )
        throw error
      }
    },
  }
}

function transactionOver(query: Db['query']): Tx {
  return {
    query,
    isTransaction: true,
    transaction: async (work) => {
      await query('savepoint part', [])
      try {
        const result = await work(transactionOver(query))
        await query('release savepoint part', [])
        return result
      } catch (error) {
        await query('rollback to savepoint part', [])
        throw error
      }
    },
  }
}

function oneStatementOver(query: Db['query']): Tx {
  let isUsed = false
  return {
    query: (...statement) => {
      if (isUsed) return Promise.reject(new Error('invariant broken: a second statement came where one was promised'))
      isUsed = true
      return query(...statement)
    },
    isTransaction: true,
    transaction: () =>
      Promise.reject(new Error('invariant broken: a savepoint was wanted where one statement was promised')),
  }
}

/**
 * Runs a statement and gives its rows. The statement is named by its text, so that the server parses and plans it once a
 * connection; values travel apart from it.
 */
export async function rows<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const { text, values } = statement.toQuery()
  return (await db.query(text, values, statementName(text))).rows as Row[]
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
export function list(values: readonly (string | number | null)[], type: 'text' | 'int' | 'bigint' | 'date'): SQL {
  return sql`${values}::${sql.raw(type)}[]`
}

const names = new Map<string, string>()

export function statementName(text: string): string {
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
