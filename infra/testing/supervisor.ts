import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import net from 'node:net'
import path from 'node:path'

/** Stands in for systemd where there is none: it obeys the units of a scratch root, so far as they say what is started, and how. */
export interface Supervisor {
  /** A folder with a `systemctl` that speaks to this one; to be put first into PATH. */
  readonly bin: string
  /** Process ids by unit. */
  readonly running: () => Record<string, number>
  /** Waits until a unit's process has said that it is ready. */
  readonly isUp: (unit: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Unit = Map<string, string[]>

interface Running {
  child: ChildProcess
  isWanted: boolean
}

// What shuts a process in, and when it is given up, is systemd's own; a directive that is in neither list stops the test.
const obeyed = [
  'EnvironmentFile',
  'ExecStart',
  'ListenStream',
  'Restart',
  'Service',
  'Sockets',
  'StandardError',
  'StandardOutput',
  'Type',
]
const left =
  /^(After|Backlog|CapabilityBoundingSet|ConditionPathExists|Description|KillMode|Limit\w+|LockPersonality|Memory\w+|NoDelay|NoNewPrivileges|NotifyAccess|Private\w+|Protect\w+|ReadWritePaths|Requires|RestartSec|Restrict\w+|StartLimitIntervalSec|SystemCallArchitectures|Timeout\w+|UMask|User|WantedBy|Wants)$/

/** Starts the stand-in for the units below `root`, its sockets on 127.0.0.1. */
export async function openSupervisor(root: string): Promise<Supervisor> {
  const units = path.join(root, 'etc/systemd/system')
  const running = new Map<string, Running>()
  const up = new Set<string>()
  const waiting = new Map<string, () => void>()
  let socket: unknown

  const start = (name: string): Promise<boolean> => {
    const unit = readUnit(units, name)
    const [program, ...args] = one(unit, 'ExecStart').split(' ')
    const given = unit.has('Sockets') ? socket : 'ignore'
    const log = openSync(one(unit, 'StandardOutput').replace('append:', ''), 'a')
    const child = spawn(program!, args, {
      env: { PATH: '/usr/bin:/bin', ...environmentOf(unit), ...(unit.has('Sockets') && { LISTEN_FDS: '1' }) },
      // The third is the socket. The last is how our doors tell a program that started them; systemd is told by its own socket.
      stdio: ['ignore', log, log, given as 'ignore', 'ipc'],
    })
    closeSync(log)
    const state: Running = { child, isWanted: true }
    running.set(name, state)
    return new Promise((resolve) => {
      child.on('message', (said: { url?: string; progress?: string }) => {
        if (said.url !== undefined || said.progress === 'working') {
          up.add(name)
          waiting.get(name)?.()
          resolve(true)
        }
      })
      child.once('exit', () => {
        up.delete(name)
        resolve(false)
        if (state.isWanted && running.get(name) === state) setTimeout(() => state.isWanted && void start(name), 300)
      })
    })
  }
  const stop = (name: string): Promise<void> => {
    const state = running.get(name)
    running.delete(name)
    if (!state) return Promise.resolve()
    state.isWanted = false
    if (state.child.exitCode !== null || state.child.signalCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      state.child.once('exit', () => resolve())
      state.child.kill('SIGTERM')
    })
  }
  const obey = async ([verb, ...names]: readonly string[]): Promise<boolean> => {
    if (verb === 'daemon-reload' || verb === 'enable') return true
    for (const name of names) {
      if (verb === 'start' && name.endsWith('.socket')) socket ??= listening(one(readUnit(units, name), 'ListenStream'))
      else if (verb === 'restart') {
        await stop(name)
        if (!(await start(name))) return false
      } else return false
    }
    return true
  }

  const { bin, close } = await openOrders(root, obey)
  return {
    bin,
    running: () => Object.fromEntries([...running].map(([name, { child }]) => [name, child.pid ?? 0])),
    isUp: (unit) => (up.has(unit) ? Promise.resolve() : new Promise((resolve) => waiting.set(unit, resolve))),
    close: async () => {
      for (const name of running.keys()) {
        running.get(name)!.child.removeAllListeners('message')
        const ended = stop(name)
        await ended
      }
      close()
    },
  }
}

/** A `systemctl` for scripts, and an ear for what it is told. */
async function openOrders(
  root: string,
  obey: (words: readonly string[]) => Promise<boolean>,
): Promise<{ bin: string; close: () => void }> {
  const ear = path.join(root, 'systemd.ear')
  const server = createServer((request, reply) => {
    const words = new URL(request.url ?? '', 'http://systemd').searchParams.get('words') ?? ''
    const given = words.split(' ').filter((word) => word !== '' && !word.startsWith('-'))
    void obey(given).then(
      (isDone) => reply.writeHead(isDone ? 200 : 500).end(),
      (error: unknown) => reply.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(ear, resolve))
  const bin = path.join(root, 'systemd-bin')
  mkdirSync(bin, { recursive: true })
  const program = path.join(bin, 'systemctl')
  writeFileSync(
    program,
    `#!/bin/bash\nexec curl --silent --fail --output /dev/null --get --unix-socket '${ear}' --data-urlencode "words=$*" http://systemd/\n`,
  )
  chmodSync(program, 0o755)
  return {
    bin,
    close: () => {
      server.close()
      server.closeAllConnections()
      rmSync(ear, { force: true })
    },
  }
}

// Bound, and never listened at here: the first process begins to listen, and those after it find a socket that listens already.
function listening(address: string): unknown {
  const { _createServerHandle: bind } = net as unknown as {
    _createServerHandle: (host: string, port: number, type: 4) => unknown
  }
  const handle = bind('127.0.0.1', Number(address.split(':').at(-1)), 4)
  if (typeof handle === 'number') throw new Error(`the port of ${address} is taken (${handle})`)
  return handle
}

function readUnit(folder: string, name: string): Unit {
  const text = readFileSync(path.join(folder, name.replace(/@.+\./, '@.')), 'utf8')
  const unit: Unit = new Map()
  for (const [, key, value] of text.matchAll(/^([A-Za-z]+)=(.*)$/gm)) {
    if (!obeyed.includes(key!) && !left.test(key!)) throw new Error(`${name}: the stand-in does not know ${key}`)
    unit.set(key!, [...(unit.get(key!) ?? []), value!])
  }
  return unit
}

function one(unit: Unit, key: string): string {
  const value = unit.get(key)?.[0]
  if (value === undefined) throw new Error(`a unit says nothing of ${key}`)
  return value
}

function environmentOf(unit: Unit): Record<string, string> {
  const lines = (unit.get('EnvironmentFile') ?? []).flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^(\w+)="(.*)"$/gm),
  ])
  return Object.fromEntries(lines.map(([, name, value]) => [name!, value!.replaceAll(/\\(["\\$`])/g, '$1')]))
}
