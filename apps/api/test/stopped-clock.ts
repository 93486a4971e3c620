import type { Clock } from '../src/platform/clock.ts'

/** A clock that moves only when told. */
export interface StoppedClock extends Clock {
  readonly set: (instant: string) => void
  readonly advance: (by: Temporal.DurationLike) => void
}

export function stoppedClock(now: string): StoppedClock {
  let instant = Temporal.Instant.from(now)
  return {
    now: () => instant,
    set: (to) => {
      instant = Temporal.Instant.from(to)
    },
    advance: (by) => {
      instant = instant.add(by)
    },
  }
}
