import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { serverEnv } from './data-folder.ts'

/** One run of the server's first process, which all others descend from. */
export type Postmaster = {
  pid(): number | undefined
  signal(name: NodeJS.Signals): void
  /** Settles when the postmaster and every process that it started have ended. */
  gone(): Promise<void>
  /** To be called when nobody needs the data folder's guard any more. */
  dismissGuard(): void
}

export type Launch = {
  binaries: Binaries
  path: string
  port: number
  settings: Record<string, string>
  isThrowAway: boolean
}

/** The port was free a moment ago and no longer is. */
export class PortIsTaken extends Error {}

const LOG_TAIL_CHARS = 8_000

/*
 * The shell leaves a guard behind and then becomes the server itself, so the guard knows the server's process id before
 * there is a server, and there is no moment at which our death would leave one running. The guard reads from a pipe
 * whose other end is ours: "down" says that the server has ended and its process id means nothing any more, "over" that
 * there is nothing left to do, and the end of the pipe that we died. Then the guard ends the server, waits for it (the
 * pid file goes last; a process that nobody reaps keeps its id, hence both questions) and clears a throw-away folder.
 * It is forked twice, for the server takes the death of a child it does not know for a crash.
 */
const GUARDED_START = `
folder=$1; throwaway=$2; shift 2
( (
  trap '' HUP INT TERM QUIT
  exec </dev/null >/dev/null 2>&1
  up=yes
  while read -r word <&3; do
    case $word in down) up=no ;; over) exit 0 ;; esac
  done
  if [ $up = yes ]; then
    kill -QUIT $$
    turns=0
    while [ -e "$folder/postmaster.pid" ] && kill -0 $$ && [ $turns -lt 100 ]; do sleep 0.1; turns=$((turns + 1)); done
    kill -KILL $$
  fi
  if [ "$throwaway" = yes ]; then rm -rf "$folder"; fi
) & )
exec 3<&-
exec "$@"
`

/** Starts the server in a data folder and returns once it accepts connections. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster> {
  const child = spawnGuarded(launch)
  const [log, guard] = [child.stderr as Socket, child.stdio[3] as Socket]
  // The guard may go first; that our word no longer reaches it is not worth an error.
  guard.on('error', () => undefined)
  child.once('exit', () => guard.write('down\n'))
  // All processes of the server share its log, so its closing says that the last of them has ended.
  const gone = Promise.all([settled(child), once(log, 'close')])

  try {
    await ready(child, log, launch.port)
  } catch (error) {
    guard.end('over\n')
    throw error
  }
  const handles = [child, log, guard]
  // A test that forgets to stop its server still ends, and the server with it.
  for (const handle of handles) handle.unref()
  return {
    pid: () => (isRunning(child) ? child.pid : undefined),
    signal: (name) => void (isRunning(child) && child.kill(name)),
    gone: async () => {
      for (const handle of handles) handle.ref()
      await gone
      for (const handle of handles) handle.unref()
    },
    dismissGuard: () => void guard.end('over\n'),
  }
}

function spawnGuarded({ binaries, path, port, settings, isThrowAway }: Launch): ChildProcess {
  const all = {
    ...settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
  }
  return spawn(
    '/bin/sh',
    [
      '-c',
      GUARDED_START,
      'sh',
      path,
      isThrowAway ? 'yes' : 'no',
      join(binaries.binDir, 'postgres'),
      '-D',
      path,
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // A session of its own: Ctrl-C in the terminal is for us, and we decide when the server may go.
    { ...binaries.account, cwd: '/', env: serverEnv(), detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  )
}

/** Waits for the server to say that it is ready; throws with the end of its log when it gives up instead. */
function ready(child: ChildProcess, log: Socket, port: number): Promise<void> {
  let tail = ''
  return new Promise((resolve, reject) => {
    log.setEncoding('utf8')
    log.on('data', (text: string) => {
      tail = (tail + text).slice(-LOG_TAIL_CHARS)
      if (tail.includes('database system is ready to accept connections')) resolve()
    })
    void settled(child).then((error) => {
      const because = error?.message ?? tail.trim()
      if (because.includes('Address already in use')) reject(new PortIsTaken(`Port ${port} is taken.`))
      else reject(new Error(`PostgreSQL did not start: ${because}`))
    })
  })
}

/** Settles when the process has ended, or with the reason why it never began. */
function settled(child: ChildProcess): Promise<Error | undefined> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve(undefined))
    child.once('error', resolve)
  })
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}
