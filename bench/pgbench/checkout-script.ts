import type { Statement } from './record-statements.ts'
import { filledStatement, literal } from './run-pgbench.ts'

// Twelve digits take the place of a name's last letters, so that no two checkouts of a run meet in a unique key.
const mark = '~~'
const digits = 12

// What belongs to one checkout alone: our ids, Stripe's, the order's number, its link and the hash of the cart's token.
const ownNames = [
  /\b(?:ord|dlv|lin|crt|pay|eml)_[0-9a-z]{26}\b/g,
  /\b(?:pi|ch|evt|pm|req|txn|py)_[A-Za-z0-9]{14,}/g,
  /\bFL-[2-9A-Z]{6}\b/g,
  /\b[0-9a-z]{32}\b/g,
  /(?<![\w-])[\w-]{43}(?![\w-])/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
]

/**
 * Checkouts' statements as one script that pgbench can repeat: the same texts in the same order, transactions that ran at the
 * same time one after the other. Which checkout it is, is drawn by lot and read from a table (bench_checkouts): so products,
 * days and windows differ as they did, and with them the rows that are locked. Names that must be new get new digits; whatever
 * else is long or a time is the first checkout's. Gives the script, what fills the table, and the number of statements.
 */
export function checkoutScript(recordings: readonly (readonly Statement[])[]): {
  script: string
  fill: { statement: string; values: string[] }
  count: number
} {
  const checkouts = alike(
    recordings.map((statements) =>
      withJobIds(inTransactions(statements.filter(({ text }) => text.trim() && !isHousekeeping(text)))),
    ),
  )
  const first = checkouts[0]!
  const isColumn = (at: number, number: number): boolean => {
    const values = checkouts.map((checkout) => checkout[at]!.values[number - 1])
    return (
      new Set(values).size > 1 &&
      values.every(
        (value) => value && value.length <= 200 && marked(value) === value && !/^\d{4}-\d\d-\d\dT/.test(value),
      )
    )
  }
  const columns = first.flatMap(({ values }, at) =>
    values.flatMap((_, index) =>
      isColumn(at, index + 1) ? [{ at, number: index + 1, name: `v${at}_${index + 1}` }] : [],
    ),
  )
  const names = new Set(columns.map(({ name }) => name))
  const records = checkouts.map((checkout, n) => ({
    n: n + 1,
    ...Object.fromEntries(columns.map(({ at, number, name }) => [name, checkout[at]!.values[number - 1]])),
  }))
  // A name that every checkout used is no checkout's own: the shop's facts have one.
  const isShared = (at: number, number: number): boolean =>
    new RegExp(`^${jobId.source}$`).test(first[at]!.values[number - 1] ?? '') &&
    checkouts.length > 1 &&
    checkouts.every((checkout) => checkout[at]!.values[number - 1] === first[at]!.values[number - 1])
  const texts = first.map(({ text, values }, at) =>
    filledStatement(text, (number) => {
      if (names.has(`v${at}_${number}`)) return `:v${at}_${number}`
      return isShared(at, number) ? literal(values[number - 1]!) : parameter(values[number - 1] ?? null)
    }),
  )
  const script = [
    `\\set n random(1${'0'.repeat(digits - 1)}, ${'9'.repeat(digits)})`,
    `\\set i random(1, ${records.length})`,
    `select ${[...names].join(', ') || '1 as one'} from bench_checkouts where n = :i \\gset`,
    ...texts,
  ].join('\n')
  const types = ['n int', ...[...names].map((name) => `${name} text`)].join(', ')
  const statement = `create table bench_checkouts as select * from jsonb_to_recordset($1::jsonb) as r (${types})`
  return { script, fill: { statement, values: [JSON.stringify(records)] }, count: first.length }
}

// Two jobs may be fetched at once or one after the other: the commonest course is the one that is repeated.
function alike(checkouts: readonly (readonly Statement[])[]): (readonly Statement[])[] {
  const courses = Map.groupBy(checkouts, (checkout) => checkout.map(({ text }) => text).join('\0'))
  return [...courses.values()].toSorted((a, b) => b.length - a.length)[0]!
}

// What the job queue does by the clock is not part of a checkout.
function isHousekeeping(text: string): boolean {
  return /__pgboss__|jobs\.version|jobs\.queue\b|jobs\.schedule|jobs\.subscription|'publishing\/|'delivery\/open-days'|'cart\/sweep'|'payments\/reconcile'|release-expired-holds|^\s*(set|listen)\b/i.test(
    text,
  )
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
    const name = /insert into jobs\.job \(name,.*?\bselect '([^']+)',/s.exec(text)?.[1]
    if (name) {
      const head = `00000000-0000-4000-8${String(++jobs).padStart(3, '0')}-`
      sent.set(name, [...(sent.get(name) ?? []), `${head}${'0'.repeat(digits)}`])
      const withId = text
        .replace('insert into jobs.job (name,', 'insert into jobs.job (id, name,')
        .replace(`select '${name}',`, `select ('${head}' || :n)::uuid, '${name}',`)
      return { ...statement, text: withId }
    }
    const ids = sent.get(values[0] ?? '')
    if (!ids || !/state = 'completed'/.test(text)) return statement
    // The same jobs in the same order in each of its parameters; those that were completed are not completed again.
    const told = values.slice(1).map((value) => {
      const left = [...ids]
      return value?.replaceAll(jobId, () => left.shift() ?? `00000000-0000-4000-8000-${'0'.repeat(digits)}`) ?? null
    })
    ids.splice(0, values[1]?.match(jobId)?.length ?? 0)
    return { ...statement, values: [values[0]!, ...told] }
  })
}

const jobId = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g

function parameter(value: string | null): string {
  if (value === null) return 'null'
  const renamed = marked(value)
  return renamed === value ? literal(value) : `replace(${literal(renamed)}, '${mark}', :n)`
}

function marked(value: string): string {
  return ownNames.reduce(
    (text, name) =>
      text.replaceAll(name, (found) => (found.startsWith('FL-') ? `FL-${mark}` : `${found.slice(0, -digits)}${mark}`)),
    value,
  )
}
