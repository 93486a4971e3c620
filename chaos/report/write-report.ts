import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../world/program.ts'
import type { Report } from './report-of.ts'

const file = path.join(root, 'docs/chaos.md')

/** Writes a run between its marks in docs/chaos.md. */
export function writeReport({ orders, faults, violations, again }: Report): void {
  const broken =
    violations.length === 0
      ? '**No promise was broken.**'
      : `**${violations.length} violations:**\n\n${table(['promise', 'about'], violations)}`
  writeBlock('the last full run', [
    broken,
    table(['what became of it', ''], orders),
    table(['what went wrong', 'times'], faults),
    `<sub>${machine()} Run it again: \`${again}\`.</sub>`,
  ])
}

/** Writes paragraphs between the marks of a name; the words around them stay. */
export function writeBlock(name: string, paragraphs: readonly string[]): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const page = readFileSync(file, 'utf8')
  const [from, until] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || until < from) throw new Error(`docs/chaos.md has lost its marks for ${name}`)
  writeFileSync(file, `${page.slice(0, from)}${begin}\n\n${paragraphs.join('\n\n')}\n\n${page.slice(until)}`)
}

/** Rows as a table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

/** When, and on what. */
export function machine(): string {
  const cpus = os.cpus()
  const date = Temporal.Now.instant().toString().slice(0, 16).replace('T', ' ')
  const load = os.loadavg().map((one) => one.toFixed(1))
  return `Date: ${date} UTC. Machine: ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}; buyers, PostgreSQL and all stand-ins on it too; load at the end ${load.join(' / ')}, other programs of the machine included. Node: ${process.version}.`
}
