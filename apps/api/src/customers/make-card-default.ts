import type { SavedCard } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { herCard } from './her-card.ts'
import { listCards } from './list-cards.ts'
import { answered, type CardShop } from './stripe-customer.ts'

/** Makes a card the one that is offered first. Stripe remembers which. */
export async function makeCardDefault(shop: CardShop, accountId: AccountId, cardId: string): Promise<SavedCard[]> {
  const customer = await herCard(shop, accountId, cardId)
  await answered(
    shop.log,
    shop.stripe.customers.update(customer, { invoice_settings: { default_payment_method: cardId } }),
  )
  return listCards(shop, accountId)
}
