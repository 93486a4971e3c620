import { newId, type OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import {
  confirmOrder,
  confirmOrders,
  insertEvent,
  lockOrder,
  lockOrders,
  noteMoneyInVain,
  type Order,
} from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { decideSettlement, type IntentFacts, type PaymentState, type Settlement } from './payment.ts'
import {
  findOrderOfIntent,
  findPayment,
  listPayments,
  markEventProcessed,
  markEventsProcessed,
  partsOfPaid,
  savePaymentState,
} from './queries.ts'

// A card that is refused is usually followed by another one within a minute; a letter then would only confuse.
const failureLetterAfterSeconds = 180

type Settling = Pick<Shop, 'jobs' | 'clock' | 'log'>

/**
 * Brings an order up to what Stripe says of its intent. The only road from money to a confirmed order, whether the news came
 * as an event or because we asked. Returns what it did, for the event's record.
 */
export async function settlePayment(shop: Settling & Pick<Shop, 'inTransaction'>, facts: IntentFacts): Promise<string> {
  return shop.inTransaction((tx) => carryOut(tx, shop, facts, undefined))
}

/** News of an intent: from an event, which is marked with what came of it, or because we asked. */
export interface IntentNews {
  readonly eventId?: string
  readonly facts: IntentFacts
}

/** The same inside a transaction that has more to do. */
export async function settleInside(tx: Tx, shop: Settling, { facts, eventId }: Required<IntentNews>): Promise<string> {
  const outcome = await carryOut(tx, shop, facts, eventId)
  if (outcome !== confirmed) await markEventProcessed(tx, eventId, { outcome, at: shop.clock.now() })
  return outcome
}

/**
 * Confirms by one transaction all orders of which nothing but that is to be done: they hold their places, and their exact money came.
 * Gives the news that are done with, and what came of each; whatever is otherwise is untouched, and settled by itself.
 */
export async function confirmTogether<News extends IntentNews>(
  shop: Settling & Pick<Shop, 'inTransaction'>,
  news: readonly News[],
): Promise<Map<News, string>> {
  // Of two who speak of one order the second has to see what the first has done.
  const byOrder = new Map(news.flatMap((one) => (one.facts.orderId ? [[one.facts.orderId, one] as const] : [])))
  const orderIds = [...byOrder.keys()]
  if (orderIds.length === 0) return new Map()
  return shop.inTransaction(async (tx) => {
    const [orders, payments] = await Promise.all([lockOrders(tx, orderIds), listPayments(tx, orderIds)])
    const decided = [...orders.values()].map((order) => {
      const one = byOrder.get(order.id)!
      return { order, one, settlement: decideSettlement(order, payments.get(order.id), one.facts) }
    })
    const paid = decided.flatMap(({ order, one, settlement }) => {
      if (settlement.kind !== 'confirm' || settlement.takePlacesAgain) return []
      return [{ order, facts: one.facts, eventId: one.eventId, paid: settlement.paid, one }]
    })
    if (paid.length > 0) await confirm(tx, shop, paid)
    const known = decided.flatMap(({ one, settlement }) => (isNothingNew(settlement) ? [one] : []))
    const at = shop.clock.now()
    const eventIds = known.flatMap(({ eventId }) => eventId ?? [])
    if (eventIds.length > 0) await markEventsProcessed(tx, eventIds, { outcome: nothingNew, at })
    return new Map([
      ...paid.map(({ one }) => [one, confirmed] as const),
      ...known.map((one) => [one, nothingNew] as const),
    ])
  })
}

const nothingNew = 'ignored: nothing-new'

function isNothingNew(settlement: Settlement): boolean {
  return settlement.kind === 'ignore' && settlement.because === 'nothing-new'
}

const confirmed = 'confirmed'

interface Paid {
  readonly order: Order
  readonly facts: IntentFacts
  readonly paid: Money
  readonly eventId: string | undefined
}

// Nothing stands in its way any more, so all of it is one statement, however many orders it is about.
async function confirm(tx: Tx, shop: Settling, paid: readonly Paid[]): Promise<void> {
  const at = shop.clock.now()
  const orders = paid.map(({ order, paid: sum }) => ({
    orderId: order.id,
    paid: sum,
    occurrenceId: order.occurrenceId,
    begins: order.begins,
  }))
  const news = paid.map(({ order, facts, eventId }) => ({
    id: newId('pay'),
    orderId: order.id,
    facts,
    state: 'paid' as const,
    amount: order.toPay,
    eventId,
  }))
  await confirmOrders(tx, shop, { orders, at, also: partsOfPaid(news, { outcome: confirmed, at }) })
}

async function carryOut(tx: Tx, shop: Settling, facts: IntentFacts, eventId: string | undefined): Promise<string> {
  const orderId = facts.orderId ?? (await findOrderOfIntent(tx, facts.intentId))?.orderId
  if (!orderId) return 'ignored: not an order of ours'
  // The second question is asked behind the first: under the order's lock nobody else changes its payment's state.
  const [order, payment] = await Promise.all([lockOrder(tx, orderId), findPayment(tx, orderId)])
  if (!order) return 'ignored: not an order of ours'
  const at = shop.clock.now()
  const settlement = decideSettlement(order, payment, facts)
  const save = (state: PaymentState) =>
    savePaymentState(tx, { id: newId('pay'), orderId, facts, state, amount: order.toPay, at })

  switch (settlement.kind) {
    case 'ignore':
      if (settlement.because === 'foreign-currency')
        shop.log.error(
          { orderId: order.id, intent: facts.intentId, currency: facts.currency },
          'money came in a currency the shop does not take',
        )
      return `ignored: ${settlement.because}`
    case 'wait':
      await save(settlement.state)
      return settlement.state
    case 'cancelled':
      await save('cancelled')
      return 'intent cancelled'
    case 'fail':
      await save('failed')
      if (payment?.state !== 'failed') await noteFailure(tx, shop, { orderId: order.id, settlement, at })
      return 'payment failed'
    case 'confirm':
      if (settlement.takePlacesAgain) return confirmOrReturn(tx, shop, { order, settlement, at, save })
      await confirm(tx, shop, [{ order, facts, eventId, paid: settlement.paid }])
      return confirmed
    case 'refund':
      return returnMoney(tx, shop, { orderId: order.id, settlement, facts, save })
  }
}

async function noteFailure(
  tx: Tx,
  { jobs }: Settling,
  { orderId, settlement, at }: { orderId: OrderId; settlement: Settlement & { kind: 'fail' }; at: Temporal.Instant },
): Promise<void> {
  await insertEvent(tx, {
    orderId,
    at,
    kind: 'payment-failed',
    who: 'stripe',
    detail: { code: settlement.failureCode },
  })
  await jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter: 'payment-failed' }, failureLetterAfterSeconds)
}

