import { customerLimits } from '@flora/contract/customers.ts'
import { Refusal } from '../platform/refusal.ts'

// The same words for what never was and for what is somebody else's: a guesser learns nothing.
export const addressNotFound = () =>
  new Refusal(404, 'address-not-found', 'That address is not among yours any more. Please look at the list again.')

export const cardNotFound = () =>
  new Refusal(404, 'card-not-found', 'That card is not among yours any more. Please look at the list again.')

export const notHerOrder = () =>
  new Refusal(404, 'order-not-found', 'There is no such order among yours. Please look at the list again.')

export const customerNotFound = () =>
  new Refusal(404, 'customer-not-found', 'There is no such customer. Perhaps she had her account erased.')

export const tooManyAddresses = () =>
  new Refusal(
    409,
    'too-many-addresses',
    `An account keeps ${customerLimits.addresses} addresses. Please delete one that you no longer need.`,
  )

export const tooManyCards = () =>
  new Refusal(
    409,
    'too-many-cards',
    `An account keeps ${customerLimits.cards} cards. Please remove one that you no longer use.`,
  )

export const preferenceNotKnown = (value: string) =>
  new Refusal(
    422,
    'preference-not-known',
    `The shop has no “${value}” to choose. Please reload the page and try again.`,
  )

export const cardsNotShown = () =>
  new Refusal(
    503,
    'payment-service-silent',
    'The payment service, which keeps the cards, does not answer right now. Please try again in a moment.',
  )
