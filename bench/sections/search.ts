import { connect, request } from '../load/connection.ts'
import { median, medianRun, type Run } from '../load/figures.ts'
import { readLoad } from '../load/read-load.ts'
import { searchTerms, shopWords } from '../load/search-terms.ts'
import { recordStatements } from '../pgbench/record-statements.ts'
import { pgbench, runPgbench } from '../pgbench/run-pgbench.ts'
import { type Asked, searchScript } from '../pgbench/search-script.ts'
import { figure, judged, percent, type Result } from '../report/results.ts'
import { type BenchSession, using } from '../session/bench-session.ts'
import { startFlora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'

const connections = 32
// As many connections as one process of the shop holds by default.
const databaseConnections = 10
// More than can be answered in a run, so that none is asked twice.
const termsASecond = 6_000
const recordedSearches = 400

/** Searches none of which was asked before, and the same statements in pgbench. */
export async function measureSearch(session: BenchSession): Promise<Result[]> {
  const results: Result[] = []
  for (const [products, perSecond, p99Ms] of [
    [500, 1_500, 50],
    [20_000, 500, undefined],
  ] as const) {
    results.push(await measureOne(session, { products, perSecond, p99Ms }))
  }
  return results
}

interface Wanted {
  readonly products: 500 | 20_000
  readonly perSecond: number
  readonly p99Ms: number | undefined
}

async function measureOne(session: BenchSession, { products, perSecond, p99Ms }: Wanted): Promise<Result> {
  const database = await session.freshShop(products)
  const terms = searchTerms(await shopWords(database), 20_261_120)
  const recorded = await recordSearches(database, terms)
  const ceiling = await openCeiling(database, recorded)
  const name = `search, every query different, ${products.toLocaleString('en-AU')} products`

  const runs: Run[] = []
  const ceilings: number[] = []
  await using(await startFlora({ database, doors: 'serve' }), async ({ url }) => {
    const load = (seconds: number): Promise<Run> =>
      readLoad({ url, paths: take(terms, seconds * termsASecond).map(searchPath), seconds, connections })
    await load(3)
    for (let run = 0; run < session.runs; run += 1) {
      runs.push(await load(session.seconds))
      session.say(`${name}: ${figure(runs.at(-1)!.perSecond)}/s, p99 ${figure(runs.at(-1)!.p99Ms)} ms`)
      if (!ceiling.ok) continue
      ceilings.push(
        (
          await runPgbench({
            url: database,
            connections: databaseConnections,
            seconds: session.seconds,
            scripts: [ceiling.script],
          })
        ).perSecond,
      )
      session.say(`${name}: pgbench ${figure(ceilings.at(-1)!)}/s`)
    }
  })
  const flora = medianRun(runs)
  const statements = recorded.flat().length / recorded.length
  return {
    section: 'search',
    work: name,
    flora: `${figure(flora.perSecond)} req/s, p50 ${figure(flora.p50Ms)} ms, p99 ${figure(flora.p99Ms)} ms`,
    ceiling: ceiling.ok
      ? `the same SQL in pgbench (${figure(statements)} statements a search): ${figure(median(ceilings))}/s; Flora is ${percent(flora.perSecond / median(ceilings))}`
      : `none: ${ceiling.because}`,
    target: `≥ ${perSecond.toLocaleString('en-AU')} req/s${p99Ms ? `, p99 < ${p99Ms} ms` : ''}`,
    verdict: judged(flora.perSecond >= perSecond, flora.failed === 0, p99Ms === undefined || flora.p99Ms < p99Ms),
  }
}

function searchPath(term: string): string {
  return `/api/products?q=${encodeURIComponent(term)}`
}

function take<T>(from: Iterator<T>, count: number): T[] {
  return Array.from({ length: count }, () => from.next().value as T)
}

/** Asks the shop a few hundred searches one by one and notes what it asks the database for each. */
async function recordSearches(database: string, terms: Iterator<string>): Promise<Asked[]> {
  return using(await recordStatements(database), async (recorder) =>
    using(await startFlora({ database: recorder.url, doors: 'serve' }), async ({ url }) => {
      const connection = await connect(url)
      const searches: Asked[] = []
      // The first few make what the shop keeps in mind: its day and its words.
      for (const [nth, term] of take(terms, recordedSearches + 20).entries()) {
        recorder.begin()
        const { status } = await connection.ask(request('GET', searchPath(term)))
        if (status !== 200) throw new Error(`the search for "${term}" answered ${status}`)
        const asked = recorder.statements().filter(({ text }) => /with hits as/.test(text))
        if (nth >= 20 && asked.length > 0) searches.push(asked)
      }
      connection.close()
      return searches
    }),
  )
}

async function openCeiling(
  database: string,
  searches: readonly Asked[],
): Promise<{ ok: true; script: string } | { ok: false; because: string }> {
  if (!pgbench.ok) return pgbench
  const { script, fill } = searchScript(searches)
  await ask(database, [fill.statement], fill.values)
  await ask(database, ['create unique index on bench_searches (n)', 'analyze bench_searches'])
  return { ok: true, script }
}
