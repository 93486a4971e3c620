import type { OrderView } from '@flora/contract/orders.ts'
import { knownOrder, toOrderView } from '../orders/index.ts'
import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { toFacts } from './payment.ts'
import { settlePayment } from './settle-payment.ts'

type Asking = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

// A page that waits asks every few seconds; two pages must not double that.
const againAfterMs = 1_500

/** Makes a reader of orders that asks Stripe about one which still waits for its money, so that a late event does not make a page lie. */
export function orderReader(shop: Asking): (link: string) => Promise<OrderView> {
  const askedAt = new Map<string, number>()

  return async (link) => {
    const order = await knownOrder(shop, link)
    const intentId = order.payment?.intentId
    const mayHaveMoved =
      order.paidMinor === 0 &&
      (order.status === 'PENDING' ||
        (order.cancelledBecause === 'hold-expired' && order.payment?.state !== 'cancelled'))
    if (!intentId || !mayHaveMoved || performance.now() - (askedAt.get(intentId) ?? -againAfterMs) < againAfterMs)
      return toOrderView(order, shop.clock.now())

    if (askedAt.size > 10_000) askedAt.clear()
    askedAt.set(intentId, performance.now())
    try {
      const intent = await shop.stripe.paymentIntents.retrieve(
        intentId,
        { expand: ['latest_charge'] },
        { timeout: 4_000, maxNetworkRetries: 0 },
      )
      await settlePayment(shop, toFacts(intent))
    } catch (error) {
      // The page then shows what we know, and the event or the reconciliation brings the rest.
      if (!stripeError(error)) throw error
      shop.log.warn({ orderId: order.id, code: stripeError(error)?.code }, 'Stripe did not answer about an order')
    }
    return toOrderView(await knownOrder(shop, link), shop.clock.now())
  }
}
