import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { doorEnvironment } from '../../apps/api/src/entry/door-environment.ts'
import { median } from '../../bench/load/figures.ts'
import { processorMs } from '../../bench/load/processor-time.ts'
import { readLoad } from '../../bench/load/read-load.ts'
import { searchTerms, shopWords } from '../../bench/load/search-terms.ts'
import { stockedShop } from '../../bench/session/stocked-shop.ts'
import { freePort } from '../../sandbox/postgres/free-port.ts'
import { startPostgres } from '../../sandbox/postgres/start-postgres.ts'
import { openFront } from '../world/front.ts'
import { endProgram, type Program, startProgram } from '../world/program.ts'

/** Reads of one kind, by one process and by two behind the same load balancer. */
export interface ReadScale {
  readonly work: string
  readonly one: Reads
  readonly two: Reads
}

export interface Reads {
  readonly perSecond: number
  readonly p99Ms: number
  /** What a request takes of the processor in the processes that serve, microseconds. */
  readonly processorUs: number
}

const runs = 3
const seconds = 4
const connections = 64
// More than can be answered, so that none is asked twice.
const searchesASecond = 6_000

/** Measures in turn, so that a slow minute of the machine is slow for both. */
export async function measureReadsBehindFront(doors: string, say: (text: string) => void): Promise<ReadScale[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-scale-'))
  const postgres = await startPostgres({ settings: { shared_buffers: '256MB' } })
  const ports = [await freePort(), await freePort()]
  const opened: Program[] = []
  const fronts: Awaited<ReturnType<typeof openFront>>[] = []
  try {
    const database = await stockedShop(postgres.url, 'scale', 500)
    for (const port of ports) opened.push(await openServe({ doors, database, folder, port }))
    fronts.push(await openFront(ports.slice(0, 1), mkdtempSync(path.join(folder, 'one-'))))
    fronts.push(await openFront(ports, mkdtempSync(path.join(folder, 'two-'))))
    const terms = searchTerms(await shopWords(database), 20_261_120)
    const works = [
      { work: 'product list of 24, hot', paths: () => ['/api/products'] },
      {
        work: 'search, every query different',
        paths: () =>
          Array.from(
            { length: seconds * searchesASecond },
            () => `/api/products?q=${encodeURIComponent(terms.next().value)}`,
          ),
      },
    ]
    const found: ReadScale[] = []
    for (const { work, paths } of works) {
      const reads: [Reads[], Reads[]] = [[], []]
      for (let run = 0; run < runs; run += 1) {
        for (const [place, { url }] of fronts.entries()) {
          const pids = opened.slice(0, place + 1).map(({ pid }) => pid)
          const before = sum(pids.map(processorMs))
          const { perSecond, p99Ms, failed } = await readLoad({ url, paths: paths(), seconds, connections })
          if (failed > 0) throw new Error(`${failed} of the reads failed`)
          const processorUs = ((sum(pids.map(processorMs)) - before) * 1_000) / (perSecond * seconds)
          reads[place]!.push({ perSecond, p99Ms, processorUs })
          say(`${work}: ${place + 1} process(es) ${Math.round(perSecond)}/s, p99 ${p99Ms.toFixed(1)} ms`)
        }
      }
      found.push({ work, one: middle(reads[0]), two: middle(reads[1]) })
    }
    return found
  } finally {
    await Promise.all(fronts.map((front) => front.close()))
    await Promise.all(opened.map(endProgram))
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function openServe({
  doors,
  database,
  folder,
  port,
}: {
  doors: string
  database: string
  folder: string
  port: number
}): Promise<Program> {
  return startProgram({
    file: path.join(doors, 'serve.js'),
    env: {
      ...doorEnvironment('serve'),
      MODE: 'rehearsal',
      DATABASE_URL: database,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    },
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

function middle(reads: readonly Reads[]): Reads {
  const of = (field: keyof Reads): number => median(reads.map((one) => one[field]))
  return { perSecond: of('perSecond'), p99Ms: of('p99Ms'), processorUs: of('processorUs') }
}
