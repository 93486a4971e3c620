import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, request } from './connection.ts'
import { percentile, type Run } from './figures.ts'

export interface ReadLoad {
  readonly url: string
  /** Asked in turn, and from the beginning again when all were asked. */
  readonly paths: readonly string[]
  readonly seconds: number
  readonly connections: number
}

/** Whether wrk is here. It takes a quarter of the processor that a Node program needs for the same load. */
export const hasWrk: boolean = spawnSync('wrk', ['-v']).error === undefined

export const generatorName: string = hasWrk
  ? 'wrk, one thread'
  : 'our own generator on Node’s raw sockets (wrk is not installed)'

/** Asks for paths over kept-alive connections as fast as they are answered. */
export function readLoad(load: ReadLoad): Promise<Run> {
  return hasWrk ? byWrk(load) : byNode(load)
}

async function byWrk({ url, paths, seconds, connections }: ReadLoad): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-wrk-'))
  const [script, list] = [path.join(folder, 'paths.lua'), path.join(folder, 'paths.txt')]
  writeFileSync(list, paths.map((one) => request('GET', one)).join('\0'))
  // Requests are made before the clock starts; picking one is all that is left.
  writeFileSync(
    script,
    `
local file = io.open("${list}", "rb"); local text = file:read("*a"); file:close()
local requests = {}; for one in string.gmatch(text, "[^%z]+") do requests[#requests + 1] = one end
local at = 0
request = function() at = at % #requests + 1; return requests[at] end
done = function(summary, latency)
  io.write(string.format("bench %d %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end`,
  )
  const output = await outputOf('wrk', [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--timeout',
    '20s',
    '-s',
    script,
    url,
  ])
  rmSync(folder, { recursive: true })
  const figures = /^bench (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)$/m.exec(output)?.slice(1).map(Number)
  if (!figures) throw new Error(`wrk said something else than expected: ${output}`)
  const [requests, durationUs, p50Us, p99Us, status, broken] = figures as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    perSecond: requests / (durationUs / 1e6),
    p50Ms: p50Us / 1_000,
    p99Ms: p99Us / 1_000,
    failed: status + broken,
  }
}

/** Runs a program and gives what it wrote. */
export function outputOf(
  program: string,
  args: readonly string[],
  { env }: { env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(env && { env }) })
    let output = ''
    let complaint = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4_000)))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${path.basename(program)} ended with ${code}: ${complaint}`)),
    )
  })
}

async function byNode({ url, paths, seconds, connections }: ReadLoad): Promise<Run> {
  const requests = paths.map((one) => request('GET', one))
  const times: number[] = []
  const begun = performance.now()
  const until = begun + seconds * 1_000
  let at = 0
  let failed = 0
  const visitor = async (): Promise<void> => {
    const connection = await connect(url)
    for (let sent = performance.now(); sent < until;) {
      const { status } = await connection.ask(requests[at++ % requests.length]!)
      if (status >= 300) failed += 1
      const now = performance.now()
      times.push(now - sent)
      sent = now
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, visitor))
  const elapsed = (performance.now() - begun) / 1_000
  return { perSecond: times.length / elapsed, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99), failed }
}
