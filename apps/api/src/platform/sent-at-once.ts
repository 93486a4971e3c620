import type pg from 'pg'
import { sqlState, type Tx } from './db.ts'
import { type SQL, sql } from './sql.ts'

interface Said {
  readonly question: pg.QueryConfig
  readonly resolve: (answer: { rows: unknown[] }) => void
  readonly reject: (error: unknown) => void
}

/**
 * A transaction whose begin, statements and commit go to the server in one piece, so that what it locks is free again before an answer has
 * come back. `work` says all its statements before it waits for the first; it can’t look at an answer and then change its mind, so the
 * statements themselves undo all when something is amiss (`undoneBy`). Nothing is sent of work that failed before all was said.
 */
export async function sendAtOnce<T>(connections: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const said: Said[] = []
  let isOver = false
  let hasFailed = false
  const working = work({
    isTransaction: true,
    isSentAtOnce: true,
    query: (text, values, name) =>
      isOver
        ? Promise.reject(new Error('invariant broken: a statement came after its transaction was sent'))
        : new Promise((resolve, reject) => {
            said.push({ question: { text, values, ...(name && { name }) }, resolve, reject })
          }),
    transaction: () => Promise.reject(new Error('invariant broken: a savepoint was wanted in what is sent at once')),
  })
  working.catch(() => (hasFailed = true))
  // By the next turn whatever could fail by itself has failed.
  await new Promise<void>((next) => void setImmediate(next))
  isOver = true
  if (hasFailed) return working
  const client = await connections.connect().catch((error: unknown) => {
    for (const { reject } of said) reject(error)
    throw error
  })
  // A begin that fails fails the rest.
  client.query('begin').catch(() => undefined)
  for (const { question, resolve, reject } of said) client.query(question).then(resolve, reject)
  const committed = await client.query('commit').then(
    ({ command }) => command === 'COMMIT',
    (lost: Error) => lost,
  )
  // The commit has ended the transaction, one way or the other.
  client.release(committed instanceof Error ? committed : undefined)
  const result = await working
  if (committed instanceof Error) throw committed
  if (!committed) throw new Error('invariant broken: a transaction went on after one of its statements had failed')
  return result
}

/**
 * A column of a statement that gives no row when all is well: in a transaction that is sent at once the first row it gives undoes all, with
 * an error that `isUndone` knows. Elsewhere the rows say what was amiss.
 */
export function undoneBy(tx: Tx): SQL {
  return tx.isSentAtOnce ? sql`, undo_all()` : sql``
}

/** Whether a transaction that was sent at once has undone itself. Whoever asks statement by statement is told why. */
export function isUndone(error: unknown): boolean {
  return sqlState(error) === 'FL001'
}
