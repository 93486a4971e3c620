import { Refusal } from '../platform/refusal.ts'

export const codeNotFound = () =>
  new Refusal(404, 'code-not-found', 'We don’t know that code. Check it letter by letter.')

export const promotionNotValid = (because: string) => new Refusal(409, 'promotion-not-valid', because)

export const giftCardEmpty = (because: string) => new Refusal(409, 'gift-card-empty', because)
