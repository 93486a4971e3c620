import type { OccurrenceId, OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { Tx } from '../platform/db.ts'
import type { SQL } from '../platform/sql.ts'
import type { Shop } from '../shop.ts'
import { takeAgain } from './places.ts'
import { insertEvent, markConfirmed, markPaid } from './queries.ts'

interface Confirming {
  readonly orderId: OrderId
  readonly paid: Money
  readonly takePlacesAgain: boolean
  /** The earliest cut-off of its deliveries. */
  readonly cutOffAt: Temporal.Instant
  readonly at: Temporal.Instant
  /** The delivery of a subscription that it is: its ledger hears of it. */
  readonly occurrenceId?: OccurrenceId | null | undefined
  /** What else is written by the statement that confirms. */
  readonly also?: readonly SQL[]
}

/**
 * Confirms an order whose exact money came, in the transaction that learned of it; the caller holds the order's lock. When the
 * hold was over its places are taken again; when they are gone, or the cut-off is, nothing is changed and the answer says so.
 */
export async function confirmOrder(
  tx: Tx,
  { jobs }: Pick<Shop, 'jobs'>,
  { orderId, paid, takePlacesAgain, cutOffAt, at, occurrenceId, also }: Confirming,
): Promise<'confirmed' | 'places-gone'> {
  // After the cut-off a place that is still free is of no use: the flowers for that day are bought.
  const isTooLate = takePlacesAgain && Temporal.Instant.compare(at, cutOffAt) >= 0
  if (isTooLate || (takePlacesAgain && !(await takeAgain(tx, orderId, at)))) return 'places-gone'
  const letter = jobs.asPart('notifications/order-letter', { orderId, letter: 'confirmed' }, 'confirmed')
  const followed = occurrenceId ? [jobs.asPart('subscriptions/follow-order', { orderId }, 'confirmed')] : []
  await markConfirmed(tx, orderId, { paid, at, parts: [letter, ...followed, ...(also ?? [])] })
  return 'confirmed'
}

/** Writes down money that came for an order which will not be made; whoever calls sends it back. */
export async function noteMoneyInVain(
  tx: Tx,
  { orderId, paid, reason, at }: { orderId: OrderId; paid: Money; reason: string; at: Temporal.Instant },
): Promise<void> {
  await markPaid(tx, orderId, paid)
  await insertEvent(tx, { orderId, at, kind: 'paid-in-vain', who: 'stripe', detail: { reason } })
}
