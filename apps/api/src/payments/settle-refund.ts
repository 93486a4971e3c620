import { newId, type OrderId, type RefundId } from '@flora/contract/ids.ts'
import { type Currency, money } from '@flora/money/money.ts'
import { lockOrder, noteRefund } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Stripe } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { findOrderOfRefund, insertRefund, lockRefund, type Refund, saveRefundState } from './refund-queries.ts'

type Settling = Pick<Shop, 'jobs' | 'clock' | 'log'>

/** Brings a refund up to what Stripe says of it: pending, arrived, or sent back by the customer's bank. */
export async function settleRefund(tx: Tx, shop: Settling, refund: Stripe.Refund): Promise<string> {
  const intentId = typeof refund.payment_intent === 'string' ? refund.payment_intent : refund.payment_intent?.id
  const names = { id: refund.metadata?.['refund'], stripeId: refund.id }
  const found = await findOrderOfRefund(tx, { ...names, intentId })
  if (!found) return 'ignored: not a refund of ours'
  // Under the order's lock two pieces of news of a new refund, which come together, write it down once.
  await lockOrder(tx, found.orderId)
  const known = await lockRefund(tx, names)
  if (!known) return adoptRefund(tx, shop, found.orderId, refund)
  const state = stateOf(refund)
  if (known.state === state || known.state === 'failed') return 'ignored: nothing new'
  // A bank can send back what it had taken, but a refund that arrived is not pending again.
  if (known.state === 'succeeded' && state !== 'failed') return 'ignored: stale'
  return moveRefund(tx, shop, known, refund, state)
}

async function moveRefund(
  tx: Tx,
  { jobs, clock, log }: Settling,
  known: Refund,
  refund: Stripe.Refund,
  state: Refund['state'],
): Promise<string> {
  const at = clock.now()
  const { id, orderId, amount } = known
  await saveRefundState(tx, {
    id,
    stripeId: refund.id,
    state,
    at,
    ...(refund.failure_reason && { failure: refund.failure_reason }),
  })
  switch (state) {
    case 'wanted':
    case 'pending':
      return 'refund pending'
    case 'succeeded':
      await noteRefund(tx, { orderId, amount, kind: 'arrived', who: 'stripe', at })
      await jobs.enqueue(tx, 'notifications/order-letter', { orderId, letter: 'refunded', about: id })
      return 'refunded'
    case 'failed':
      await noteRefund(tx, {
        orderId,
        amount,
        kind: 'came-back',
        who: 'stripe',
        at,
        ...(refund.failure_reason && { reason: refund.failure_reason }),
      })
      log.error(
        { orderId, refund: id, reason: refund.failure_reason },
        'a refund came back; the customer must be paid another way',
      )
      return 'refund failed'
  }
}

// A refund made in Stripe's dashboard is money that left the shop: it must be in our books too.
async function adoptRefund(tx: Tx, shop: Settling, orderId: OrderId, refund: Stripe.Refund): Promise<string> {
  const state = stateOf(refund)
  if (state === 'failed' || refund.metadata?.['refund']) return 'ignored: not a refund of ours'
  const id: RefundId = newId('rfd')
  const amount = money(refund.amount, refund.currency.toUpperCase() as Currency)
  await insertRefund(tx, {
    id,
    orderId,
    stripeId: refund.id,
    amount,
    reason: 'goodwill',
    who: 'stripe',
    at: shop.clock.now(),
  })
  await noteRefund(tx, { orderId, amount, kind: 'wanted', who: 'stripe', at: shop.clock.now() })
  return moveRefund(
    tx,
    shop,
    { id, orderId, stripeId: refund.id, state: 'wanted', amount, reason: 'goodwill', who: 'stripe' },
    refund,
    state,
  )
}

function stateOf({ status }: Stripe.Refund): Refund['state'] {
  switch (status) {
    case 'succeeded':
      return 'succeeded'
    case 'failed':
    case 'canceled':
      return 'failed'
    default:
      return 'pending'
  }
}
