import { newId, type OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import { isDatabaseAway } from '../platform/database-away.ts'
import { type Stripe, stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { insertPayments } from './intents-queries.ts'
import { type IntentFacts, toFacts } from './payment.ts'
import { listPayments } from './queries.ts'
import { confirmTogether, settlePayment } from './settle-payment.ts'

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

/** Calls to Stripe under way at a time: a thousand deliveries are charged in a few minutes, and a page of the shop still gets an answer. */
const hands = 6

/**
 * Asks kept cards to pay orders while their owners are away, outside of any transaction: makes the intents, writes them down, asks, and
 * writes down what was said, each for all of them together. An order has one intent, whoever asks and however often: a process that died
 * here finds it again, and an intent that was paid is never asked twice. What went wrong with one is logged and missing in the answer; it
 * does not stand in the way of the others.
 */
export async function chargeAway(shop: Charging, charges: readonly ChargeAway[]): Promise<Map<OrderId, Charged>> {
  const payments = await listPayments(
    shop.db,
    charges.map(({ orderId }) => orderId),
  )
  const knownOf = ({ orderId }: ChargeAway) => payments.get(orderId)?.intentId ?? undefined
  const fresh = charges.filter((charge) => !knownOf(charge))
  const made = await byHand(shop, fresh, (charge) => makeIntent(shop, charge))
  await writeDown(shop, fresh, made)
  const said = await byHand(shop, charges, async (charge) => {
    const intentId = knownOf(charge)
    const intent = intentId ? await shown(shop, intentId) : made.get(charge.orderId)
    // Of whose intent nothing is known, no card is asked.
    return !intent || intent === 'silent' ? intent : askCard(shop, charge, intent)
  })
  const silent = charges.filter(({ orderId }) => said.get(orderId) === 'silent')
  return new Map([
    ...(await settleAll(shop, said)),
    ...silent.map(({ orderId }) => [orderId, { kind: 'silent' } as const] as const),
  ])
}

/** Does the same for all, a few at a time. What Stripe did not answer is silence; any other fault leaves its order out. */
async function byHand<T>(
  shop: Charging,
  charges: readonly ChargeAway[],
  work: (charge: ChargeAway) => Promise<T>,
): Promise<Map<OrderId, T | 'silent'>> {
  const done = new Map<OrderId, T | 'silent'>()
  const left = charges.values()
  const hand = async (): Promise<void> => {
    for (const charge of left) {
      const { orderId } = charge
      const outcome = await attempted(shop, orderId, () => orSilence(shop, orderId, () => work(charge)))
      if (outcome) done.set(orderId, outcome.of)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return done
}

async function orSilence<T>(
  { log }: Charging,
  orderId: OrderId,
  work: () => Promise<T>,
): Promise<{ of: T | 'silent' }> {
  try {
    return { of: await work() }
  } catch (error) {
    const known = stripeError(error)
    if (!known) throw error
    log[known.isTheirs ? 'warn' : 'error']({ orderId, code: known.code }, 'Stripe did not charge a card')
    return { of: 'silent' }
  }
}

async function attempted<T>(
  { log }: Pick<Shop, 'log'>,
  orderId: OrderId,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (err) {
    notCharged({ log }, orderId, err)
    return undefined
  }
}

function notCharged({ log }: Pick<Shop, 'log'>, orderId: OrderId, err: unknown): void {
  log.error({ err, orderId }, 'a delivery could not be charged')
}

function makeIntent(
  { stripe }: Charging,
  { orderId, toPay, key, customer }: ChargeAway,
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create(
    {
      amount: toPay.minor,
      currency: toPay.currency.toLowerCase(),
      automatic_payment_methods: { enabled: true },
      ...(customer && { customer }),
      metadata: { order: orderId, paidFor: key },
    },
    { idempotencyKey: key },
  )
}

/** Before any card is asked, so that money is never on its way to an intent that we do not know. */
async function writeDown(
  { inTransaction, clock }: Charging,
  charges: readonly ChargeAway[],
  made: ReadonlyMap<OrderId, Stripe.PaymentIntent | 'silent'>,
): Promise<void> {
  const payments = charges.flatMap(({ orderId, toPay }) => {
    const intent = made.get(orderId)
    return intent && intent !== 'silent' ? [{ id: newId('pay'), orderId, intentId: intent.id, amount: toPay }] : []
  })
  if (payments.length > 0) await inTransaction((tx) => insertPayments(tx, payments, clock.now()), 'one statement')
}

interface Answer {
  /** What the intent is by now. */
  readonly facts: IntentFacts
  readonly charged: Charged
}

async function askCard(shop: Charging, charge: ChargeAway, intent: Stripe.PaymentIntent): Promise<Answer> {
  const { key, attempt, card, customer, returnUrl, orderId } = charge
  const { status } = intent
  if (status !== 'requires_payment_method' && status !== 'requires_confirmation' && status !== 'requires_action')
    return { facts: toFacts(intent), charged: { kind: 'settled' } }
  if (!customer) return { facts: toFacts(intent), charged: { kind: 'declined', failure: 'no_card' } }
  try {
    const asked = await shop.stripe.paymentIntents.confirm(
      intent.id,
      { payment_method: card, off_session: true, return_url: returnUrl, expand: ['latest_charge'] },
      { idempotencyKey: `${key} ${attempt}` },
    )
    // A bank that wants to see her: she is away.
    const wantsHer = asked.status === 'requires_action'
    return {
      facts: toFacts(asked),
      charged: wantsHer ? { kind: 'declined', failure: 'authentication_required' } : { kind: 'settled' },
    }
  } catch (error) {
    const known = stripeError(error)
    const facts = async () => toFacts(await shown(shop, intent.id))
    // Paid or taken back meanwhile, by whoever had the order's page open: it is as Stripe says.
    if (known?.code === 'payment_intent_unexpected_state') return { facts: await facts(), charged: { kind: 'settled' } }
    if (known?.status === 402)
      return { facts: await facts(), charged: { kind: 'declined', failure: declineOf(error) ?? known.code } }
    // The card was let go, or its customer: another one is needed, and asking again does not help.
    if (known && !known.isTheirs && (known.status === 400 || known.status === 404)) {
      shop.log.warn({ orderId, code: known.code }, 'a kept card is none any more')
      return { facts: toFacts(intent), charged: { kind: 'declined', failure: 'card_gone' } }
    }
    throw error
  }
}

function shown({ stripe }: Charging, intentId: string): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] })
}

