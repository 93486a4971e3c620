import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')

/** What a program says over the line to the one who started it. */
export type Message = Readonly<Record<string, unknown>>

export interface ProgramParts {
  /** From the project's root. */
  readonly file: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Options for Node itself. */
  readonly node?: readonly string[]
  /** Each line that it writes. */
  readonly hear?: (line: string) => void
}

export interface Program {
  readonly pid: number
  /** What it said when it was ready. */
  readonly ready: Message
  readonly say: (message: Message) => void
  readonly onMessage: (hear: (message: Message) => void) => void
  readonly signal: (name: NodeJS.Signals) => void
  /** How it ended: its exit code or the signal. */
  readonly ended: Promise<number | string>
}

const running = new Set<ChildProcess>()

// Whatever happens to the run, no program of it stays behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

// A program that has said nothing by then is not going to.
const startLimitMs = 60_000

/** Starts a program of ours in a process of its own and waits until it says that it is ready. */
export function startProgram({ file, args = [], env = {}, node = [], hear }: ProgramParts): Promise<Program> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...node, path.join(root, file), ...args],
    {
      cwd: root,
      env: { PATH, HOME, TMPDIR, LANG: 'C.UTF-8', ...env },
      // A log by pipe, as a supervisor reads it: a full disk is no matter of its own then.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  running.add(child)
  let complaint = ''
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (stream === child.stderr) complaint = (complaint + text).slice(-2_000)
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear?.(line)
    })
  }
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal ?? 'gone')
    }),
  )
  // It may be killed while something is said to it.
  child.on('error', () => undefined)

  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${file} did not start in ${startLimitMs / 1_000} s. ${complaint}`))
    }, startLimitMs)
    void ended.then((how) => {
      clearTimeout(tooLong)
      reject(new Error(`${file} ended (${how}) before it was ready. ${complaint.trim()}`))
    })
    child.on('message', (message: Message) => {
      // A door that serves tells its address; one that only works says that it does.
      if (!message['url'] && message['progress'] !== 'working' && !message['ready']) return
      clearTimeout(tooLong)
      resolve({
        pid: child.pid!,
        ready: message,
        say: (words) => void (child.connected && child.send(words, () => undefined)),
        onMessage: (listener) => void child.on('message', listener),
        signal: (name) => void child.kill(name),
        ended,
      })
    })
  })
}

/** SIGTERM, and SIGKILL when that is not heard. */
export async function endProgram(program: Program): Promise<void> {
  program.signal('SIGCONT')
  program.signal('SIGTERM')
  const harder = setTimeout(() => program.signal('SIGKILL'), 20_000)
  await program.ended
  clearTimeout(harder)
}
