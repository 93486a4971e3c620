import { newId, type OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import { type Stripe, stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { toFacts } from './payment.ts'
import { findPayment, insertPayment } from './queries.ts'
import { settlePayment } from './settle-payment.ts'

type Charging = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'jobs' | 'log'>

export interface ChargeAway {
  readonly orderId: OrderId
  readonly toPay: Money
  /** What is paid, by an id of ours: the key of its one intent. */
  readonly key: string
  /** Tells two askings of the card apart. */
  readonly attempt: number
  /** Her customer at Stripe, and the card she keeps there; absent when she keeps none any more. */
  readonly customer: string | undefined
  readonly card: string
  /** Where a bank would send her back to. */
  readonly returnUrl: string
}

/** `settled`: the order is as its money says. `declined` by the bank, or by a card that is none any more. */
export type Charged = { kind: 'settled' } | { kind: 'declined'; failure: string } | { kind: 'silent' }

/**
 * Asks a kept card to pay an order while its owner is away, outside of any transaction. The order has one intent, whoever asks and
 * however often: a process that died here finds it again, and an intent that was paid is never asked twice.
 */
export async function chargeAway(shop: Charging, charge: ChargeAway): Promise<Charged> {
  try {
    const { id, status } = await intentOf(shop, charge)
    return status === 'requires_payment_method' || status === 'requires_confirmation' || status === 'requires_action'
      ? await askCard(shop, charge, id)
      : await settled(shop, id)
  } catch (error) {
    const known = stripeError(error)
    if (!known) throw error
    shop.log[known.isTheirs ? 'warn' : 'error'](
      { orderId: charge.orderId, code: known.code },
      'Stripe did not charge a card',
    )
    return { kind: 'silent' }
  }
}

async function intentOf(
  { db, stripe, inTransaction, clock }: Charging,
  { orderId, toPay, key, customer }: ChargeAway,
): Promise<Pick<Stripe.PaymentIntent, 'id' | 'status'>> {
  const known = await findPayment(db, orderId)
  if (known?.intentId) return stripe.paymentIntents.retrieve(known.intentId)
  const intent = await stripe.paymentIntents.create(
    {
      amount: toPay.minor,
      currency: toPay.currency.toLowerCase(),
      automatic_payment_methods: { enabled: true },
      ...(customer && { customer }),
      metadata: { order: orderId, paidFor: key },
    },
    { idempotencyKey: key },
  )
  await inTransaction(
    (tx) => insertPayment(tx, { id: newId('pay'), orderId, intentId: intent.id, amount: toPay, at: clock.now() }),
    'one statement',
  )
  return intent
}

async function askCard(shop: Charging, charge: ChargeAway, intentId: string): Promise<Charged> {
  const { key, attempt, card, customer, returnUrl } = charge
  if (!customer) return { kind: 'declined', failure: 'no_card' }
  try {
    const intent = await shop.stripe.paymentIntents.confirm(
      intentId,
      { payment_method: card, off_session: true, return_url: returnUrl, expand: ['latest_charge'] },
      { idempotencyKey: `${key} ${attempt}` },
    )
    return await afterwards(shop, intent)
  } catch (error) {
    const known = stripeError(error)
    // Paid or taken back meanwhile, by whoever had the order's page open: it is as Stripe says.
    if (known?.code === 'payment_intent_unexpected_state') return settled(shop, intentId)
    if (known?.status === 402) {
      await settled(shop, intentId)
      return { kind: 'declined', failure: declineOf(error) ?? known.code }
    }
    // The card was let go, or its customer: another one is needed, and asking again does not help.
    if (known && !known.isTheirs && (known.status === 400 || known.status === 404)) {
      shop.log.warn({ orderId: charge.orderId, code: known.code }, 'a kept card is none any more')
      return { kind: 'declined', failure: 'card_gone' }
    }
    throw error
  }
}

async function afterwards(shop: Charging, intent: Stripe.PaymentIntent): Promise<Charged> {
  await settlePayment(shop, toFacts(intent))
  // A bank that wants to see her: she is away.
  return intent.status === 'requires_action'
    ? { kind: 'declined', failure: 'authentication_required' }
    : { kind: 'settled' }
}

async function settled(shop: Charging, intentId: string): Promise<Charged> {
  const intent = await shop.stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })
  await settlePayment(shop, toFacts(intent))
  return { kind: 'settled' }
}

function declineOf(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'decline_code' in error &&
    typeof error.decline_code === 'string'
    ? error.decline_code
    : undefined
}
