import type { Statement } from './record-statements.ts'
import { filledStatement, literal } from './run-pgbench.ts'

// Twelve digits take the place of a name's last letters, so that no two checkouts of a run meet in a unique key.
const mark = '~~'
const digits = 12

// What belongs to one checkout alone: our ids, Stripe's, the order's number, its link and the hash of the cart's token.
const ownNames = [
  /\b(?:ord|dlv|lin|crt|pay|eml)_[0-9a-z]{26}\b/g, /\b(?:pi|ch|evt|pm|req|txn|py)_[A-Za-z0-9]{14,}/g, /\bFL-[2-9A-Z]{6}\b/g, /\b[0-9a-z]{32}\b/g,
  /(?<![\w-])[\w-]{43}(?![\w-])/g, /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
]

/**
 * One checkout's statements as a script that pgbench can repeat: the same texts with the same values, except for the names
 * that must be new each time. Transactions that ran at the same time stand one after the other.
 */
export function checkoutScript(statements: readonly Statement[]): { script: string; count: number } {
  const ordered = withJobIds(inTransactions(statements.filter(({ text }) => text.trim() && !isHousekeeping(text))))
  const texts = ordered.map(({ text, values }) => filledStatement(text, (number) => parameter(values[number - 1] ?? null)))
  return { script: [`\\set n random(1${'0'.repeat(digits - 1)}, ${'9'.repeat(digits)})`, ...texts].join('\n'), count: ordered.length }
}

// What the job queue does by the clock is not part of a checkout.
function isHousekeeping(text: string): boolean {
  return /__pgboss__|jobs\.version|jobs\.queue\b|jobs\.schedule|jobs\.subscription|'publishing\/|'delivery\/open-days'|'cart\/sweep'|'payments\/reconcile'|release-expired-holds|^\s*(set|listen)\b/i.test(text)
}

function inTransactions(statements: readonly Statement[]): Statement[] {
  const open = new Map<number, Statement[]>()
  const done: Statement[] = []
  for (const statement of statements) {
    const { text, connection } = statement
    if (/^begin\b/i.test(text)) open.set(connection, [statement])
    else if (open.has(connection)) {
      open.get(connection)!.push(statement)
      if (!/^(commit|rollback)\b/i.test(text)) continue
      done.push(...open.get(connection)!)
      open.delete(connection)
    } else done.push(statement)
  }
  return done
}

// The database makes a job's id, and the worker tells it when the job is done. In the script the id comes with the job, so
// that what is completed is what was sent.
function withJobIds(statements: readonly Statement[]): Statement[] {
  const sent = new Map<string, string[]>()
  let jobs = 0
  return statements.map((statement) => {
    const { text, values } = statement
    const isSend = /insert into jobs\./i.test(text) && values[0]?.startsWith('[{"id":null')
    if (isSend) {
      const id = `00000000-0000-4000-8${String(++jobs).padStart(3, '0')}-000000000000`
      const name = /"name":"([^"]+)"/.exec(values[0]!)![1]!
      sent.set(name, [...(sent.get(name) ?? []), id])
      return { ...statement, values: [values[0]!.replace('"id":null', `"id":"${id}"`), ...values.slice(1)] }
    }
    const ids = sent.get(values[0] ?? '')
    if (!ids || !/state = 'completed'/.test(text)) return statement
    const output = values[1]!.replaceAll(/"id":"[0-9a-f-]{36}"/g, () => `"id":"${ids.shift() ?? '00000000-0000-4000-8000-000000000000'}"`)
    return { ...statement, values: [values[0]!, output, ...values.slice(2)] }
  })
}

function parameter(value: string | null): string {
  if (value === null) return 'null'
  const marked = ownNames.reduce((text, name) => text.replaceAll(name, (found) => (found.startsWith('FL-') ? `FL-${mark}` : `${found.slice(0, -digits)}${mark}`)), value)
  return marked === value ? literal(value) : `replace(${literal(marked)}, '${mark}', :n)`
}
