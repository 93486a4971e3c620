import type { OrderId } from '@flora/contract/ids.ts'
import { isSame, money, type Money } from '@flora/money/money.ts'
import type { Order } from '../orders/index.ts'
import type { Stripe } from '../platform/stripe.ts'

export type PaymentState = 'waiting' | 'needs-action' | 'processing' | 'failed' | 'paid' | 'cancelled'

/** What Stripe says of a payment intent, from an event or because we asked. */
export interface IntentFacts {
  readonly intentId: string
  readonly orderId: OrderId | undefined
  readonly status: Stripe.PaymentIntent.Status
  readonly amount: number
  readonly received: number
  readonly currency: string
  readonly chargeId: string | undefined
  /** "Visa ending 4242", when the charge was shown to us. */
  readonly method: string | undefined
  readonly failureCode: string | undefined
}

export function toFacts(intent: Stripe.PaymentIntent): IntentFacts {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const order = intent.metadata['order']
  return {
    intentId: intent.id,
    orderId: order && /^ord_[0-9a-z]+$/.test(order) ? (order as OrderId) : undefined,
    status: intent.status,
    amount: intent.amount,
    received: intent.amount_received,
    currency: intent.currency,
    chargeId: charge?.id ?? (typeof intent.latest_charge === 'string' ? intent.latest_charge : undefined),
    method: charge ? methodInWords(charge) : undefined,
    failureCode: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code,
  }
}

/** "Visa ending 4242" */
export function methodInWords(charge: Stripe.Charge): string | undefined {
  const card = charge.payment_method_details?.card
  if (!card?.last4) return charge.payment_method_details?.type
  return `${brandInWords(card.brand)} ending ${card.last4}`
}

/** The card of a charge and the order it paid, if that is one of ours. */
export function cardOf(charge: Stripe.Charge): { orderId: OrderId; chargeId: string; method: string } | undefined {
  const orderId = charge.metadata['order'] as OrderId | undefined
  const method = methodInWords(charge)
  return orderId && method ? { orderId, chargeId: charge.id, method } : undefined
}

/** "American Express" */
export function brandInWords(brand: string | null): string {
  return brandNames[brand ?? ''] ?? 'Card'
}

const brandNames: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  jcb: 'JCB',
  diners: 'Diners Club',
  unionpay: 'UnionPay',
  eftpos_au: 'eftpos',
}

/** The payment as it lies in the database, locked together with its order. */
export interface Payment {
  readonly intentId: string | null
  readonly state: PaymentState
  readonly amount: Money
}

/** What a piece of news from Stripe means for an order. */
export type Settlement =
  | { kind: 'ignore'; because: 'nothing-new' | 'stale' | 'unknown-status' | 'foreign-currency' }
  | { kind: 'confirm'; takePlacesAgain: boolean; paid: Money }
  | { kind: 'refund'; reason: 'cancelled' | 'double-payment' | 'wrong-amount'; paid: Money; isFirstMoney: boolean }
  | { kind: 'wait'; state: 'waiting' | 'needs-action' | 'processing' }
  | { kind: 'fail'; failureCode: string | undefined }
  | { kind: 'cancelled' }

/**
 * Decides about news of an intent. Events come twice, late and shuffled, so nothing here depends on what came before them but
 * the state in the database: money that arrived outranks everything, and afterwards only more money is news.
 */
export function decideSettlement(order: Order, payment: Payment | undefined, facts: IntentFacts): Settlement {
  const isPaid = payment?.state === 'paid'
  if (facts.status === 'succeeded') {
    // Our intents are made in the shop's currency; what is in another is not for the shop's books, but for a person.
    if (facts.currency.toUpperCase() !== order.toPay.currency) return { kind: 'ignore', because: 'foreign-currency' }
    const paid = money(facts.received, order.toPay.currency)
    const isOurIntent = !payment?.intentId || payment.intentId === facts.intentId
    if (isPaid)
      return isOurIntent
        ? { kind: 'ignore', because: 'nothing-new' }
        : { kind: 'refund', reason: 'double-payment', paid, isFirstMoney: false }
    if (!isSame(paid, order.toPay)) return { kind: 'refund', reason: 'wrong-amount', paid, isFirstMoney: true }
    if (order.status === 'PENDING' && order.places === 'held') return { kind: 'confirm', takePlacesAgain: false, paid }
    if (order.status === 'CANCELLED' && order.cancelledBecause === 'hold-expired')
      return { kind: 'confirm', takePlacesAgain: true, paid }
    // It was paid in the shop while the browser paid too.
    const reason = order.inShop.minor > 0 && order.places === 'kept' ? 'double-payment' : 'cancelled'
    return { kind: 'refund', reason, paid, isFirstMoney: true }
  }
  if (isPaid) return { kind: 'ignore', because: 'stale' }
  if (payment?.state === 'cancelled') return { kind: 'ignore', because: 'stale' }
  switch (facts.status) {
    case 'canceled':
      return { kind: 'cancelled' }
    case 'requires_action':
      return { kind: 'wait', state: 'needs-action' }
    case 'processing':
      return { kind: 'wait', state: 'processing' }
    case 'requires_payment_method':
      return facts.failureCode ? { kind: 'fail', failureCode: facts.failureCode } : { kind: 'wait', state: 'waiting' }
    case 'requires_confirmation':
    case 'requires_capture':
      return { kind: 'wait', state: 'waiting' }
    default:
      // Stripe may learn new words; what we do not understand changes nothing.
      return { kind: 'ignore', because: 'unknown-status' }
  }
}
