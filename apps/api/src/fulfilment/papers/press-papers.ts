import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { papersBusy } from '../errors.ts'
import type { PaperWord, PaperWork } from './paper-work.ts'

// Drawing a day of thousands takes seconds and tens of megabytes: not the seconds of shoppers, nor the megabytes of the shop.
const pressMegabytes = 192
const longestMs = 300_000
const courtesy = 10
// Two people may print at once; who comes third tries again, and no queue of processes grows.
const mostAtOnce = 2

let pressing = 0

/**
 * Draws papers in a process of their own and gives the PDF as it comes. The work is fetched piece by piece, when the piece before it
 * is on its way: neither side holds the whole. Refuses (503 papers-busy) when enough is being drawn. Who lets the stream go ends the process.
 */
export function pressPapers(work: AsyncIterable<PaperWork>): Readable {
  if (pressing >= mostAtOnce) throw papersBusy()
  pressing += 1
  const child = fork(path.join(import.meta.dirname, 'paper-press.ts'), {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: [...process.execArgv.filter(isForDoors), `--max-old-space-size=${pressMegabytes}`],
  })
  if (child.pid) os.setPriority(child.pid, courtesy)
  const out = new PassThrough()
  const end = (error?: Error) => {
    if (error) out.destroy(error)
    child.kill('SIGKILL')
  }
  const limit = setTimeout(() => end(new Error('papers took too long to draw')), longestMs)
  limit.unref()
  child.once('exit', () => {
    clearTimeout(limit)
    pressing -= 1
  })
  out.once('close', () => end())
  feed(child, work).then(
    () => undefined,
    (error: unknown) => end(error instanceof Error ? error : new Error(String(error))),
  )
  passOn(child, out)
  return out
}

// The door's own limits and inspectors are not the press's.
function isForDoors(argument: string): boolean {
  return !/^--(max-|inspect|test|import|require|env-file|expose-gc)/.test(argument)
}

// The end of the press's output is the end of the paper only if the press itself ended well; either may be heard of first.
function passOn(child: ChildProcess, out: PassThrough): void {
  const written = new Promise<void>((resolve) => child.stdout!.once('close', resolve))
  child.stdout!.pipe(out, { end: false })
  child.once('exit', (code) => {
    void written.then(() =>
      code === 0 ? out.end() : out.destroy(new Error(`the paper press ended with ${code ?? 'a signal'}`)),
    )
  })
  child.once('error', (error) => out.destroy(error))
}

async function feed(child: ChildProcess, work: AsyncIterable<PaperWork>): Promise<void> {
  for await (const piece of work) {
    await answered(child, piece)
    if (piece.kind === 'end') child.disconnect()
  }
}

function answered(child: ChildProcess, piece: PaperWork): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the paper press ended in the middle of its work'))
    const settle = (finish: () => void) => {
      child.off('exit', gone)
      child.off('message', listen)
      finish()
    }
    const listen = (word: PaperWord) =>
      settle(() => (word.kind === 'more' ? resolve() : reject(new Error(`papers could not be drawn: ${word.failure}`))))
    child.once('exit', gone)
    child.on('message', listen)
    child.send(piece, (error) => {
      if (error) settle(() => reject(error))
      // Nothing is asked after the end.
      else if (piece.kind === 'end') settle(resolve)
    })
  })
}
