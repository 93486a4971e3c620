import { inProse } from '@flora/money/in-words.ts'
import type { Money } from '@flora/money/money.ts'
import { Refusal } from '../../platform/refusal.ts'

export const promotionNotFound = (): Refusal => new Refusal(404, 'promotion-not-found', 'There is no such promotion.')

export const giftCardNotFound = (): Refusal => new Refusal(404, 'gift-card-not-found', 'There is no such gift card.')

/** Carries the promotion as it is by now. */
export const changedMeanwhile = (saved: object): Refusal =>
  new Refusal(
    409,
    'changed-meanwhile',
    'Somebody changed this while you were at it. Nothing of yours is lost; compare the two and save again.',
    { saved },
  )

export const codeTaken = (code: string): Refusal =>
  new Refusal(409, 'code-taken', `There is a promotion ${code} already, or was one. Please choose another code.`)

export const promotionUsed = (used: number): Refusal =>
  new Refusal(
    409,
    'promotion-used',
    `${used === 1 ? 'An order has' : `${used} orders have`} used it. End it, and make another one that takes off something else.`,
  )

export const limitBelowUses = (used: number): Refusal =>
  new Refusal(
    409,
    'limit-below-uses',
    `It was used ${used} times already. End it, or give it a limit of ${used} or more.`,
  )

export const daysNotValid = (): Refusal => new Refusal(422, 'days-not-valid', 'It ends on its first day or later.')

export const dayIsPast = (): Refusal => new Refusal(409, 'day-is-past', 'That day is over. A card expires later.')

export const giftCardVoid = (): Refusal =>
  new Refusal(409, 'gift-card-void', 'This card was stopped. Issue another one instead.')

export const balanceTooLow = (balance: Money): Refusal =>
  new Refusal(409, 'balance-too-low', `There is ${inProse(balance)} on this card, and no more can be taken.`)
