import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { giveTo, holdsFor, roomFor } from './account.ts'
import type { Binaries } from './binaries.ts'
import { cachedFolder } from './cached-folder.ts'

/** The one user of these servers, and the name under which initdb makes it. */
export const DATABASE_USER = 'flora'

export type DataFolder = { path: string; isThrowAway: boolean }

/** A data folder ready for a server: the given one (filled if it is empty), or a new throw-away one. */
export function prepareDataFolder(binaries: Binaries, wanted: string | undefined): DataFolder {
  if (wanted === undefined) {
    const path = mkdtempSync(join(roomFor(binaries.account), 'flora-postgres-'))
    try {
      fill(path, binaries)
    } catch (error) {
      rmSync(path, { recursive: true, force: true })
      throw error
    }
    return { path, isThrowAway: true }
  }

  const path = resolve(wanted)
  mkdirSync(path, { recursive: true })
  if (!existsSync(join(path, 'PG_VERSION'))) {
    if (readdirSync(path).length > 0) throw new Error(`${path} is neither empty nor a PostgreSQL data folder.`)
    fill(path, binaries)
  } else if (binaries.account.uid !== undefined && statSync(path).uid !== binaries.account.uid) {
    giveTo(binaries.account, path)
  }
  if (!holdsFor(binaries.account, 'cd "$1"', path)) {
    throw new Error(
      `The account that runs PostgreSQL cannot enter ${path}; choose a folder that is not inside a closed one.`,
    )
  }
  return { path, isThrowAway: false }
}

/** Copies the template, which takes an eighth of the time that initdb needs. */
function fill(path: string, binaries: Binaries): void {
  const name = `cluster-${binaries.version}-${process.arch}`
  const template = cachedFolder(name, (folder) => initdb(folder, binaries), roomFor(binaries.account))
  cpSync(join(template, 'cluster'), path, { recursive: true, mode: constants.COPYFILE_FICLONE })
  // PostgreSQL refuses a folder that others may read.
  chmodSync(path, 0o700)
  giveTo(binaries.account, path)
}

function initdb(folder: string, binaries: Binaries): void {
  const cluster = join(folder, 'cluster')
  let complaint = ''
  // The builtin provider sorts and folds alike everywhere. Full-text parsing still asks the C library which characters
  // are letters, and C libraries differ in what they call the locale that knows.
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'UTF-8']) {
    mkdirSync(cluster)
    giveTo(binaries.account, cluster)
    const { status, error, stderr } = spawnSync(
      join(binaries.binDir, 'initdb'),
      [
        '-D',
        cluster,
        '-U',
        DATABASE_USER,
        '--auth=trust',
        '--no-sync',
        '--no-instructions',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--lc-collate=C',
        `--lc-ctype=${letters}`,
        '--lc-messages=C',
        '--lc-monetary=C',
        '--lc-numeric=C',
        '--lc-time=C',
        '--text-search-config=english',
      ],
      { ...binaries.account, cwd: '/', env: serverEnv(), encoding: 'utf8' },
    )
    if (status === 0) {
      writeFileSync(join(cluster, 'pg_hba.conf'), `host all ${DATABASE_USER} 127.0.0.1/32 trust\n`)
      return
    }
    complaint = error?.message ?? stderr.trim()
    rmSync(cluster, { recursive: true, force: true })
  }
  throw new Error(`initdb failed: ${complaint}`)
}

/** Nothing of the caller's locale, time zone or PG* variables reaches the server. */
export function serverEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
