import { customerLimits } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { tooManyCards } from './errors.ts'
import { cardsOf } from './list-cards.ts'
import { answered, type CardShop, makeStripeCustomer, stripeCustomerFor } from './stripe-customer.ts'

/** The secret by which the browser gives a new card to Stripe, to be kept for this account. The shop never sees the card. */
export async function setUpCard(
  shop: CardShop,
  accountId: AccountId,
  usage: 'on_session' | 'off_session' = 'on_session',
): Promise<string> {
  const known = await stripeCustomerFor(shop, accountId)
  const cards = await cardsOf(shop, known)
  if (cards && cards.length >= customerLimits.cards) throw tooManyCards()
  const customer = cards ? known : await makeStripeCustomer(shop, accountId, known)
  const intent = await answered(
    shop.log,
    shop.stripe.setupIntents.create({
      customer,
      // She pays with it while she is here, unless it is for what is charged in her absence: then her bank may ask her now.
      usage,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      metadata: { account: accountId },
    }),
  )
  if (!intent.client_secret) throw new Error(`Stripe gave setup intent ${intent.id} without a client secret`)
  return intent.client_secret
}
