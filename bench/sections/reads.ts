import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KnownAnswer } from '../ceilings/answers.ts'
import { median, medianRun, type Run } from '../load/figures.ts'
import { processorMs } from '../load/processor-time.ts'
import { readLoad } from '../load/read-load.ts'
import { figure, judged, percent, type Result } from '../report/results.ts'
import { type BenchSession, using } from '../session/bench-session.ts'
import { type Child, startChild } from '../session/children.ts'
import { startFlora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'

const connections = 32

/** Reads that are in memory, against servers that do nothing but send the same bytes. */
export async function measureReads(session: BenchSession): Promise<Result[]> {
  const database = await session.freshShop(500)
  const slugs = await ask<{ slug: string }>(database, ['select slug from products order by slug limit 500'])
  return using(await startFlora({ database, doors: 'serve' }), async (flora) => {
    const works = [
      { work: 'product list of 24, hot', paths: ['/api/products'], p99Ms: 5 },
      {
        work: `product page by slug, hot, ${slugs.length} slugs`,
        paths: slugs.map(({ slug }) => `/api/products/${slug}`),
      },
      { work: 'facets + price sort, hot', paths: ['/api/products?colour=pink,white&occasion=birthday&sort=price-up'] },
    ]
    const results: Result[] = []
    for (const work of works) results.push(await measureOne(session, flora.serve, work))
    return results
  })
}

interface Work {
  readonly work: string
  readonly paths: readonly string[]
  readonly p99Ms?: number
}

async function measureOne(session: BenchSession, flora: Child, { work, paths, p99Ms }: Work): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-ceilings-'))
  const file = path.join(folder, 'answers.json')
  const answers = await answersOf(flora.url, paths)
  writeFileSync(file, JSON.stringify(answers))
  const bare = await startChild('bench/ceilings/node-http.ts', { args: [file] })
  const fastify = await startChild('bench/ceilings/fastify.ts', { args: [file] })
  try {
    const contestants = [bare, fastify, flora]
    const runs: (Run & { processorUs: number })[][] = [[], [], []]
    for (const { url } of contestants) await readLoad({ url, paths, seconds: 2, connections })
    // In turn, so that a slow minute of the machine is slow for all three.
    for (let run = 0; run < session.runs; run += 1) {
      for (const [at, { url, pid }] of contestants.entries()) {
        const before = processorMs(pid)
        const result = await readLoad({ url, paths, seconds: session.seconds, connections })
        const processorUs = ((processorMs(pid) - before) * 1_000) / (result.perSecond * session.seconds)
        runs[at]!.push({ ...result, processorUs })
        session.say(
          `${work}: ${['node:http', 'fastify', 'flora'][at]} ${figure(result.perSecond)}/s, p99 ${figure(result.p99Ms)} ms, ${figure(processorUs)} µs of processor`,
        )
      }
    }
    const [ofBare, ofFastify, ofFlora] = runs.map(medianRun) as [Run, Run, Run]
    const [bareUs, fastifyUs, floraUs] = runs.map((some) => median(some.map(({ processorUs }) => processorUs))) as [
      number,
      number,
      number,
    ]
    const ratio = ofFlora.perSecond / ofFastify.perSecond
    return {
      section: 'reads',
      work: `${work} (${figure(Buffer.byteLength(answers[0]!.body))} bytes)`,
      flora: `${figure(ofFlora.perSecond)} req/s, p50 ${figure(ofFlora.p50Ms)} ms, p99 ${figure(ofFlora.p99Ms)} ms, ${figure(floraUs)} µs of processor each`,
      ceiling: `bare Fastify ${figure(ofFastify.perSecond)} (p99 ${figure(ofFastify.p99Ms)} ms, ${figure(fastifyUs)} µs); bare node:http ${figure(ofBare.perSecond)} (${figure(bareUs)} µs); Flora is ${percent(ratio)} of Fastify, ${percent(fastifyUs / floraUs)} by processor time`,
      target: `≥ 50 % of bare Fastify${p99Ms ? `, p99 < ${p99Ms} ms` : ''}`,
      verdict: judged(ratio >= 0.5, ofFlora.failed === 0, p99Ms === undefined || ofFlora.p99Ms < p99Ms),
    }
  } finally {
    await Promise.all([bare.end(), fastify.end()])
    rmSync(folder, { recursive: true })
  }
}

// What Node's own server adds to every answer is left to it.
const addedByNode = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])

async function answersOf(url: string, paths: readonly string[]): Promise<KnownAnswer[]> {
  const answers: KnownAnswer[] = []
  for (const one of paths) {
    const reply = await fetch(url + one, { headers: { 'accept-encoding': 'identity' } })
    if (reply.status !== 200) throw new Error(`${one} answered ${reply.status}`)
    answers.push({
      path: one,
      headers: Object.fromEntries([...reply.headers].filter(([name]) => !addedByNode.has(name))),
      body: await reply.text(),
    })
  }
  return answers
}
