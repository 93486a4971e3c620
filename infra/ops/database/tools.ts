import { spawn, spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { codes, Refused } from '../command.ts'
import type { Context } from '../context.ts'

const programs = ['pg_dump', 'pg_restore'] as const

/** Where `pg_dump` of at least a version is, since an older one refuses the server; and where the newest `pg_restore` is, which reads all. */
export function toolsFor(program: (typeof programs)[number], major = 0): string {
  const known = installed(program).filter((one) => one.major >= major)
  const fit = program === 'pg_dump' ? known[0] : known.at(-1)
  if (!fit)
    throw new Refused(
      `${program} of PostgreSQL ${major || 'any version'} or newer is needed for this, and is not installed.`,
      codes.notThere,
    )
  return fit.folder
}

/** A database's address as it was typed; refuses what is none. */
export function databaseGiven({ say }: Pick<Context, 'say'>, given: string, option: string): string {
  const url = URL.parse(given)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    throw new Refused(`${option} is a database's address: postgresql://user@host:5432/name`, codes.wrongUse)
  if (url.password !== '')
    say(`a password in ${option} can be read in the list of processes: leave it out, and say PGPASSWORD=… before`)
  return given
}

/** The newest version of one of them that is installed; 0 where none is. */
export function newestOf(program: (typeof programs)[number]): number {
  return installed(program).at(-1)?.major ?? 0
}

function installed(program: string): { folder: string; major: number }[] {
  const folders = [...globSync('/usr/lib/postgresql/*/bin'), ...(process.env['PATH'] ?? '').split(path.delimiter)]
  return folders
    .map((folder) => ({ folder, major: versionOf(path.join(folder, program)) }))
    .filter((one) => one.major > 0)
    .toSorted((one, other) => one.major - other.major)
}

function versionOf(program: string): number {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

/** Runs one of PostgreSQL's programs; the address goes by the environment, since arguments can be read by everybody on a machine. */
export function runTool(
  folder: string,
  program: (typeof programs)[number],
  args: readonly string[],
  url?: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(folder, program), args, {
      env: { ...process.env, ...(url && connectionOf(url)) },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-2_000)))
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Refused(`${program} failed: ${said.trim()}`))))
  })
}

function connectionOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const given = {
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  }
  const tls = { PGSSLMODE: searchParams.get('sslmode') ?? '', PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '' }
  return Object.fromEntries(Object.entries({ ...given, ...tls }).filter(([, value]) => value !== ''))
}
