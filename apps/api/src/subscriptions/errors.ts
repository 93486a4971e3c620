import { subscriptionLimits } from '@flora/contract/subscriptions.ts'
import type { Money } from '@flora/money/money.ts'
import { Refusal } from '../platform/refusal.ts'

// The same words for what never was and for what is somebody else's: a guesser learns nothing.
export const subscriptionNotFound = () =>
  new Refusal(
    404,
    'subscription-not-found',
    'There is no such subscription among yours. Please look at the list again.',
  )

export const occurrenceNotFound = () =>
  new Refusal(404, 'occurrence-not-found', 'There is no such delivery in this subscription. Please look at it again.')

export const subscriptionEnded = (because: string) => new Refusal(409, 'subscription-ended', because)

export const changedElsewhere = () =>
  new Refusal(409, 'changed-elsewhere', 'This subscription was changed elsewhere meanwhile. Please look at it again.')

export const priceChanged = (perDelivery: Money) =>
  new Refusal(
    409,
    'price-changed',
    'A delivery costs another sum by now. Nothing has changed; please look at it and decide again.',
    {
      perDelivery,
    },
  )

export const tooManySubscriptions = () =>
  new Refusal(
    409,
    'too-many-subscriptions',
    `An account can have ${subscriptionLimits.subscriptions} subscriptions at a time. Please end one first.`,
  )

export const tooLateToChange = (because: string) => new Refusal(409, 'too-late-to-change', because)

export const notBetweenNeighbours = () =>
  new Refusal(
    409,
    'not-between-neighbours',
    'That day is not between the deliveries before and after this one. Please choose one that is.',
  )

export const pauseNotPossible = (because: string) => new Refusal(409, 'pause-not-possible', because)

export const giftIsFixed = () =>
  new Refusal(
    409,
    'gift-is-fixed',
    'A gift is paid as it was chosen: you can change its card and its days, and to whom it goes, where that costs no more. For anything else please ring us.',
  )
