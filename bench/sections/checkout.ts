import { setTimeout as after } from 'node:timers/promises'
import { createDatabase } from '../../sandbox/postgres/start-postgres.ts'
import { median } from '../load/figures.ts'
import { type Wish, wishes } from '../load/shopper.ts'
import { familyProcessorMs, processorMs } from '../load/processor-time.ts'
import { checkoutScript } from '../pgbench/checkout-script.ts'
import { recordStatements, type Statement } from '../pgbench/record-statements.ts'
import { fillPgbench, pgbench, runPgbench } from '../pgbench/run-pgbench.ts'
import { figure, judged, percent, type Result } from '../report/results.ts'
import { type BenchSession, using } from '../session/bench-session.ts'
import { type Doors, type Flora, startFlora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'
import { afterWarmUp, booksAgree, type CheckoutRun, readBooks, runCheckouts } from './run-checkouts.ts'

const sessions = 16
// Checkouts whose statements pgbench repeats: different products, days and windows, as in the shop.
const recordedCheckouts = 40

/** Guests who buy, the same statements in pgbench, and pgbench's own simple-update, all in one session. */
export async function measureCheckout(session: BenchSession): Promise<Result[]> {
  const ceiling = await openCeiling(session)
  const results: Result[] = []
  const ceilings: { checkout: number[]; simple: number[] } = { checkout: [], simple: [] }
  const byDoors: { doors: Doors; runs: CheckoutRun[]; note: string }[] = []
  for (const doors of ['serve and work', 'all-in-one'] as const) {
    const database = await session.freshShop(500)
    await using(await startFlora({ database, doors, standIns: true }), async (flora) => {
      const wanted = await wishes(flora, database)
      await runCheckouts({ flora, database, wishes: wanted, sessions, seconds: warmUpSeconds(session) })
      await afterWarmUp(database)
      const runs: CheckoutRun[] = []
      let note = ''
      for (let run = 0; run < session.runs; run += 1) {
        const spent = await processorSpent(session, flora, () =>
          runCheckouts({ flora, database, wishes: wanted, sessions, seconds: session.seconds }),
        )
        runs.push(spent.run)
        note = spent.note
        session.say(
          `checkout, ${doors}: ${figure(spent.run.ordersPerSecond)} orders/s, placing p99 ${figure(spent.run.placingP99Ms)} ms; ${note}`,
        )
        if (doors === 'serve and work' && ceiling.ok) await measureCeiling(session, ceiling, ceilings)
      }
      const books = await readBooks(database)
      if (books.confirmed !== books.byEvent || books.confirmed !== books.paid)
        throw new Error(`orders, events and payments disagree: ${JSON.stringify(books)}`)
      if (!booksAgree(books)) throw new Error(`counters and orders disagree: ${JSON.stringify(books)}`)
      byDoors.push({ doors, runs, note })
    })
  }
  for (const { doors, runs, note } of byDoors) results.push(toResult(doors, runs, note, ceiling, ceilings))
  return results
}

function toResult(
  doors: Doors,
  runs: readonly CheckoutRun[],
  note: string,
  ceiling: Ceiling,
  { checkout, simple }: { checkout: number[]; simple: number[] },
): Result {
  const of = (key: keyof CheckoutRun): number => median(runs.map((run) => run[key]))
  const orders = of('ordersPerSecond')
  const ratio = ceiling.ok ? orders / median(checkout) : undefined
  return {
    section: 'checkout',
    work: `guest checkout, cart to paid order, ${doors}, ${sessions} sessions, ${figure(of('requestsAnOrder'))} requests an order`,
    flora: `${figure(orders)} orders/s; placing p50 ${figure(of('placingP50Ms'))} ms, p99 ${figure(of('placingP99Ms'))} ms; flow p50 ${figure(of('flowP50Ms'))} ms; processor an order: ${note}`,
    ceiling: ceiling.ok
      ? `the same ${ceiling.statements} statements in pgbench: ${figure(median(checkout))}/s, Flora is ${percent(ratio!)}; simple-update: ${figure(median(simple))} tps`
      : `none: ${ceiling.because}`,
    target: '≥ 200 orders/s, p99 of placing < 100 ms, ≥ 50 % of the same statements',
    verdict: judged(orders >= 200, of('placingP99Ms') < 100, ratio === undefined || ratio >= 0.5),
  }
}

async function processorSpent(
  session: BenchSession,
  flora: Flora,
  work: () => Promise<CheckoutRun>,
): Promise<{ run: CheckoutRun; note: string }> {
  const server = session.serverPid()
  const parts = {
    serve: () => processorMs(flora.serve.pid),
    ...(flora.work && { work: () => processorMs(flora.work!.pid) }),
    ...(server && { PostgreSQL: () => familyProcessorMs(server) }),
    'Stripe’s stand-in': () => processorMs(flora.standIns!.pid),
    buyers: () => processorMs(process.pid),
  }
  const before = Object.values(parts).map((part) => part())
  const run = await work()
  const note = Object.entries(parts)
    .map(([name, part], at) => `${name} ${figure((part() - before[at]!) / run.orders)} ms`)
    .join(', ')
  return { run, note }
}

// V8 goes on making the shop's commonest functions faster for some six thousand orders.
function warmUpSeconds({ isQuick }: BenchSession): number {
  return isQuick ? 5 : 30
}

type Ceiling =
  | { ok: true; url: string; plainUrl: string; script: string; statements: number }
  | { ok: false; because: string }

/** Buys a few dozen times through the recorder, one after the other, and makes scripts of what went over. */
async function openCeiling(session: BenchSession): Promise<Ceiling> {
  if (!pgbench.ok) return pgbench
  const database = await session.freshShop(500)
  const recordings: (readonly Statement[])[] = []
  await using(await recordStatements(database), async (recorder) =>
    using(await startFlora({ database: recorder.url, doors: 'serve and work', standIns: true }), async (flora) => {
      const wanted = await wishes(flora, database)
      const one = (wish: Wish): Promise<unknown> =>
        runCheckouts({ flora, database, wishes: [wish], sessions: 1, seconds: 60, atMost: 1 })
      for (const wish of wanted.slice(0, 3)) await one(wish)
      for (const wish of wanted.slice(3, 3 + recordedCheckouts)) {
        await jobsDone(database)
        recorder.begin()
        await one(wish)
        await jobsDone(database)
        recordings.push(recorder.statements())
      }
    }),
  )
  const { script, fill, count } = checkoutScript(recordings)
  await ask(database, [fill.statement], fill.values)
  await ask(database, ['create unique index on bench_checkouts (n)'])
  await afterWarmUp(database)
  // Plans made for tables of forty checkouts are not those of a shop: it is warmed up as the shop is.
  await runPgbench({ url: database, connections: sessions, seconds: warmUpSeconds(session), scripts: [script] })
  await afterWarmUp(database)
  const plainUrl = await createDatabase(session.serverUrl, 'bench_pgbench')
  await fillPgbench(plainUrl)
  session.say(`one checkout is ${count} statements, jobs and their queue included`)
  return { ok: true, url: database, plainUrl, script, statements: count }
}

async function measureCeiling(
  session: BenchSession,
  ceiling: Ceiling & { ok: true },
  ceilings: { checkout: number[]; simple: number[] },
): Promise<void> {
  const { seconds } = session
  ceilings.simple.push(
    (await runPgbench({ url: ceiling.plainUrl, connections: sessions, seconds, scripts: 'simple-update' })).perSecond,
  )
  ceilings.checkout.push(
    (await runPgbench({ url: ceiling.url, connections: sessions, seconds, scripts: [ceiling.script] })).perSecond,
  )
  session.say(
    `pgbench: simple-update ${figure(ceilings.simple.at(-1)!)} tps, the same statements ${figure(ceilings.checkout.at(-1)!)}/s`,
  )
}

// Letters are written after the buyer has seen her order; a checkout ends when nothing is left to do for it.
async function jobsDone(database: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await ask<{ open: number }>(database, [
      `select count(*)::int as open from jobs.job where state < 'completed' and name in ('payments/process-event', 'notifications/order-letter')`,
    ])
    if (row?.open === 0) return
    await after(50)
  }
  throw new Error('jobs were not done in ten seconds')
}
