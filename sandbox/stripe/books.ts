import type { Row } from './tables.ts'
import type { Tables } from './world.ts'

/** One intent's money, in minor units. */
export interface IntentBook extends Row {
  status: string
  currency: string
  amount: number
  amountSucceeded: number
  /** Given back and not returned by the bank, pending refunds included. */
  amountRefunded: number
  amountRefundPending: number
  charges: number
  refunds: number
  disputed: boolean
  metadata: Record<string, string>
}

/** The sums in one currency, in minor units. */
export interface CurrencyBook {
  intentsSucceeded: number
  succeeded: number
  refunded: number
  /** Succeeded less refunded: what the shop has, before fees and disputes. */
  kept: number
}

export interface Books {
  intents: IntentBook[]
  totals: Record<string, CurrencyBook>
}

/**
 * Every cent that came and went, counted from charges and refunds themselves rather than from the intents' own totals.
 */
export function keepBooks({ intents, charges, refunds }: Tables): Books {
  const rows: IntentBook[] = []
  const totals: Record<string, CurrencyBook> = {}
  for (const intent of intents.oldestFirst()) {
    const paid = charges.listBy('payment_intent', intent.id).filter((charge) => charge.paid)
    const given = refunds
      .listBy('payment_intent', intent.id)
      .filter(({ status }) => status !== 'failed' && status !== 'canceled')
    const pending = given.filter(({ status }) => status === 'pending')
    const row: IntentBook = {
      id: intent.id,
      created: intent.created,
      status: intent.status,
      currency: intent.currency,
      amount: intent.amount,
      amountSucceeded: sum(paid.map((charge) => charge.amount_captured)),
      amountRefunded: sum(given.map((refund) => refund.amount)),
      amountRefundPending: sum(pending.map((refund) => refund.amount)),
      charges: paid.length,
      refunds: given.length,
      disputed: paid.some((charge) => charge.disputed),
      metadata: { ...intent.metadata },
    }
    rows.push(row)
    addTo((totals[intent.currency] ??= { intentsSucceeded: 0, succeeded: 0, refunded: 0, kept: 0 }), row)
  }
  return { intents: rows, totals }
}

function addTo(total: CurrencyBook, { amountSucceeded, amountRefunded }: IntentBook): void {
  if (amountSucceeded > 0) total.intentsSucceeded++
  total.succeeded += amountSucceeded
  total.refunded += amountRefunded
  total.kept += amountSucceeded - amountRefunded
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
