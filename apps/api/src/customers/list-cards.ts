import { customerLimits, type SavedCard } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { toSavedCards } from './card.ts'
import { findStripeCustomer } from './queries.ts'
import { answeredOrGone, type CardShop } from './stripe-customer.ts'

// A page waits for this answer, and its visitor can ask again.
const patience = { timeout: 5_000, maxNetworkRetries: 1 } as const

/** The cards an account keeps, asked of Stripe each time: none is written down here. */
export async function listCards(shop: CardShop, accountId: AccountId): Promise<SavedCard[]> {
  const customer = await findStripeCustomer(shop.db, accountId)
  return customer === undefined ? [] : ((await cardsOf(shop, customer)) ?? [])
}

/** The cards of a customer at Stripe; undefined when somebody deleted her there. */
export async function cardsOf(
  { stripe, clock, log }: Pick<CardShop, 'stripe' | 'clock' | 'log'>,
  id: string,
): Promise<SavedCard[] | undefined> {
  const [customer, methods] = await Promise.all([
    answeredOrGone(log, stripe.customers.retrieve(id, {}, patience)),
    answeredOrGone(
      log,
      stripe.customers.listPaymentMethods(id, { type: 'card', limit: customerLimits.cards }, patience),
    ),
  ])
  if (!customer || customer.deleted || !methods) return undefined
  const chosen = customer.invoice_settings.default_payment_method
  const { year, month } = clock.now().toZonedDateTimeISO('UTC')
  return toSavedCards(methods.data, {
    defaultId: typeof chosen === 'string' ? chosen : chosen?.id,
    thisMonth: { year, month },
  })
}
