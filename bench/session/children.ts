import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')

// A program that has said nothing by then is not going to.
const startLimitMs = 60_000
const endLimitMs = 30_000

export interface Child {
  readonly pid: number
  /** The address it told once it was ready; empty for a program that has none. */
  readonly url: string
  /** Milliseconds from the moment it was asked to start to the moment it said so. */
  readonly startedInMs: number
  readonly say: (message: object) => void
  /** SIGTERM, and SIGKILL when that is not heard. */
  readonly end: () => Promise<void>
}

const running = new Set<ChildProcess>()

// Whatever happens to the measurement, no program of it stays behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts one of our programs in a process of its own, on this Node, and waits until it tells its address. */
export function startChild(
  file: string,
  {
    args = [],
    env = {},
    log,
    node = [],
  }: { args?: readonly string[]; env?: Record<string, string>; log?: string; node?: readonly string[] } = {},
): Promise<Child> {
  const begun = performance.now()
  const output = log === undefined ? 'ignore' : openSync(log, 'a')
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...node, path.join(root, file), ...args],
    {
      cwd: root,
      env: { ...ownEnvironment(), ...env },
      stdio: ['ignore', output, 'pipe', 'ipc'],
    },
  )
  running.add(child)
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4_000)))

  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(
      () => reject(new Error(`${file} did not start in ${startLimitMs / 1_000} s. ${complaint}`)),
      startLimitMs,
    )
    child.once('exit', (code, signal) => {
      running.delete(child)
      clearTimeout(tooLong)
      reject(new Error(`${file} ended (${code ?? signal}): ${complaint.trim()}`))
    })
    child.on('message', (message: { url?: string; progress?: string }) => {
      // A door that serves tells its address; one that only works says that it does.
      if (!message.url && message.progress !== 'working') return
      clearTimeout(tooLong)
      const say = (words: object): void => void child.send(words)
      resolve({
        pid: child.pid!,
        url: message.url ?? '',
        startedInMs: performance.now() - begun,
        say,
        end: () => endChild(child),
      })
    })
  })
}

// A measurement should not hang on what the caller's shell happens to export.
function ownEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp', LANG = 'C.UTF-8' } = process.env
  return { PATH, HOME, TMPDIR, LANG }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const harder = setTimeout(() => child.kill('SIGKILL'), endLimitMs)
  await gone
  clearTimeout(harder)
}

/** Memory a process holds now, in MB (10^6 bytes), as the kernel counts it. Nothing where the kernel does not tell. */
export function residentMb(pid: number): number | undefined {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? undefined : (Number(kb) * 1_024) / 1e6
  } catch {
    return undefined
  }
}
