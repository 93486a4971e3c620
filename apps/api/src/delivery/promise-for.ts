import type { Instant } from '@flora/calendar/instant.ts'
import type { Db } from '../platform/db.ts'
import { decidePromise, type PlacePromise, type Want } from './promise.ts'
import { listPromiseFacts } from './queries.ts'

export interface Asked {
  readonly wants: readonly Want[]
  readonly now: Instant
}

/** A promise with the room there was a moment ago: for pages only. Placing takes, and does not ask. */
export type PromiseWithRoom = PlacePromise & {
  /** Places of that window on that day. Absent when there is no such window. */
  readonly placesLeft?: number
  /** Bench minutes of that day, all orders together. Absent when there is no such window. */
  readonly benchMinutesLeft?: number
}

/** The shop's word on each wanted delivery, in their order, by one statement. It does not look at room. */
export async function promiseFor(db: Db, { wants, now }: Asked): Promise<PlacePromise[]> {
  if (wants.length === 0) return []
  const facts = await listPromiseFacts(db, wants, { withRoom: false })
  return wants.map((want, index) => decidePromise(want, facts[index]!, now))
}

/** The same, and how much room was left: for carts. */
export async function promiseWithRoom(db: Db, { wants, now }: Asked): Promise<PromiseWithRoom[]> {
  if (wants.length === 0) return []
  const facts = await listPromiseFacts(db, wants, { withRoom: true })
  return wants.map((want, index) => ({ ...decidePromise(want, facts[index]!, now), ...facts[index]!.room }))
}
