import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../session/children.ts'
import type { Facts } from './machine.ts'
import type { Result } from './results.ts'
import { type Section, sections } from './sections.ts'

const file = path.join(root, 'docs/benchmarks.md')
const begin = (section: Section): string => `<!-- measured: ${section} -->`
const end = (section: Section): string => `<!-- end of ${section} -->`

/** Writes each measured section's table between its marks in docs/benchmarks.md; what was not measured stays as it was. */
export function writeReport(results: readonly Result[], facts: Facts): void {
  let page = readFileSync(file, 'utf8')
  for (const section of sections) {
    const rows = results.filter((result) => result.section === section)
    if (rows.length === 0) continue
    const [from, until] = [page.indexOf(begin(section)), page.indexOf(end(section))]
    if (from < 0 || until < from) throw new Error(`docs/benchmarks.md has lost its marks for ${section}`)
    page = `${page.slice(0, from)}${begin(section)}\n${block(rows, facts)}\n${page.slice(until)}`
  }
  writeFileSync(file, page)
}

function block(rows: readonly Result[], facts: Facts): string {
  const table = rows.map(
    ({ work, flora, ceiling, target, verdict }) => `| ${[work, flora, ceiling, target, verdict].join(' | ')} |`,
  )
  const sentence = Object.entries(facts)
    .map(([fact, value]) => `${fact}: ${value}`)
    .join('. ')
  return [
    '| work | Flora | ceiling, same session | target | |',
    '|---|---|---|---|---|',
    ...table,
    '',
    `<sub>${sentence}.</sub>`,
  ].join('\n')
}

/** The same for the terminal. */
export function printReport(results: readonly Result[]): void {
  for (const { work, flora, ceiling, target, verdict } of results) {
    console.log(
      `\n${verdict.padEnd(5)} ${work}\n      Flora    ${flora}\n      ceiling  ${ceiling}\n      target   ${target}`,
    )
  }
}
