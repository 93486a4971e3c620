import { isBefore } from '@flora/calendar/instant.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { insertEvents } from './event-queries.ts'
import type { Drawn } from './occurrence-queries.ts'
import type { Subscription } from './subscription.ts'
import { tellAll } from './tell.ts'

export interface Moved {
  readonly subscription: Subscription
  readonly occurrenceId: OccurrenceId
  readonly from: ShopDay
  readonly drawn: Drawn
  /** Why it does not come on the day it was wanted on. */
  readonly first: Obstacle | undefined
}

/** Notes deliveries that the shop put on another day, and writes of those that may still be changed. */
export async function tellMoved(
  tx: Tx,
  shop: Pick<Shop, 'clock' | 'config' | 'jobs'>,
  moved: readonly Moved[],
): Promise<void> {
  const at = shop.clock.now()
  const events = moved.map(({ subscription, occurrenceId, from, drawn, first }) => {
    const detail = { from, to: drawn.day, because: first?.code }
    return { subscriptionId: subscription.id, occurrenceId, at, kind: 'moved', who: 'shop', detail }
  })
  await insertEvents(tx, events)
  const letters = moved.flatMap(({ subscription, occurrenceId, from, drawn: { day, lastChangeAt }, first }) => {
    if (!isBefore(at, lastChangeAt)) return []
    const news = { news: 'moved', from, day, because: first?.message, until: lastChangeAt } as const
    return [{ subscription, once: `moved:${occurrenceId}:${day}`, news }]
  })
  await tellAll(tx, shop, letters)
}
