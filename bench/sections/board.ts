import { daysAfter, type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import { listDeliveries, searchOrders, showBoard, showToday } from '../../apps/api/src/order-desk/index.ts'
import { systemClock } from '../../apps/api/src/platform/clock.ts'
import { type Database, type Db, openServer } from '../../apps/api/src/platform/db.ts'
import { figure, judged, type Result } from '../report/results.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { showHistory } from '../../apps/api/src/customers/show-history.ts'
import { type BenchSession, using } from '../session/bench-session.ts'
import { accounts, fillWithOrders } from '../session/grown-orders.ts'

const allOrders = 5_000_000
// A run that says whether something broke.
const quickOrders = 100_000
const boardTargetMs = 20
const asked = 400

interface Question {
  readonly name: string
  readonly targetMs: number | undefined
  readonly ask: (db: Db, day: ShopDay, nth: number) => Promise<unknown>
}

const questions: readonly Question[] = [
  {
    name: 'the day board',
    targetMs: boardTargetMs,
    ask: (db, day) => showBoard({ db, clock: systemClock }, day, {}),
  },
  {
    name: 'a page of the day’s list',
    targetMs: undefined,
    ask: (db, day) => listDeliveries({ db, clock: systemClock }, { day, filters: {}, limit: 50 }),
  },
  {
    name: 'a page of a customer’s history',
    targetMs: boardTargetMs,
    ask: (db, _day, nth) => showHistory(db, { accountId: `acc_${nth % accounts}` as AccountId, after: undefined }),
  },
  { name: 'today', targetMs: undefined, ask: (db, day) => showToday({ db, clock: systemClock }, day) },
  {
    name: 'a search by telephone number',
    targetMs: undefined,
    ask: (db, day) => searchOrders({ db, clock: systemClock }, { q: `04${day.replaceAll('-', '')}`, limit: 50 }),
  },
]

/** The florist's day among years of orders: 2,000 a day, five million in all. What each answer takes, SQL and shaping, and its plans. */
export async function measureBoard(session: BenchSession): Promise<Result[]> {
  const orders = session.isQuick ? quickOrders : allOrders
  const url = await session.freshShop(500)
  session.say(`writing ${orders.toLocaleString('en-AU')} orders`)
  await fillWithOrders(url, orders, session.say)
  return using(openServer(url, 4), async (database) => {
    const results: Result[] = []
    for (const question of questions) results.push(await measureOne(session, { database, question, orders }))
    return results
  })
}

interface Measuring {
  readonly database: Database
  readonly question: Question
  readonly orders: number
}

async function measureOne(session: BenchSession, { database, question, orders }: Measuring): Promise<Result> {
  const today = shopDayAt(systemClock.now(), 'Australia/Melbourne')
  // A fortnight around today: what a florist looks at. Each day is looked at again and again, as boards are.
  const dayOf = (nth: number): ShopDay => daysAfter(today, ((nth * 5) % 14) - 7)
  for (let nth = 0; nth < 28; nth += 1) await question.ask(database.db, dayOf(nth), nth)
  const took: number[] = []
  for (let nth = 0; nth < asked; nth += 1) {
    const begun = performance.now()
    await question.ask(database.db, dayOf(nth), nth)
    took.push(performance.now() - begun)
  }
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  const [p50, p99] = [at(0.5), at(0.99)]
  for (const line of await plansOf(database.db, (db) => question.ask(db, today, 0)))
    session.say(`${question.name}: ${line}`)
  const { name, targetMs } = question
  return {
    section: 'board',
    work: `${name}, 2,000 orders a day, ${orders.toLocaleString('en-AU')} in all`,
    flora: `p50 ${figure(p50)} ms, p99 ${figure(p99)} ms`,
    ceiling: 'none: the plans are printed',
    target: targetMs ? `p99 < ${targetMs} ms` : 'none',
    verdict: judged(targetMs === undefined || p99 < targetMs),
  }
}

/** What PostgreSQL does for a question: each of its statements, explained while it runs. */
async function plansOf(db: Db, ask: (db: Db) => Promise<unknown>): Promise<string[]> {
  const statements: { text: string; values: unknown[] }[] = []
  await ask({
    ...db,
    query: (text, values) => {
      statements.push({ text, values })
      return db.query(text, values)
    },
  })
  const lines: string[] = []
  for (const { text, values } of statements) {
    const { rows } = await db.query(`explain (analyze, buffers, costs off, summary on) ${text}`, values)
    lines.push(...(rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']), '')
  }
  return lines
}
