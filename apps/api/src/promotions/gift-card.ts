import { createHash } from 'node:crypto'
import { dayInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { GiftCardId } from '@flora/contract/ids.ts'
import { isLess, money, type Money, subtract } from '@flora/money/money.ts'

export interface GiftCard {
  readonly id: GiftCardId
  readonly ending: string
  readonly balance: Money
  readonly expiresDay: ShopDay | null
  readonly active: boolean
}

/** How much of a total a gift card pays today, or why nothing. */
export function decideGiftCard(
  card: GiftCard,
  { today, due }: { today: ShopDay; due: Money },
): { kind: 'pays'; amount: Money } | { kind: 'no'; because: string } {
  if (!card.active) return { kind: 'no', because: 'This gift card has been stopped. Please ring us.' }
  if (card.expiresDay && today > card.expiresDay)
    return { kind: 'no', because: `This gift card ended on ${dayInWords(card.expiresDay)}.` }
  if (card.balance.minor === 0) return { kind: 'no', because: 'There is nothing left on this gift card.' }
  return { kind: 'pays', amount: payable(card.balance, due) }
}

// Stripe takes no payment below 50 cents (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). A card that
// would leave less than that to pay is spent a little less.
const leastCharge = 50

function payable(balance: Money, due: Money): Money {
  if (!isLess(balance, due)) return due
  const floor = money(leastCharge, due.currency)
  const rest = subtract(due, balance)
  return isLess(rest, floor) && isLess(floor, due) ? subtract(due, floor) : balance
}

/** Codes are kept as a hash only: a copy of the database spends nothing. */
export function giftCardHash(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest('hex')
}
