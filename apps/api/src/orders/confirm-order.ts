import type { OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { takeAgain } from './places.ts'
import { insertEvent, markConfirmed, markPaid } from './queries.ts'

interface Confirming {
  readonly orderId: OrderId
  readonly paid: Money
  readonly takePlacesAgain: boolean
  readonly at: Temporal.Instant
}

/**
 * Confirms an order whose exact money came, in the transaction that learned of it; the caller holds the order's lock. When the
 * hold was over its places are taken again; when they are gone nothing is changed and the answer says so.
 */
export async function confirmOrder(tx: Tx, { jobs }: Pick<Shop, 'jobs'>, { orderId, paid, takePlacesAgain, at }: Confirming): Promise<'confirmed' | 'places-gone'> {
  if (takePlacesAgain && !(await takeAgain(tx, orderId, at))) return 'places-gone'
  await markConfirmed(tx, orderId, { paid, at })
  await insertEvent(tx, { orderId, at, kind: 'confirmed', who: 'stripe' })
  await jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter: 'confirmed' })
  return 'confirmed'
}

/** Writes down money that came for an order which will not be made; whoever calls sends it back. */
export async function noteMoneyInVain(tx: Tx, { orderId, paid, reason, at }: { orderId: OrderId; paid: Money; reason: string; at: Temporal.Instant }): Promise<void> {
  await markPaid(tx, orderId, paid)
  await insertEvent(tx, { orderId, at, kind: 'paid-in-vain', who: 'stripe', detail: { reason } })
}
