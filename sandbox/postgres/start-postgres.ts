import { rmSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { findBinaries, type Binaries } from './binaries.ts'
import { DATABASE_USER, prepareDataFolder, type DataFolder } from './data-folder.ts'
import { freePort } from './free-port.ts'
import { launchPostmaster, PortIsTaken, type Postmaster } from './postmaster.ts'

export { createDatabase } from './create-database.ts'

/** A real PostgreSQL server of our own on 127.0.0.1. */
export type RunningPostgres = {
  /** Connection string of the database `postgres`; its user is a superuser and needs no password. */
  url: string
  port: number
  binDir: string
  dataDir: string
  /** The postmaster's process id, or undefined while the server is down. */
  pid(): number | undefined
  /** Shuts down and deletes a throw-away data folder. Once is enough; more does no harm. */
  stop(): Promise<void>
  /**
   * SIGKILLs the postmaster, as a crash would, and waits until its last backend has gone. The data stays for restart().
   */
  kill(): Promise<void>
  /** Comes back on the same port and data: after kill() by crash recovery, otherwise after an orderly shutdown. */
  restart(): Promise<void>
}

export type PostgresOptions = {
  /** A folder to keep the data in, made if it is missing. Without it the data live in a throw-away folder. */
  dataDir?: string
  /** Server settings by name, over the fast ones, unsafe in a power cut, that suit tests. */
  settings?: Record<string, string>
  /** Leaves the throw-away folder behind, to be looked at. */
  keep?: boolean
}

// Speed over durability: what these servers hold is made by the test that reads it. A benchmark passes `fsync: 'on'`
// and so on.
const TEST_SETTINGS: Record<string, string> = {
  fsync: 'off',
  // Stays on: without fsync it costs microseconds, and without it kill() would lose orders that the server had
  // confirmed.
  synchronous_commit: 'on',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  // Errors reach the client that made them; a test of 200 refusals should not write them all a second time.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

const PORT_TRIES = 5
const SHUTDOWN_LIMIT_MS = 20_000

/** Whether this machine can run the server, so that tests may skip themselves with the reason. */
export function hasRealPostgres(): { ok: true } | { ok: false; because: string } {
  const found = findBinaries()
  return found.ok ? { ok: true } : found
}

/** Starts a server that ends with this process, however this process ends. Throws one sentence when it cannot. */
export async function startPostgres(options: PostgresOptions = {}): Promise<RunningPostgres> {
  const found = findBinaries()
  if (!found.ok) throw new Error(found.because)
  const folder = prepareDataFolder(found, options.dataDir)
  const isThrowAway = folder.isThrowAway && options.keep !== true
  const settings = { ...TEST_SETTINGS, ...options.settings }

  try {
    const { port, postmaster } = await launchOnFreePort(found, folder, settings, isThrowAway)
    return running({ binaries: found, folder, isThrowAway, settings, port, first: postmaster })
  } catch (error) {
    if (isThrowAway) rmSync(folder.path, { recursive: true, force: true })
    throw error
  }
}

async function launchOnFreePort(
  binaries: Binaries,
  { path }: DataFolder,
  settings: Record<string, string>,
  isThrowAway: boolean,
): Promise<{ port: number; postmaster: Postmaster }> {
  for (let tried = 1; ; tried++) {
    const port = await freePort()
    try {
      return { port, postmaster: await launchPostmaster({ binaries, path, port, settings, isThrowAway }) }
    } catch (error) {
      // Someone else took the port between our look and the server's.
      if (!(error instanceof PortIsTaken) || tried === PORT_TRIES) throw error
    }
  }
}

type Parts = {
  binaries: Binaries
  folder: DataFolder
  isThrowAway: boolean
  settings: Record<string, string>
  port: number
  first: Postmaster
}

function running({ binaries, folder, isThrowAway, settings, port, first }: Parts): RunningPostgres {
  const { path } = folder
  let postmaster = first
  let isStopped = false

  async function stop(): Promise<void> {
    isStopped = true
    // What will be deleted need not be written out first.
    await shutDown(postmaster, isThrowAway ? 'SIGQUIT' : 'SIGINT')
    if (isThrowAway) rmSync(path, { recursive: true, force: true })
    postmaster.dismissGuard()
  }

  async function kill(): Promise<void> {
    postmaster.signal('SIGKILL')
    await postmaster.gone()
  }

  async function restart(): Promise<void> {
    if (isStopped) throw new Error('This PostgreSQL server was stopped for good; start another.')
    await shutDown(postmaster, 'SIGINT')
    postmaster.dismissGuard()
    postmaster = await launchPostmaster({ binaries, path, port, settings, isThrowAway })
  }

  return {
    url: `postgres://${DATABASE_USER}@127.0.0.1:${port}/postgres`,
    port,
    binDir: binaries.binDir,
    dataDir: path,
    pid: () => postmaster.pid(),
    stop,
    kill,
    restart,
  }
}

async function shutDown(postmaster: Postmaster, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  postmaster.signal(signal)
  const limit = new AbortController()
  const inTime = await Promise.race([
    postmaster.gone().then(() => true),
    after(SHUTDOWN_LIMIT_MS, false, { signal: limit.signal, ref: false }),
  ])
  limit.abort()
  if (inTime) return
  postmaster.signal('SIGKILL')
  await postmaster.gone()
}
