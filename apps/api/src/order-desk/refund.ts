import { add, isLess, isZero, least, money, type Money, subtract, total } from '@flora/money/money.ts'

/** What of an order's money can go back, by the way it came. */
export interface Refundable {
  /** Over Stripe, to the card that paid. */
  readonly card: Money
  /** By hand, of what was taken by hand. */
  readonly inShop: Money
  readonly giftCard: Money
}

/** A line or a delivery of which money is wanted back. */
export interface RefundPart {
  /** What was charged for it, less what went back already. */
  readonly left: Money
  readonly amount: Money
  readonly name: string
}

export type RefundDecision =
  | { readonly kind: 'refund'; readonly card: Money; readonly inShop: Money; readonly giftCard: Money }
  | { readonly kind: 'refuse'; readonly code: 'nothing-to-refund' | 'refund-too-much'; readonly because: string }

export interface RefundWish {
  readonly parts: readonly RefundPart[]
  /** Beside lines and fees. */
  readonly goodwill: Money
}

/**
 * How a refund is paid: to the card first, then by hand, then to the gift card, each as far as money came by it. Never more than
 * there is, and of no line more than it cost.
 */
export function decideRefund(refundable: Refundable, { parts, goodwill }: RefundWish): RefundDecision {
  const { currency } = goodwill
  const all = allOf(refundable)
  if (isZero(all))
    return { kind: 'refuse', code: 'nothing-to-refund', because: 'Nothing of this order can be given back.' }
  const greedy = parts.find(({ left, amount }) => isLess(left, amount))
  if (greedy) return { kind: 'refuse', code: 'refund-too-much', because: `Of ${greedy.name} less than that was paid.` }
  const wanted = add(
    total(
      parts.map(({ amount }) => amount),
      currency,
    ),
    goodwill,
  )
  if (isLess(all, wanted))
    return { kind: 'refuse', code: 'refund-too-much', because: 'That is more than is left of what was paid.' }
  const card = least(wanted, refundable.card)
  const inShop = least(subtract(wanted, card), refundable.inShop)
  return { kind: 'refund', card, inShop, giftCard: subtract(subtract(wanted, card), inShop) }
}

export function allOf({ card, inShop, giftCard }: Refundable): Money {
  return add(add(card, inShop), giftCard)
}

/** The books of an order's money, as they lie in the tables. */
export interface MoneyBooks {
  readonly currency: Money['currency']
  readonly isAlive: boolean
  readonly isCancelled: boolean
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly inShopMinor: number
  readonly inShopRefundedMinor: number
  readonly giftCardMinor: number
  readonly giftCardReturnedMinor: number
}

/**
 * What can still be given back by each way. Of a cancelled order card and gift card went back by themselves; what was taken in the shop
 * waits there.
 */
export function refundableOf(books: MoneyBooks): Refundable {
  const sum = (minor: number) => money(minor, books.currency)
  const none = sum(0)
  const inShop = subtract(sum(books.inShopMinor), sum(books.inShopRefundedMinor))
  if (!books.isAlive) return { card: none, inShop: books.isCancelled ? inShop : none, giftCard: none }
  const paid = subtract(sum(books.paidMinor), sum(books.inShopMinor))
  const back = subtract(sum(books.refundedMinor), sum(books.inShopRefundedMinor))
  return {
    card: subtract(paid, back),
    inShop,
    giftCard: subtract(sum(books.giftCardMinor), sum(books.giftCardReturnedMinor)),
  }
}
