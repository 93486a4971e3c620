import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import { decidePayability, orderNotPayable } from '../orders/index.ts'
import { notHerOrder } from './errors.ts'
import { cardsOf } from './list-cards.ts'
import { findOrderToPay } from './order-queries.ts'
import { findStripeCustomer } from './queries.ts'
import { answered, type CardShop } from './stripe-customer.ts'

/**
 * The kept cards that can pay an order now, for its owner only: whoever else holds its link is not told of them, and without a
 * card's id cannot pay with it. Stripe takes a kept card for an intent of its customer, so the intent becomes hers here.
 */
export async function offerCards(
  shop: CardShop,
  { accountId, link }: { accountId: AccountId; link: string },
): Promise<SavedCard[]> {
  const order = await findOrderToPay(shop.db, accountId, link)
  if (!order) throw notHerOrder()
  const { status, places, holdUntil, intentId } = order
  const toPay = money(order.toPayMinor, order.currency)
  const payable = decidePayability({ status, places, holdUntil: instantFromStored(holdUntil), toPay }, shop.clock.now())
  if (!payable.ok) throw orderNotPayable(payable.because)

  const customer = await findStripeCustomer(shop.db, accountId)
  if (customer === undefined || intentId === null) return []
  const cards = ((await cardsOf(shop, customer)) ?? []).filter(({ isExpired }) => !isExpired)
  if (cards.length === 0) return []
  const intent = await answered(shop.log, shop.stripe.paymentIntents.retrieve(intentId))
  // One that is being paid, or was, takes no other card.
  if (intent.status !== 'requires_payment_method') return []
  if (!intent.customer) await answered(shop.log, shop.stripe.paymentIntents.update(intentId, { customer }))
  return cards
}
