import type { EmailId, OrderId, PaymentId, RefundId } from '@flora/contract/ids.ts'
import type { QueueRules } from './platform/jobs.ts'

/** Every piece of work Flora does later, on one page. The handlers are in each feature's jobs.ts. */
export interface Jobs {
  /** A verified payment event is stored; do what it says. */
  'payments/process-event': { eventId: string }
  /** A refund was decided; ask Stripe for it. */
  'payments/send-refund': { refundId: RefundId }
  /** An order will not be paid any more; take its payment intent back. */
  'payments/cancel-intent': { paymentId: PaymentId }
  /** Ask Stripe about everything that is open longer than it should be. */
  'payments/reconcile': Record<string, never>
  /** Give back the places of orders whose money did not come in time. */
  'orders/release-expired-holds': Record<string, never>
  /** Work that follows a confirmation and may take its time. */
  'orders/after-confirmation': { orderId: OrderId }
  'notifications/send-email': { emailId: EmailId }
  /** Send again what a dead mail server or a dead worker left. */
  'notifications/sweep': Record<string, never>
  /** Make the places and bench days of the days that came into sight. */
  'delivery/open-days': Record<string, never>
  'publishing/draw-picture': { pictureId: string }
  /** Throw away carts that nobody touched for 30 days. */
  'cart/sweep': Record<string, never>
}

export const jobRules: { readonly [Name in keyof Jobs]: QueueRules } = {
  'payments/process-event': { atOnce: 16 },
  'payments/send-refund': { atOnce: 4 },
  'payments/cancel-intent': { atOnce: 4 },
  'payments/reconcile': { every: '*/5 * * * *', retries: 0 },
  'orders/release-expired-holds': { every: '* * * * *', retries: 0 },
  'orders/after-confirmation': { atOnce: 8 },
  'notifications/send-email': { atOnce: 4, retries: 30 },
  'notifications/sweep': { every: '*/10 * * * *', retries: 0 },
  'delivery/open-days': { every: '5 * * * *', retries: 3 },
  'publishing/draw-picture': { atOnce: 2, retries: 3 },
  'cart/sweep': { every: '20 3 * * *', retries: 1 },
}