interface Late {
  readonly order: Order
  readonly settlement: Settlement & { kind: 'confirm' }
  readonly at: Temporal.Instant
  readonly save: (state: PaymentState) => Promise<void>
}

async function confirmOrReturn(tx: Tx, shop: Settling, { order, settlement, at, save }: Late): Promise<string> {
  const { id: orderId, cutOffAt, occurrenceId, begins } = order
  const { paid } = settlement
  await save('paid')
  const outcome = await confirmOrder(tx, shop, {
    orderId,
    paid,
    takePlacesAgain: true,
    cutOffAt,
    at,
    occurrenceId,
    begins,
  })
  if (outcome === 'confirmed') return 'confirmed after the hold, places taken again'
  await noteMoneyInVain(tx, { orderId, paid, reason: 'hold-expired', at })
  await shop.jobs.enqueue(tx, 'payments/refund-order', {
    refundId: newId('rfd'),
    orderId,
    amount: paid,
    reason: 'hold-expired',
    who: 'shop',
  })
  await shop.jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter: 'hold-expired' })
  return 'paid after the hold, places gone: refunded'
}

interface Returning {
  readonly orderId: OrderId
  readonly settlement: Settlement & { kind: 'refund' }
  readonly facts: IntentFacts
  readonly save: (state: PaymentState) => Promise<void>
}

async function returnMoney(
  tx: Tx,
  { jobs, log, clock }: Settling,
  { orderId, settlement, facts, save }: Returning,
): Promise<string> {
  const { reason, paid, isFirstMoney } = settlement
  if (!isFirstMoney) {
    // A second intent for an order that is paid: nothing of ours makes one, so a person must look. The money is not ours.
    log.error({ orderId, intent: facts.intentId }, 'an order was paid twice; refund the second intent by hand')
    return 'second payment: told to the shop'
  }
  if (reason === 'wrong-amount')
    log.error(
      { orderId, intent: facts.intentId, received: facts.received, currency: facts.currency },
      'a payment differs from its order',
    )
  await save('paid')
  await noteMoneyInVain(tx, { orderId, paid, reason, at: clock.now() })
  await jobs.enqueue(tx, 'payments/refund-order', {
    refundId: newId('rfd'),
    orderId,
    amount: paid,
    reason,
    who: 'shop',
  })
  return `refunded: ${reason}`
}
