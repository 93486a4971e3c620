import type { AccountId, EmailId, OrderId, RefundId, SubscriptionId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { QueueRules } from './platform/jobs.ts'

export type RefundReason = 'cancelled' | 'hold-expired' | 'double-payment' | 'wrong-amount' | 'goodwill' | 'changed'

/** The letters an order can bring. */
export type OrderLetter =
  | 'confirmed'
  | 'payment-failed'
  | 'hold-expired'
  | 'cancelled'
  | 'refunded'
  | 'on-its-way'
  | 'delivered'
  | 'nobody-home'
  | 'ready'
  | 'changed'
  | 'pay-link'

/** Every piece of work Flora does later, on one page. The handlers are in each feature's jobs.ts. */
export interface Jobs {
  /** A verified payment event is stored; do what it says. */
  'payments/process-event': { eventId: string }
  /** An order will not be paid any more; take its payment intent back. */
  'payments/cancel-intent': { orderId: OrderId }
  /** Ask Stripe about everything that is open longer than it should be. */
  'payments/reconcile': Record<string, never>
  /** Give back the places of orders whose money did not come in time. */
  'orders/release-expired-holds': Record<string, never>
  /** Money was promised back; write the refund down and ask Stripe for it. */
  'payments/refund-order': { refundId: RefundId; orderId: OrderId; amount: Money; reason: RefundReason; who: string }
  /**
   * Write to the customer about an order, once; `about` tells two letters of a kind apart (a refund's or a delivery's id), and `again`
   * one that staff send once more.
   */
  'notifications/order-letter': { orderId: OrderId; letter: OrderLetter; about?: string; again?: string }
  /** Write the links of all orders of an address to that address. */
  'notifications/order-links': { email: string; wantedAt: string }
  /** Hand a letter about an account, which is written already, to the mail server. */
  'notifications/send-email': { emailId: EmailId }
  /** Tell the shop what is running low. */
  'notifications/low-stock': { items: { name: string; left: number; lowAt: number }[]; at: string }
  /** Send what a mail server that was broken for longer than any job's patience left behind. */
  'notifications/send-unsent': Record<string, never>
  /** Somebody says that a password is forgotten: write a link to the address, if it has an account. */
  'identity/forgotten': { email: string; wantedAt: string }
  /** Throw away what signs nobody in any more. */
  'identity/sweep': Record<string, never>
  /** Make the places and bench days of the days that came into sight. */
  'delivery/open-days': Record<string, never>
  /** Take lots that are no longer good out of what can be sold. */
  'stock/expire-lots': Record<string, never>
  /** Count out of the shop the pieces of orders that have left it. */
  'stock/hand-over': Record<string, never>
  /** Look for what has become low since the last look. */
  'stock/look-for-low': Record<string, never>
  'publishing/draw-picture': { pictureId: string }
  /** Throw away carts that nobody touched for 30 days. */
  'cart/sweep': Record<string, never>
  /** The owner of an account proved an address; what was placed with it as a guest is hers. */
  'customers/claim-orders': { accountId: AccountId; email: string }
  /** Write the letters of days that somebody wants to be reminded of. */
  'reminders/send-due': Record<string, never>
  /** An order with which subscriptions begin is paid: begin them. */
  'subscriptions/begin': { orderId: OrderId }
  /** An order of a subscription was paid or is over: bring its ledger up to it. */
  'subscriptions/follow-order': { orderId: OrderId }
  /** A subscription changed: draw up its deliveries as it is now. */
  'subscriptions/draw-up': { subscriptionId: SubscriptionId }
  /** Look at all subscriptions: draw up what comes into sight, end pauses, announce prices, write the letters that are due. */
  'subscriptions/look-ahead': Record<string, never>
  /** Charge the deliveries whose time has come. */
  'subscriptions/charge-due': Record<string, never>
  /** An account moved to another address; the word about the monthly letter moves along. */
  'newsletter/follow-address': { from: string; to: string }
  /** An account was erased; have Stripe forget her cards. */
  'privacy/forget-at-stripe': { stripeCustomerId: string }
  /** Take a former customer's photographs out of the store of files. */
  'privacy/forget-photos': { photos: readonly string[] }
  /** Pieces of the journal whose hour has come: have kept pages show them. */
  'content/bring-out-due': Record<string, never>
  /** Planned prices whose day has come are the prices of their sizes. */
  'catalog/bring-in-prices': Record<string, never>
}

export const jobRules: { readonly [Name in keyof Jobs]: QueueRules } = {
  'payments/process-event': { atOnce: 16, gatherMs: 10 },
  'payments/refund-order': { atOnce: 4, retries: 20 },
  'payments/cancel-intent': { atOnce: 4 },
  'payments/reconcile': { every: '*/5 * * * *', retries: 0 },
  'orders/release-expired-holds': { every: '* * * * *', retries: 0 },
  'notifications/order-letter': { atOnce: 16, retries: 30, lookEverySeconds: 1 },
  'notifications/order-links': { atOnce: 1, retries: 30 },
  'notifications/send-email': { atOnce: 16, retries: 30 },
  'notifications/low-stock': { atOnce: 1, retries: 30 },
  'notifications/send-unsent': { every: '*/10 * * * *', retries: 0 },
  'identity/forgotten': { atOnce: 2, retries: 5 },
  'identity/sweep': { every: '40 3 * * *', retries: 1 },
  'delivery/open-days': { every: '5 * * * *', retries: 3 },
  // Midnight comes on a quarter of an hour in every zone of the world.
  'stock/expire-lots': { every: '*/15 * * * *', retries: 0, expireSeconds: 600 },
  'stock/hand-over': { every: '7,22,37,52 * * * *', retries: 0, expireSeconds: 600 },
  'stock/look-for-low': { every: '*/10 * * * *', retries: 0 },
  'publishing/draw-picture': { atOnce: 2, retries: 3 },
  'cart/sweep': { every: '20 3 * * *', retries: 1 },
  'customers/claim-orders': { atOnce: 4 },
  'reminders/send-due': { every: '25 * * * *', retries: 1 },
  'subscriptions/begin': { atOnce: 4, retries: 20 },
  'subscriptions/follow-order': { atOnce: 16, retries: 20 },
  'subscriptions/draw-up': { atOnce: 2, retries: 20 },
  'subscriptions/look-ahead': { every: '15 * * * *', retries: 0, expireSeconds: 1_800 },
  'subscriptions/charge-due': { every: '*/5 * * * *', retries: 0, expireSeconds: 600 },
  'newsletter/follow-address': { atOnce: 2 },
  'privacy/forget-at-stripe': { atOnce: 2, retries: 20 },
  'privacy/forget-photos': { atOnce: 1, retries: 20 },
  // Each piece has a job of its own at its instant; the round is for clocks that disagree.
  'content/bring-out-due': { every: '* * * * *', retries: 0 },
  'catalog/bring-in-prices': { every: '* * * * *', retries: 0 },
}
