import type Stripe from 'stripe'
import { listParams, pageOf } from './lists.ts'
import { paramsOf, type Read, text } from './params.ts'
import { resourceMissing } from './stripe-errors.ts'
import type { World } from './world.ts'

/** Stripe's price for a domestic card in Australia: 1.7 % and 30 cents. The percentage is in basis points. */
const FEE_BASIS_POINTS = 170
const FEE_FIXED = 30
const TWO_DAYS_SECONDS = 2 * 24 * 60 * 60

export const balanceListParams = paramsOf<Stripe.BalanceTransactionListParams>()({
  ...listParams,
  source: text(),
  type: text(),
  currency: text(),
})

type Kind = 'charge' | 'payment' | 'refund' | 'refund_failure' | 'adjustment'

/** Books a movement of the account's money; charges cost a fee, everything else is free. */
export function book(
  world: World,
  { type, amount, currency, source }: { type: Kind; amount: number; currency: string; source: string },
): Stripe.BalanceTransaction {
  const isPayment = type === 'charge' || type === 'payment'
  const fee = isPayment ? Math.round((amount * FEE_BASIS_POINTS) / 10_000) + FEE_FIXED : 0
  const created = world.clock()
  const transaction: Stripe.BalanceTransaction = {
    id: world.newId('txn_'),
    object: 'balance_transaction',
    amount,
    available_on: created + TWO_DAYS_SECONDS,
    balance_type: 'payments',
    created,
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [{ amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }]
      : [],
    net: amount - fee,
    reporting_category: isPayment ? 'charge' : type === 'adjustment' ? 'dispute' : type,
    source,
    status: 'pending',
    type,
  }
  world.balance.put(transaction)
  return transaction
}

export function retrieveBalanceTransaction(world: World, id: string): Stripe.BalanceTransaction {
  const transaction = world.balance.find(id)
  if (!transaction) throw resourceMissing('balance_transaction', id, 'id')
  return transaction
}

export function listBalanceTransactions(
  world: World,
  params: Read<typeof balanceListParams>,
): Stripe.ApiList<Stripe.BalanceTransaction> {
  const { source, type, currency } = params
  return pageOf(world.balance, '/v1/balance_transactions', 'balance_transaction', params, (each) => {
    return (
      (!source || each.source === source) && (!type || each.type === type) && (!currency || each.currency === currency)
    )
  })
}
