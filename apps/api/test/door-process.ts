import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const entry = path.join(import.meta.dirname, '../src/entry')
// A door that has said nothing by then is not going to.
const startLimitMs = 60_000

/** One of the shop's doors as a process of its own. */
export interface DoorProcess {
  /** Where it listens; empty for a door that only works. */
  readonly url: string
  /** Sends a signal and waits for the end: its exit code, or the signal that ended it. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | string>
}

const running = new Set<ChildProcess>()

// However a test ends, none of its processes stays behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a door and waits until it is open. */
export function openDoorProcess(door: 'serve' | 'work', environment: Record<string, string>): Promise<DoorProcess> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(entry, `${door}.ts`)], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  running.add(child)
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4_000)))
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal ?? '')
    }),
  )
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${door} did not open. ${complaint}`))
    }, startLimitMs)
    void ended.then((how) => {
      clearTimeout(tooLong)
      reject(new Error(`${door} ended (${how}). ${complaint}`))
    })
    child.on('message', (message: { url?: string; progress?: string }) => {
      if (!message.url && message.progress !== 'working') return
      clearTimeout(tooLong)
      resolve({
        url: message.url ?? '',
        end: (signal) => {
          child.kill(signal)
          return ended
        },
      })
    })
  })
}

/** Ends what a test that failed has left open; its process would else wait for them. */
export async function endDoorProcesses(): Promise<void> {
  const gone = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of running) child.kill('SIGKILL')
  await Promise.all(gone)
}

/** Looks again and again until something is so; throws with what was seen last when it does not come about. */
export async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean, limitMs = 120_000): Promise<T> {
  const end = performance.now() + limitMs
  for (;;) {
    const seen = await look()
    if (isSo(seen)) return seen
    if (performance.now() > end) throw new Error(`It did not come about. Last seen: ${JSON.stringify(seen)}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
