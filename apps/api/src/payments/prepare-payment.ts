import { newId, type OrderId } from '@flora/contract/ids.ts'
import type { PaymentSheet } from '@flora/contract/checkout.ts'
import { money, type Money } from '@flora/money/money.ts'
import { knownOrder, orderNotPayable, type OrderRecord, toOrderView } from '../orders/index.ts'
import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { orderCancelledMeanwhile, paymentServiceSilent } from './errors.ts'
import { toFacts } from './payment.ts'
import { findPayer, insertPayment } from './queries.ts'
import { settlePayment } from './settle-payment.ts'

type Preparing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

/**
 * What the browser needs to pay an order: its one payment intent, made at Stripe if it is not there. Our order id is the
 * idempotency key, so that a process which dies between Stripe's answer and our note finds the same intent again.
 */
export async function preparePayment(
  shop: Preparing,
  { orderId, toPay, keepsCard: isKept }: { orderId: OrderId; toPay: Money; keepsCard: boolean },
): Promise<PaymentSheet> {
  const { stripe, inTransaction, clock } = shop
  const customer = isKept ? await findPayer(shop.db, orderId) : undefined
  const intent = await stripe.paymentIntents
    .create(
      {
        amount: toPay.minor,
        currency: toPay.currency.toLowerCase(),
        automatic_payment_methods: { enabled: true },
        // She agreed that the card may be charged while she is away; her bank is told so now.
        ...(customer && { customer, setup_future_usage: 'off_session' as const }),
        metadata: { order: orderId },
      },
      { idempotencyKey: orderId },
    )
    .catch((error: unknown) => {
      const known = stripeError(error)
      if (!known) throw error
      // A busy Stripe passes; a wrong key or sum does not, and somebody must look.
      shop.log[known.isTheirs ? 'warn' : 'error']({ orderId, code: known.code }, 'Stripe did not make a payment intent')
      throw paymentServiceSilent()
    })
  if (!intent.client_secret) throw new Error(`Stripe gave intent ${intent.id} without a client secret`)
  await inTransaction(
    (tx) => insertPayment(tx, { id: newId('pay'), orderId, intentId: intent.id, amount: toPay, at: clock.now() }),
    'one statement',
  )
  return { clientSecret: intent.client_secret, amount: toPay }
}

/** Whether the card that pays an order is kept for the later deliveries of what begins with it. */
export function keepsCard({ begins }: Pick<OrderRecord, 'begins'>): boolean {
  return begins?.some(({ isGift }) => !isGift) ?? false
}

/** The same for an order that was placed before: after a reload, a refused card, or a silent Stripe. */
export async function preparePaymentAgain(shop: Preparing, link: string): Promise<PaymentSheet> {
  const order = await knownOrder(shop, link)
  const toPay = money(order.toPayMinor, order.currency)
  const payable = toOrderView(order, shop.clock.now()).can.pay
  if (!payable.ok) throw orderNotPayable(payable.because)
  const intentId = order.payment?.intentId
  if (!intentId) return preparePayment(shop, { orderId: order.id, toPay, keepsCard: keepsCard(order) })

  const intent = await shop.stripe.paymentIntents
    .retrieve(intentId, { expand: ['latest_charge'] })
    .catch((error: unknown) => {
      if (!stripeError(error)) throw error
      throw paymentServiceSilent()
    })
  await settlePayment(shop, toFacts(intent))
  if (intent.status === 'succeeded' || intent.status === 'canceled' || !intent.client_secret)
    throw orderCancelledMeanwhile(intent.status)
  return { clientSecret: intent.client_secret, amount: toPay }
}
