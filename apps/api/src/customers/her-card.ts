import type { AccountId } from '@flora/contract/ids.ts'
import { cardNotFound } from './errors.ts'
import { findStripeCustomer } from './queries.ts'
import { answeredOrGone, type CardShop } from './stripe-customer.ts'

/** Her customer at Stripe, when the card is one of hers; somebody else's card is not found. */
export async function herCard(
  { db, stripe, log }: Pick<CardShop, 'db' | 'stripe' | 'log'>,
  accountId: AccountId,
  cardId: string,
): Promise<string> {
  const customer = await findStripeCustomer(db, accountId)
  // Asked through the customer, so that Stripe itself says whose it is.
  const method = customer && (await answeredOrGone(log, stripe.customers.retrievePaymentMethod(customer, cardId)))
  if (!customer || !method) throw cardNotFound()
  return customer
}
