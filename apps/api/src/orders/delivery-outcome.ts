import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { DeliveryOutcome } from '@flora/contract/orders.ts'
import type { OrderDeliveryRecord, OrderRecord } from './order-record.ts'

const kinds: Record<string, DeliveryOutcome['kind']> = {
  delivered: 'delivered',
  'left-with-neighbour': 'with-neighbour',
  'nobody-home': 'nobody-home',
}

/** How a delivery ended at the door, by the last word of it in the order's history; nothing while it is still to come. */
export function outcomeOf(
  { id, status, proofIds }: OrderDeliveryRecord,
  { events, link }: Pick<OrderRecord, 'events' | 'link'>,
): DeliveryOutcome | undefined {
  if (status !== 'DELIVERED' && status !== 'OUT_FOR_DELIVERY' && status !== 'NOT_DELIVERED') return undefined
  const last = events.findLast(({ kind, deliveryId }) => deliveryId === id && kind in kinds)
  if (!last) return undefined
  const next = nextOf(last.detail['next'])
  return {
    kind: kinds[last.kind]!,
    at: instantFromStored(last.at).toString(),
    where: typeof last.detail['where'] === 'string' ? last.detail['where'] : '',
    ...(next && { next }),
    photos: (proofIds ?? []).map((proofId) => `/api/orders/${link}/proofs/${proofId}`),
  }
}

function nextOf(next: unknown): DeliveryOutcome['next'] {
  return next === 'later-today' || next === 'tomorrow' || next === 'back-to-shop' ? next : undefined
}
