import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { letGoOrder } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { lockChangeable, markNotComing } from './occurrence-queries.ts'

interface Skipping {
  readonly id: SubscriptionId
  readonly at: Temporal.Instant
  readonly because: 'paused' | 'ended' | 'new-rhythm'
  /** Only those before this day. */
  readonly before?: ShopDay
}

/**
 * Gives the places of planned deliveries back that may still be changed; the caller holds the subscription's lock. Says which days
 * it was. Counters are given back day by day; should that meet a cart the wrong way round all the same, one of the two begins again.
 */
export async function skipPlanned(tx: Tx, { id, at, because, before }: Skipping): Promise<ShopDay[]> {
  const days: ShopDay[] = []
  for (const occurrence of await lockChangeable(tx, { id, state: 'planned', now: at })) {
    if (before !== undefined && occurrence.day !== null && occurrence.day >= before) continue
    if (occurrence.orderId) await letGoOrder(tx, occurrence.orderId, at)
    const state = because === 'paused' ? 'skipped' : 'cancelled'
    await markNotComing(tx, occurrence.id, { state, because })
    if (occurrence.day !== null) days.push(occurrence.day)
  }
  return days
}
