import { createHash } from 'node:crypto'
import { dayInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { GiftCardId } from '@flora/contract/ids.ts'
import { isLess, type Money } from '@flora/money/money.ts'

export interface GiftCard {
  readonly id: GiftCardId
  readonly ending: string
  readonly balance: Money
  readonly expiresDay: ShopDay | null
  readonly active: boolean
}

/** How much of a total a gift card pays today, or why nothing. */
export function decideGiftCard(card: GiftCard, { today, due }: { today: ShopDay; due: Money }): { kind: 'pays'; amount: Money } | { kind: 'no'; because: string } {
  if (!card.active) return { kind: 'no', because: 'This gift card has been stopped. Please ring us.' }
  if (card.expiresDay && today > card.expiresDay) return { kind: 'no', because: `This gift card ended on ${dayInWords(card.expiresDay)}.` }
  if (card.balance.minor === 0) return { kind: 'no', because: 'There is nothing left on this gift card.' }
  return { kind: 'pays', amount: isLess(card.balance, due) ? card.balance : due }
}

/** Codes are kept as a hash only: a copy of the database spends nothing. */
export function giftCardHash(code: string): string {
  return createHash('sha256').update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')).digest('hex')
}
