import type { OccurrenceId, OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { Tx } from '../platform/db.ts'
import type { SQL } from '../platform/sql.ts'
import type { Shop } from '../shop.ts'
import { takeAgain } from './places.ts'
import { insertEvent, markConfirmed, markPaid } from './queries.ts'

/** An order whose exact money came. */
export interface PaidOrder {
  readonly orderId: OrderId
  readonly paid: Money
  /** The delivery of a subscription that it is: its ledger hears of it. */
  readonly occurrenceId?: OccurrenceId | null | undefined
  /** Whether subscriptions begin with it. */
  readonly begins?: boolean | undefined
}

interface Confirming extends PaidOrder {
  readonly takePlacesAgain: boolean
  /** The earliest cut-off of its deliveries. */
  readonly cutOffAt: Temporal.Instant
  readonly at: Temporal.Instant
  /** Who brought the money: Stripe, or an account of staff. */
  readonly who?: string
}

/**
 * Confirms an order whose exact money came, in the transaction that learned of it; the caller holds the order's lock. When the
 * hold was over its places are taken again; when they are gone, or the cut-off is, nothing is changed and the answer says so.
 */
export async function confirmOrder(
  tx: Tx,
  shop: Pick<Shop, 'jobs'>,
  { takePlacesAgain, cutOffAt, at, who, ...order }: Confirming,
): Promise<'confirmed' | 'places-gone'> {
  // After the cut-off a place that is still free is of no use: the flowers for that day are bought.
  const isTooLate = takePlacesAgain && Temporal.Instant.compare(at, cutOffAt) >= 0
  if (isTooLate || (takePlacesAgain && !(await takeAgain(tx, order.orderId, at)))) return 'places-gone'
  await confirmOrders(tx, shop, { orders: [order], at, who })
  return 'confirmed'
}

interface ConfirmingAll {
  readonly orders: readonly PaidOrder[]
  readonly at: Temporal.Instant
  readonly who?: string | undefined
  /** What else is written by the statement that confirms. */
  readonly also?: readonly SQL[]
}

/** The same for orders that hold their places, however many, by one statement; the caller holds all their locks. */
export async function confirmOrders(
  tx: Tx,
  { jobs }: Pick<Shop, 'jobs'>,
  { orders, at, who = 'stripe', also = [] }: ConfirmingAll,
): Promise<void> {
  const ids = { orderId: 'confirmed.id' }
  const letter = jobs.asPart('notifications/order-letter', { letter: 'confirmed' }, 'confirmed', ids)
  const ofSubscriptions = 'confirmed where confirmed.occurrence_id is not null'
  const followed = orders.some(({ occurrenceId }) => occurrenceId)
    ? [jobs.asPart('subscriptions/follow-order', {}, ofSubscriptions, ids)]
    : []
  const beginning = orders.filter(({ begins }) => begins).map((order) => ({ orderId: order.orderId }))
  for (const payload of beginning) await jobs.enqueue(tx, 'subscriptions/begin', payload)
  await markConfirmed(tx, orders, { who, at, parts: [letter, ...followed, ...also] })
}

/** Writes down money that came for an order which will not be made; whoever calls sends it back. */
export async function noteMoneyInVain(
  tx: Tx,
  { orderId, paid, reason, at }: { orderId: OrderId; paid: Money; reason: string; at: Temporal.Instant },
): Promise<void> {
  await markPaid(tx, orderId, paid)
  await insertEvent(tx, { orderId, at, kind: 'paid-in-vain', who: 'stripe', detail: { reason } })
}
