import { lotOf } from '../plan/lot.ts'

/** What somebody puts into her cart. */
export type Basket = 'one' | 'two-deliveries' | 'last-piece'
/** The code she types. */
export type Code = 'none' | 'promotion' | 'limited-promotion' | 'gift-card'
/** How she pays, or doesn't. */
export type Paying =
  | 'at-once'
  | 'late'
  | 'never'
  | 'declined-then-good'
  | 'declined'
  | 'challenged'
  | 'challenge-failed-then-good'
  | 'challenge-left'
  | 'page-reloaded'
/** What follows. */
export type Sequel = 'leaves' | 'looks' | 'cancels' | 'given-back' | 'given-back-at-stripe'

/** What somebody is like: decides all she does. */
export interface Character {
  readonly basket: Basket
  readonly code: Code
  readonly paying: Paying
  /** Before she has paid. */
  readonly cancelsUnpaid: boolean
  readonly sequel: Sequel
  /** Presses the button twice at once. */
  readonly pressesTwice: boolean
  /** Of those who pay late: the shop's minutes from placing to paying. */
  readonly lateMinutes: number
  readonly card: string
}

/** The n-th buyer of a run: the same for the same seed. Two who follow one another want the same last piece. */
export function characterOf(seed: number, buyer: number): Character {
  const lot = lotOf(seed, 'buyer', buyer)
  // Pairs of neighbours, drawn together.
  const isTwin = lotOf(seed, 'twins', Math.floor(buyer / 2)).share() < 0.03
  const basket: Basket = isTwin ? 'last-piece' : lot.share() < 0.12 ? 'two-deliveries' : 'one'
  const paying = lot.weighed<Paying>([
    ['at-once', 66],
    ['late', 7],
    ['never', 5],
    ['declined-then-good', 5],
    ['declined', 2],
    ['challenged', 6],
    ['challenge-failed-then-good', 2],
    ['challenge-left', 2],
    ['page-reloaded', 5],
  ])
  return {
    basket,
    code: lot.weighed<Code>([
      ['none', 82],
      ['promotion', 8],
      ['limited-promotion', 3],
      ['gift-card', 7],
    ]),
    paying,
    cancelsUnpaid: lot.share() < 0.02,
    sequel: lot.weighed<Sequel>([
      ['leaves', 45],
      ['looks', 40],
      ['cancels', 9],
      ['given-back', 4],
      ['given-back-at-stripe', 2],
    ]),
    pressesTwice: lot.share() < 0.04,
    lateMinutes: lot.between(12, 50),
    card: lot.weighed([
      ['pm_card_visa', 6],
      ['pm_card_mastercard', 3],
      ['pm_card_amex', 2],
      ['pm_card_pendingRefund', 1],
    ]),
  }
}

/** In the words of a table. */
export function characterInWords({ basket, code, paying, sequel }: Character): string {
  return [basket, code, paying, sequel].filter((word) => word !== 'one' && word !== 'none').join(', ')
}
