import { Refusal } from '../platform/refusal.ts'

export const cursorNotValid = () =>
  new Refusal(422, 'cursor-not-valid', 'This page of the list is not known. Please begin at its top.')

export const noSuchOrder = () => new Refusal(404, 'order-not-found', 'There is no such order.')

export const obstructed = (code: string, because: string) => new Refusal(409, code, because)

export const settleOtherwise = (because: string) => new Refusal(409, 'settle-otherwise', because)

export const nothingToRefund = () => new Refusal(409, 'nothing-to-refund', 'Nothing of this order can be given back.')

export const refundTooMuch = (because: string) => new Refusal(409, 'refund-too-much', because)

export const lineNotFound = () => new Refusal(404, 'line-not-found', 'There is no such line in this order.')

export const amountDiffers = (because: string) => new Refusal(409, 'amount-differs', because)

export const tooManyNotes = () =>
  new Refusal(409, 'too-many-notes', 'This order has as many notes as anybody reads. Please remove one first.')

export const notYourNote = () => new Refusal(403, 'not-your-note', 'Somebody else wrote this note.')

export const letterNotFound = () => new Refusal(404, 'letter-not-found', 'This order has no such letter.')

export const letterNotResendable = (because: string) => new Refusal(409, 'letter-not-resendable', because)

export const draftNotFound = () => new Refusal(404, 'draft-not-found', 'This draft is placed or thrown away.')
