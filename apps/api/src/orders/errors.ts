import { Refusal } from '../platform/refusal.ts'

// The same words for a link that never was and one that was mistyped: a guesser learns nothing.
export const orderNotFound = () =>
  new Refusal(
    404,
    'order-not-found',
    'There is no order behind this link. Please open the link from your e-mail, or ask for it again at “Find an order”.',
  )

export const cannotCancel = (because: string) => new Refusal(409, 'order-not-cancellable', because)

export const orderNotPayable = (because: string) => new Refusal(409, 'order-not-payable', because)
