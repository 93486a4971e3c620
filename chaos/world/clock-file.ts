import { openSync, writeSync } from 'node:fs'
import path from 'node:path'

/** The shop's offset from the wall, and what a door's own clock is wrong by, door by door; milliseconds. */
export const clockPlaces = 8

export interface ShopClock {
  readonly now: () => Temporal.Instant
  /** For all at once. */
  readonly moveAhead: (minutes: number) => void
  /** For one door, from its first to its last; 0 makes it right again. */
  readonly makeWrong: (door: number, seconds: number) => void
  /** Resolves when it is that late, because somebody moved it. */
  readonly untilPast: (instant: Temporal.Instant) => Promise<void>
  /** What a program needs to go by this clock; `door` is which door it is. */
  readonly lentTo: (door?: number) => { readonly env: Record<string, string>; readonly node: readonly string[] }
}

/** A clock that many programs go by, beginning at an instant. It runs as fast as the wall's and is moved by hand. */
export function startClock(folder: string, beginning: Temporal.Instant): ShopClock {
  const name = path.join(folder, 'clock')
  const file = openSync(name, 'w')
  const offsets = new Float64Array(clockPlaces)
  const waiting = new Set<{ at: Temporal.Instant; wake: () => void }>()
  const now = (): Temporal.Instant => Temporal.Now.instant().add({ milliseconds: offsets[0]! })
  const wakeWhoMay = (): void => {
    for (const one of waiting) {
      if (Temporal.Instant.compare(one.at, now()) > 0) continue
      waiting.delete(one)
      one.wake()
    }
  }
  const write = (): void => {
    writeSync(file, new Uint8Array(offsets.buffer), 0, offsets.byteLength, 0)
    wakeWhoMay()
  }
  offsets[0] = beginning.epochMilliseconds - Temporal.Now.instant().epochMilliseconds
  write()
  return {
    now,
    moveAhead: (minutes) => {
      offsets[0]! += minutes * 60_000
      write()
    },
    makeWrong: (door, seconds) => {
      offsets[door] = seconds * 1_000
      write()
    },
    untilPast: (at) =>
      new Promise((wake) => {
        waiting.add({ at, wake })
        wakeWhoMay()
      }),
    lentTo: (door = 0) => ({
      env: { CLOCK_FILE: name, CLOCK_PLACE: String(door) },
      node: ['--import', path.join(import.meta.dirname, 'moved-clock.ts')],
    }),
  }
}