function declineOf(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'decline_code' in error &&
    typeof error.decline_code === 'string'
    ? error.decline_code
    : undefined
}

/** Confirms together what was paid, and settles the rest one by one. */
async function settleAll(
  shop: Charging,
  said: ReadonlyMap<OrderId, Answer | 'silent' | undefined>,
): Promise<Map<OrderId, Charged>> {
  const answers = [...said].flatMap(([orderId, answer]) =>
    answer === undefined || answer === 'silent' ? [] : [{ orderId, ...answer }],
  )
  // Should they not be written together, each is by itself.
  const done = await confirmTogether(shop, answers).catch(() => new Map<(typeof answers)[number], string>())
  const charged = new Map<OrderId, Charged>()
  for (const answer of answers) {
    const { orderId, facts } = answer
    if (done.has(answer) || (await isSettledAlone(shop, orderId, facts))) charged.set(orderId, answer.charged)
  }
  return charged
}

// With the database away none of them can be written down: the error is one for all, and whoever comes again finds what was paid.
async function isSettledAlone(shop: Charging, orderId: OrderId, facts: IntentFacts): Promise<boolean> {
  try {
    await settlePayment(shop, facts)
    return true
  } catch (err) {
    if (await isDatabaseAway(shop.db, err)) throw err
    notCharged(shop, orderId, err)
    return false
  }
}
