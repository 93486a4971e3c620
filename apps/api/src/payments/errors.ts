import { orderNotPayable } from '../orders/index.ts'
import { Refusal } from '../platform/refusal.ts'

export const paymentServiceSilent = () =>
  new Refusal(
    503,
    'payment-service-silent',
    'The payment service does not answer right now. Your places are held; please try again in a moment.',
  )

export const orderCancelledMeanwhile = (status: 'succeeded' | 'canceled' | (string & {})) =>
  orderNotPayable(
    status === 'succeeded'
      ? 'This order is paid.'
      : 'This payment was stopped. Nothing was charged; please order again.',
  )

export const badSignature = () => new Refusal(400, 'bad-signature', 'This event is not signed by the payment service.')
