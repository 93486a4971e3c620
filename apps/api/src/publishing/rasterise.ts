import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import type { Focus } from './crop.ts'
import type { PictureWidth, RasterFormat } from './picture.ts'
import type { PressAnswer, Pressed, PressOrder, PressWork } from './press.ts'

// Encoding pictures leaves hundreds of megabytes behind that the allocator does not give back, on a machine that may have one
// gigabyte. So it is done in a process of its own, which ends when there is nothing to draw, and after a number of pictures.
const idleMs = 5_000
const picturesAPress = 120
const atOnce = 2
// Drawing ahead may take all the processor that nobody else wants, and none that somebody does.
const courtesy = 10

/** Somebody looks at an empty frame, or it is drawn ahead. */
export type Urgency = 'now' | 'ahead'

/** A drawing as a picture of 4:5, its ground transparent. Those that somebody waits for are drawn before those drawn ahead. */
export async function rasterise(
  svg: string,
  { width, format }: { width: PictureWidth; format: RasterFormat },
  urgency: Urgency,
): Promise<Uint8Array> {
  return (await taking(urgency, () => pressed({ svg, width, format }))).bytes
}

/**
 * A photograph that somebody sent, as a small WebP without what its camera wrote beside the pixels. Rejects what is none, or is too
 * large to be one; `longestSide` in pixels.
 */
export function shrinkPhoto(photo: Uint8Array, { longestSide }: { longestSide: number }): Promise<Pressed> {
  return taking('now', () => pressed({ photo, longestSide }))
}

/** A part of a photograph that the store has, as a picture of 4:5 about a point of it. */
export async function cropPhoto(
  master: Uint8Array,
  { focus, width, format }: { focus: Focus; width: PictureWidth; format: RasterFormat },
  urgency: Urgency,
): Promise<Uint8Array> {
  return (await taking(urgency, () => pressed({ master, focus, width, format }))).bytes
}

/** The press looked at what it was given and could make nothing of it. */
export class PressFailure extends Error {
  override readonly name = 'PressFailure'

  constructor(failure: string) {
    super(`a picture could not be drawn: ${failure}`)
  }
}

interface Press {
  readonly child: ChildProcess
  readonly open: Map<number, { resolve: (made: Pressed) => void; reject: (error: Error) => void }>
  made: number
  rest: NodeJS.Timeout | undefined
}

let current: Press | undefined
let orders = 0

function pressed(order: PressWork): Promise<Pressed> {
  current ??= startPress()
  const press = current
  clearTimeout(press.rest)
  orders += 1
  press.made += 1
  const number = orders
  if (press.made >= picturesAPress) current = undefined
  return new Promise((resolve, reject) => {
    press.open.set(number, { resolve, reject })
    press.child.send({ ...order, number } satisfies PressOrder)
  })
}

function startPress(): Press {
  const child = fork(path.join(import.meta.dirname, 'press.ts'), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const press: Press = { child, open: new Map(), made: 0, rest: undefined }
  if (child.pid) os.setPriority(child.pid, courtesy)
  // A press that waits for work does not keep the shop from closing.
  child.unref()
  child.channel?.unref()

  child.on('message', (answer: PressAnswer) => {
    const waiting = press.open.get(answer.number)
    press.open.delete(answer.number)
    if ('bytes' in answer) waiting?.resolve(answer)
    else waiting?.reject(new PressFailure(answer.failure))
    if (press.open.size === 0) restPress(press)
  })
  child.on('error', () => endPress(press))
  child.once('exit', () => endPress(press))
  return press
}

// One that has made its number of pictures ends at once; another waits a little for more.
function restPress(press: Press): void {
  const rest = (): void => {
    // From here on it takes no orders, though it may still be there for a moment.
    if (current === press) current = undefined
    if (press.open.size === 0 && press.child.connected) press.child.disconnect()
  }
  press.rest = setTimeout(rest, current === press ? idleMs : 0)
  press.rest.unref()
}

function endPress(press: Press): void {
  clearTimeout(press.rest)
  if (current === press) current = undefined
  for (const { reject } of press.open.values()) reject(new Error('the picture press ended in the middle of a picture'))
  press.open.clear()
}

let working = 0
const waiting: { urgency: Urgency; begin: () => void }[] = []

async function taking<T>(urgency: Urgency, work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) {
    await new Promise<void>((begin) => {
      const firstAhead = waiting.findIndex((other) => other.urgency === 'ahead')
      waiting.splice(urgency === 'now' && firstAhead >= 0 ? firstAhead : waiting.length, 0, { urgency, begin })
    })
  } else {
    working += 1
  }
  try {
    return await work()
  } finally {
    // The place goes on to who waits, so that nobody can slip in between.
    const next = waiting.shift()
    if (next) next.begin()
    else working -= 1
  }
}
