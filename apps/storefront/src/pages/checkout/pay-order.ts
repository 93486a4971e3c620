import { ApiProblem, type Client } from '@flora/client/client.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { PaymentHandle } from '../../components/payment/payment-fields.tsx'
import type { PaymentOutcome } from '../../components/payment/payment-outcome.ts'

/** How trying to pay an order ended, after the shop was asked when the payment service was silent. */
export type PayResult =
  /** The order page takes over: paid, on its way, or past paying. */
  | { readonly kind: 'to-order' }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'declined' | 'mistyped' | 'unknown'; readonly sentence: string; readonly order: OrderView }

/** Pays an order that is placed. One order has one payment intent, so that every further try pays the same one. Throws ApiProblem when the shop itself says no. */
export async function payOrder(
  client: Client,
  payment: PaymentHandle,
  order: OrderView,
  { clientSecret, returnUrl }: { clientSecret?: string | undefined; returnUrl: string },
): Promise<PayResult> {
  const secret = clientSecret ?? (await secretOf(client, order))
  if (secret === undefined) return { kind: 'to-order' }
  const outcome = await payment.pay({
    clientSecret: secret,
    returnUrl,
    billing: { name: order.buyer.name, email: order.buyer.email },
    orderLink: order.link,
  })
  return resultOf(client, order, outcome)
}

async function secretOf(client: Client, { link }: OrderView): Promise<string | undefined> {
  try {
    return (await client.call('POST /orders/:link/payment', { params: { link }, body: {} })).clientSecret
  } catch (error) {
    // Paid meanwhile, cancelled or run out: the order page says which.
    if (error instanceof ApiProblem && error.problem.code === 'order-not-payable') return undefined
    throw error
  }
}

async function resultOf(client: Client, order: OrderView, outcome: PaymentOutcome): Promise<PayResult> {
  switch (outcome.kind) {
    case 'paid':
    case 'processing':
      return { kind: 'to-order' }
    case 'leaving':
      return { kind: 'leaving' }
    case 'declined':
    case 'mistyped':
    case 'unknown': {
      // The shop asks the payment service before it answers, so its word is better than our guess.
      const now = await client.call('GET /orders/:link', { params: { link: order.link } }).catch(() => order)
      if (!now.can.pay.ok || now.payment.state === 'processing' || now.payment.state === 'paid')
        return { kind: 'to-order' }
      return { kind: outcome.kind, sentence: outcome.sentence, order: now }
    }
  }
}
