import type { AccountId } from '@flora/contract/ids.ts'
import { stripeError } from '../platform/stripe.ts'
import type { Shop } from '../shop.ts'
import { cardsNotShown } from './errors.ts'
import { findStripeCustomer, saveStripeCustomer } from './queries.ts'

export type CardShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'log'>

/** Where Stripe keeps an account's cards; made at Stripe when she first wants to keep one. Never inside a transaction. */
export async function stripeCustomerFor(shop: CardShop, accountId: AccountId): Promise<string> {
  return (await findStripeCustomer(shop.db, accountId)) ?? makeStripeCustomer(shop, accountId)
}

/**
 * Makes a customer at Stripe and writes it down. The account's id is the idempotency key, and nothing that may change goes along:
 * two requests at once, or a process that died before its note, get the same one. `insteadOf` one that was deleted at Stripe.
 */
export async function makeStripeCustomer(
  { stripe, inTransaction, log }: CardShop,
  accountId: AccountId,
  insteadOf?: string,
): Promise<string> {
  const { id } = await answered(
    log,
    stripe.customers.create(
      { metadata: { account: accountId } },
      { idempotencyKey: insteadOf ? `${accountId} instead of ${insteadOf}` : accountId },
    ),
  )
  return inTransaction((tx) => saveStripeCustomer(tx, accountId, { id, insteadOf }))
}

/** Stripe's answer about cards, or the sentence for its silence. */
export async function answered<T>(log: Shop['log'], asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (error) {
    const known = stripeError(error)
    if (!known) throw error
    // A busy Stripe passes; a wrong key or a wrong question does not, and somebody must look.
    log[known.isTheirs ? 'warn' : 'error']({ code: known.code }, 'Stripe did not answer about cards')
    throw cardsNotShown()
  }
}

/** The same for what may be gone at Stripe: then there is nothing. */
export function answeredOrGone<T>(log: Shop['log'], asking: Promise<T>): Promise<T | undefined> {
  return answered(
    log,
    asking.catch((error: unknown) => {
      if (stripeError(error)?.code === 'resource_missing') return undefined
      throw error
    }),
  )
}
