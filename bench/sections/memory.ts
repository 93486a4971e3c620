import { setTimeout as after } from 'node:timers/promises'
import { connect, request } from '../load/connection.ts'
import { readLoad } from '../load/read-load.ts'
import { searchTerms, shopWords } from '../load/search-terms.ts'
import { wishes } from '../load/shopper.ts'
import { figure, judged, type Result } from '../report/results.ts'
import { type BenchSession, using } from '../session/bench-session.ts'
import { residentMb } from '../session/children.ts'
import { startFlora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'
import { runCheckouts } from './run-checkouts.ts'

const idleSeconds = 10

/** What the kernel says a process holds: when it has nothing to do, and after reads, searches, pages and checkouts. */
export async function measureMemory(session: BenchSession): Promise<Result[]> {
  const database = await session.freshShop(500)
  return using(await startFlora({ database, doors: 'serve and work', standIns: true }), async (flora) => {
    const pids = { serve: flora.serve.pid, work: flora.work!.pid }
    await after((session.isQuick ? 3 : idleSeconds) * 1_000)
    const idle = { serve: residentMb(pids.serve), work: residentMb(pids.work) }
    if (idle.serve === undefined || idle.work === undefined)
      return [skipped('this system does not tell what a process holds')]

    const slugs = await ask<{ slug: string }>(database, ['select slug from products order by slug'])
    const terms = searchTerms(await shopWords(database), 7)
    const searches = Array.from({ length: 20_000 }, () => `/api/products?q=${encodeURIComponent(terms.next().value)}`)
    const { url } = flora
    await readLoad({
      url,
      paths: slugs.map(({ slug }) => `/api/products/${slug}`),
      seconds: session.seconds,
      connections: 32,
    })
    await readLoad({ url, paths: searches, seconds: session.seconds, connections: 32 })
    await openPages(
      url,
      slugs.map(({ slug }) => `/p/${slug}`),
    )
    await runCheckouts({
      flora,
      database,
      wishes: await wishes(flora, database),
      sessions: 16,
      seconds: session.seconds * 2,
    })
    const loaded = { serve: residentMb(pids.serve)!, work: residentMb(pids.work)! }
    session.say(
      `memory: idle ${figure(idle.serve)} and ${figure(idle.work)} MB, after load ${figure(loaded.serve)} and ${figure(loaded.work)} MB`,
    )
    const row = (work: string, of: { serve: number; work: number }, mostMb: number): Result => ({
      section: 'memory',
      work,
      flora: `serve ${figure(of.serve)} MB, work ${figure(of.work)} MB`,
      ceiling: '–',
      target: `≤ ${mostMb} MB a process`,
      verdict: judged(of.serve <= mostMb, of.work <= mostMb),
    })
    return [row('memory, idle', { serve: idle.serve, work: idle.work }, 120), row('memory, after load', loaded, 200)]
  })
}

// Sixteen browsers, each page by three of them: it is rendered, compressed, kept, and given again.
async function openPages(url: string, paths: readonly string[]): Promise<void> {
  const wanted = [...paths, ...paths, ...paths].map((one) =>
    request('GET', one, { headers: { 'accept-encoding': 'gzip, br' } }),
  )
  const browser = async (): Promise<void> => {
    const connection = await connect(url)
    for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
      const { status } = await connection.ask(next)
      if (status !== 200) throw new Error(`a page answered ${status}: ${next.split('\r\n')[0]}`)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: 16 }, browser))
}

function skipped(because: string): Result {
  return {
    section: 'memory',
    work: 'memory',
    flora: `skipped: ${because}`,
    ceiling: '–',
    target: '≤ 120 / ≤ 200 MB a process',
    verdict: 'skipped',
  }
}
