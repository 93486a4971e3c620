import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { outputOf } from '../load/read-load.ts'

export interface PgbenchRun {
  /** Scripts run through to their end in a second. */
  readonly perSecond: number
  readonly averageMs: number
}

/** Where pgbench is, or why the ceilings it gives are missing. The server's own packages for Node come without it. */
export const pgbench: { ok: true; program: string } | { ok: false; because: string } = findPgbench()

function findPgbench(): typeof pgbench {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ]
  const found = places.map((place) => path.join(place, 'pgbench')).find((program) => existsSync(program))
  return found
    ? { ok: true, program: found }
    : { ok: false, because: 'pgbench is not installed (Debian: apt-get install postgresql-contrib)' }
}

export interface PgbenchWork {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Scripts of ours, one of which is drawn by lot each time, or pgbench's own simple-update. */
  readonly scripts: readonly string[] | 'simple-update'
}

/** Runs a script over so many connections, every statement prepared once a connection, as the shop's are. */
export async function runPgbench({ url, connections, seconds, scripts }: PgbenchWork): Promise<PgbenchRun> {
  if (!pgbench.ok) throw new Error(pgbench.because)
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-pgbench-'))
  const chosen =
    scripts === 'simple-update'
      ? ['-N']
      : scripts.flatMap((script, n) => {
          const file = path.join(folder, `script-${n}.sql`)
          writeFileSync(file, script)
          return ['-f', file]
        })
  try {
    const output = await outputOf(pgbench.program, [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(connections),
      '-j',
      '1',
      '-T',
      String(seconds),
      ...chosen,
      url,
    ])
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1])
    const averageMs = Number(/^latency average = ([\d.]+) ms/m.exec(output)?.[1])
    if (!(perSecond > 0) || /number of failed transactions: [1-9]/.test(output))
      throw new Error(`pgbench said something else than expected: ${output}`)
    return { perSecond, averageMs }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Makes pgbench's own tables, for simple-update: scale 10, a million accounts. */
export async function fillPgbench(url: string): Promise<void> {
  if (!pgbench.ok) throw new Error(pgbench.because)
  await outputOf(pgbench.program, ['-i', '-q', '-s', '10', url])
}

/**
 * A value as it may stand in a pgbench script. Every colon is written as its number: before a letter pgbench would take it
 * for the beginning of a variable's name, inside of quotes too.
 */
export function literal(value: string | null): string {
  if (value === null) return 'null'
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll(':', '\\x3a')
  return `E'${escaped}'`
}

/** A statement of the shop's with its parameters put in; each is told by its number, from 1. */
export function filledStatement(text: string, parameter: (number: number) => string): string {
  return `${text.trim().replaceAll(/\$(\d+)\b/g, (_, number: string) => parameter(Number(number)))};`
}
