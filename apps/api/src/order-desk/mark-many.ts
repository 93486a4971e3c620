import type { Markable } from '@flora/contract/day-board.ts'
import type { AccountId, DeliveryId } from '@flora/contract/ids.ts'
import { type Marked, markDeliveries } from '../making/index.ts'
import type { Shop } from '../shop.ts'
import { findTimeZone } from './board-queries.ts'

export interface MarkAsked {
  readonly deliveryIds: readonly DeliveryId[]
  readonly to: Markable
  readonly note?: string | undefined
  readonly who: AccountId
}

/** Marks deliveries, one or many, in one transaction; each has its own answer. */
export async function markMany(
  { db, inTransaction, clock, jobs }: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs'>,
  { deliveryIds, to, note, who }: MarkAsked,
): Promise<Marked[]> {
  const zone = await findTimeZone(db)
  return inTransaction((tx) =>
    markDeliveries(
      tx,
      { jobs },
      { deliveryIds: [...new Set(deliveryIds)], to, who, at: clock.now(), zone, ...(note && { detail: { note } }) },
    ),
  )
}
