import type { Instant } from '@flora/calendar/instant.ts'
import { decidePromise, type PlacePromise, type PromiseFacts, type Want } from './promise.ts'

/** A promise with the room there was a moment ago: for pages only. Placing takes, and does not ask. */
export type PromiseWithRoom = PlacePromise & {
  /** Places of that window on that day. Absent when there is no such window, or when nobody looked. */
  readonly placesLeft?: number
}

/**
 * The shop's word on a wanted delivery. `counted` is what the counter of the window's places said; null when it has no row yet, and
 * all of the window's places are there.
 */
export function promiseFor(
  want: Want,
  facts: PromiseFacts,
  now: Instant,
  counted: number | null | undefined,
): PromiseWithRoom {
  const promise = decidePromise(want, facts, now)
  const placesLeft = counted === null ? facts.window?.capacity : counted
  return placesLeft === undefined || !facts.window ? promise : { ...promise, placesLeft }
}
