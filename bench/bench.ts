import { buildApiIfNeeded } from '../scripts/build-api.ts'
import { buildIfNeeded } from '../scripts/build.ts'
import { measureBoard } from './sections/board.ts'
import { measureCheckout } from './sections/checkout.ts'
import { measureMemory } from './sections/memory.ts'
import { measureOversell } from './sections/oversell.ts'
import { measureReads } from './sections/reads.ts'
import { measureSearch } from './sections/search.ts'
import { measureStart } from './sections/start.ts'
import { machineFacts } from './report/machine.ts'
import type { Result } from './report/results.ts'
import { type Section, sections } from './report/sections.ts'
import { printReport, writeReport } from './report/write-report.ts'
import { type BenchSession, openSession, using } from './session/bench-session.ts'

const measures: Record<Section, (session: BenchSession) => Promise<Result[]>> = {
  reads: measureReads,
  search: measureSearch,
  checkout: measureCheckout,
  oversell: measureOversell,
  board: measureBoard,
  memory: measureMemory,
  start: measureStart,
}

const args = process.argv.slice(2)
const isQuick = args.includes('--quick')
const isDry = args.includes('--dry')
const flags = ['--quick', '--dry', '--as-built']
const named = args.filter((arg) => !arg.startsWith('--'))
const unknown = [
  ...named.filter((name) => !sections.includes(name as Section)),
  ...args.filter((arg) => arg.startsWith('--') && !flags.includes(arg)),
]
if (unknown.length > 0) {
  console.error(
    `npm run bench does not know ${unknown.join(' or ')}. It measures ${sections.join(', ')}; --quick takes one short run of each, --dry leaves docs/benchmarks.md alone, --as-built builds nothing.`,
  )
  process.exit(2)
}
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

const chosen = named.length > 0 ? sections.filter((section) => named.includes(section)) : sections
const say = (text: string): void => console.log(`  ${text}`)

// The shop is measured as it is shipped: its pages and its doors are built.
if (!args.includes('--as-built')) {
  await buildIfNeeded()
  await buildApiIfNeeded()
}

await using(await openSession({ isQuick, say }), async (session) => {
  const facts = await machineFacts(session.serverUrl, session)
  const results: Result[] = []
  for (const section of chosen) {
    console.log(`# ${section}`)
    results.push(...(await measures[section](session)))
  }
  printReport(results)
  // A quick run says whether something broke; its figures are not worth keeping.
  if (!isQuick && !isDry) writeReport(results, facts)
})
process.exit(0)
