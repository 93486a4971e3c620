import type { Database, Db, InTransaction, Tx } from './db.ts'
import { inSpan, type Tracing } from './tracing.ts'

/**
 * The same database with a span for each transaction and each statement of what is traced. A statement is named by the function that asks it:
 * its text is in the sources under that name, and its values are nobody's business.
 */
export function traceDatabase(database: Database, tracing: Tracing): Database {
  const db = tracedDb(database.db, tracing)
  return { ...database, db, inTransaction: tracedTransactions(database.inTransaction, tracing) }
}

function tracedDb(db: Db, tracing: Tracing): Db {
  return { query: tracedQuery(db, tracing), transaction: tracedTransactions(db.transaction, tracing) }
}

function tracedTransactions(inTransaction: InTransaction, tracing: Tracing): InTransaction {
  return (work, size) => {
    if (!tracing.isSeen()) return inTransaction(work, size)
    const attributes = { 'db.system.name': 'postgresql', ...(size && { 'flora.transaction.size': size }) }
    // What is sent at once must be said in one go, and this says nothing of its own in between.
    return inSpan(tracing, 'transaction', { kind: 'client', attributes }, () =>
      inTransaction((tx) => work(tracedTx(tx, tracing)), size),
    )
  }
}

function tracedTx(tx: Tx, tracing: Tracing): Tx {
  return { ...tx, query: tracedQuery(tx, tracing), transaction: tracedTransactions(tx.transaction, tracing) }
}

function tracedQuery(on: Db, tracing: Tracing): Db['query'] {
  return function query(text, values, name) {
    if (!tracing.isSeen()) return on.query(text, values, name)
    const span = tracing.begin(whoAsks(query), { kind: 'client', attributes: { 'db.system.name': 'postgresql' } })
    const answer = span.inside(() => on.query(text, values, name))
    answer.then(
      () => span.end(),
      (error: unknown) => {
        span.fail(error)
        span.end()
      },
    )
    return answer
  }
}

// The ways to a statement that stand in db.ts; who calls them has the name that says something. It is found on the stack, which is dear, and
// so only of what somebody will see.
const ways = new Set(['query', 'rows', 'firstRow'])

function whoAsks(below: (...never: never[]) => unknown): string {
  const holder: { stack?: string } = {}
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 8
  Error.captureStackTrace(holder, below)
  Error.stackTraceLimit = stackTraceLimit
  const names = [...(holder.stack ?? '').matchAll(/^ {4}at (?:async )?(?:[\w$<>]+\.)*([\w$]+) \(/gm)].map(
    ([, name]) => name!,
  )
  return names.find((name) => !ways.has(name)) ?? 'statement'
}
