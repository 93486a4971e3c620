import type { Statement } from './record-statements.ts'
import { filledStatement, literal } from './run-pgbench.ts'

/** The statements of one search, in order. */
export type Asked = readonly Statement[]

/**
 * Many searches as one script: which of them is drawn by lot and read from a table (bench_searches), then its statements run
 * with its values. A value that is the same in all searches stands in the text. Gives the script and what fills the table.
 */
export function searchScript(searches: readonly Asked[]): {
  script: string
  fill: { statement: string; values: string[] }
} {
  const texts = [...new Set(searches.flatMap((asked) => asked.map(({ text }) => text)))]
  const varying = texts.map((text) => varyingParameters(searches.flat().filter((statement) => statement.text === text)))
  const columns = texts.flatMap((_, at) => [`has${at}`, ...varying[at]!.map((number) => `v${at}_${number}`)])
  const records = searches.map((asked, n) => {
    const record: Record<string, string | number | boolean | null> = { n: n + 1 }
    for (const [at, text] of texts.entries()) {
      const statement = asked.find((one) => one.text === text)
      record[`has${at}`] = statement !== undefined
      for (const number of varying[at]!) record[`v${at}_${number}`] = statement?.values[number - 1] ?? ''
    }
    return record
  })
  const script = [
    `\\set i random(1, ${records.length})`,
    `select ${columns.join(', ')} from bench_searches where n = :i \\gset`,
    ...texts.flatMap((text, at) => {
      const first = searches.flat().find((statement) => statement.text === text)!
      const parameter = (number: number): string =>
        varying[at]!.includes(number) ? `:v${at}_${number}` : literal(first.values[number - 1] ?? null)
      return [`\\if :has${at}`, filledStatement(text, parameter), '\\endif']
    }),
  ].join('\n')
  const types = columns.map((column) => `${column} ${column.startsWith('has') ? 'boolean' : 'text'}`).join(', ')
  const statement = `
    create table bench_searches as select * from jsonb_to_recordset($1::jsonb) as r (n int, ${types});
  `
  return { script, fill: { statement, values: [JSON.stringify(records)] } }
}

function varyingParameters(statements: readonly Statement[]): number[] {
  const count = statements[0]?.values.length ?? 0
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => new Set(statements.map(({ values }) => values[number - 1])).size > 1,
  )
}
