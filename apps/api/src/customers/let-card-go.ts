import type { SavedCard } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { herCard } from './her-card.ts'
import { listCards } from './list-cards.ts'
import { answered, type CardShop } from './stripe-customer.ts'

/** Lets a card go for good, at Stripe, and shows the rest. */
export async function letCardGo(shop: CardShop, accountId: AccountId, cardId: string): Promise<SavedCard[]> {
  await herCard(shop, accountId, cardId)
  await answered(shop.log, shop.stripe.paymentMethods.detach(cardId))
  return listCards(shop, accountId)
}
