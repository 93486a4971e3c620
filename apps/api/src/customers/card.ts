import type { SavedCard } from '@flora/contract/customers.ts'
import { brandInWords } from '../payments/index.ts'
import type { Stripe } from '../platform/stripe.ts'

/** The cards that a customer keeps at Stripe, as her account shows them: the default first, then as Stripe lists them, newest first. */
export function toSavedCards(
  methods: readonly Pick<Stripe.PaymentMethod, 'id' | 'card'>[],
  { defaultId, thisMonth }: { defaultId: string | undefined; thisMonth: { year: number; month: number } },
): SavedCard[] {
  const cards = methods.flatMap(({ id, card }) => (card ? [{ id, card }] : []))
  // Somebody who never chose one, or let the chosen one go, is offered the newest.
  const chosen = cards.find(({ id }) => id === defaultId) ?? cards[0]
  return cards
    .map(({ id, card }) => ({
      id,
      brand: brandInWords(card.brand),
      last4: card.last4,
      expiry: { month: card.exp_month, year: card.exp_year },
      isExpired: isBefore({ year: card.exp_year, month: card.exp_month }, thisMonth),
      isDefault: id === chosen?.id,
    }))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

// A card is good until the end of the month that stands on it.
function isBefore(a: { year: number; month: number }, b: { year: number; month: number }): boolean {
  return a.year < b.year || (a.year === b.year && a.month < b.month)
}
