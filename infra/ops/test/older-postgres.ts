import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Account, accountsToTry, giveTo, roomFor } from '@flora/sandbox/postgres/account.ts'
import { freePort } from '@flora/sandbox/postgres/free-port.ts'

/** The machine's own PostgreSQL, of which `pg_dump` is there as well: the one that comes as a package brings only the server. */
export interface OlderPostgres {
  readonly url: string
  readonly stop: () => void
}

const programs = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1)

/** Why there is no such server on this machine, or nothing when there is. */
export function whyNoOlderPostgres(): string | undefined {
  return programs === undefined ? 'no PostgreSQL of the system’s packages is installed' : undefined
}

/** Starts a server that is thrown away afterwards. */
export async function startOlderPostgres(): Promise<OlderPostgres> {
  const account: Account = accountsToTry()[0] ?? {}
  const folder = mkdtempSync(path.join(roomFor(account), 'flora-older-postgres-'))
  giveTo(account, folder)
  const run = (program: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(path.join(programs!, program), args, {
      ...account,
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`${program}: ${stderr}`)
  }
  const place = path.join(folder, 'data')
  run('initdb', '--auth=trust', '--username=flora', '--encoding=UTF8', '--locale=C', '-D', place)
  const port = await freePort()
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off`
  run('pg_ctl', '-w', '-D', place, '-l', path.join(folder, 'log'), '-o', settings, 'start')
  return {
    url: `postgresql://flora@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-w', '-D', place, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
