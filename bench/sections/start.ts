import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from '../../apps/api/src/platform/sql.ts'
import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { fillWithDemo } from '../../apps/api/src/demo/index.ts'
import { systemClock } from '../../apps/api/src/platform/clock.ts'
import { openEmbedded, rows } from '../../apps/api/src/platform/db.ts'
import { migrate } from '../../apps/api/src/platform/migrate.ts'
import { freePort } from '../../sandbox/postgres/free-port.ts'
import { median } from '../load/figures.ts'
import { figure, judged, type Result } from '../report/results.ts'
import type { BenchSession } from '../session/bench-session.ts'
import { startChild } from '../session/children.ts'
import { startFlora } from '../session/flora.ts'

/** From asking for a process to its first product list: on a server database, and embedded when the shop is there already. */
export async function measureStart(session: BenchSession): Promise<Result[]> {
  const tries = session.isQuick ? 1 : 5
  const database = await session.freshShop(500)
  const onServer: number[] = []
  for (let run = 0; run < tries; run += 1) {
    const begun = performance.now()
    const flora = await startFlora({ database, doors: 'serve' })
    onServer.push(await firstAnswer(flora.url, begun))
    await flora.close()
    session.say(`start on a server database: ${figure(onServer.at(-1)!)} s`)
  }
  const embedded = await startsEmbedded(session, tries)
  const row = (work: string, seconds: readonly number[], most: number): Result => ({
    section: 'start',
    work,
    flora: `${figure(median(seconds))} s`,
    ceiling: '–',
    target: `≤ ${most} s`,
    verdict: judged(median(seconds) <= most),
  })
  return [
    row('start to first answer, server database', onServer, 0.8),
    row('start to first answer, embedded, second start', embedded, 3),
  ]
}

async function firstAnswer(url: string, begun: number): Promise<number> {
  const reply = await fetch(`${url}/api/products`)
  await reply.text()
  if (reply.status !== 200) throw new Error(`the first answer was ${reply.status}`)
  return (performance.now() - begun) / 1_000
}

// Pictures count as drawn, as on every start but the first of a shop's life.
async function startsEmbedded(session: BenchSession, tries: number): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-embedded-'))
  const database = await openEmbedded(path.join(folder, 'database'))
  await migrate(database)
  await fillWithDemo({ inTransaction: database.inTransaction, clock: systemClock }, demoShop)
  await rows(database.db, sql`update pictures set drawing = null`)
  await rows(database.db, sql`update content set drawing = null`)
  await database.close()

  const seconds: number[] = []
  // The first start makes the job queue's tables; it is not the one that counts.
  for (let run = 0; run <= tries; run += 1) {
    const begun = performance.now()
    const port = String(await freePort())
    const shop = await startChild('apps/api/src/entry/all-in-one.ts', {
      env: { DATA_DIR: folder, PORT: port, LOG_LEVEL: 'warn' },
      log: path.join(folder, 'shop.log'),
    })
    const took = await firstAnswer(shop.url, begun)
    await shop.end()
    if (run > 0) seconds.push(took)
    session.say(`start embedded: ${figure(took)} s${run === 0 ? ' (the first, not counted)' : ''}`)
  }
  rmSync(folder, { recursive: true, force: true })
  return seconds
}
