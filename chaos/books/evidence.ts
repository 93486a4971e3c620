import type { IntentBook } from '@flora/sandbox/stripe/books.ts'

export type Minor = number

export interface OrderRow {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly places: string
  readonly key: string
  readonly email: string
  readonly toPay: Minor
  readonly paid: Minor
  readonly refunded: Minor
  readonly giftCardId: string | null
  readonly giftCard: Minor
  readonly giftCardReturned: Minor
  readonly promotionId: string | null
  readonly holdUntil: string
}

export interface PaymentRow {
  readonly orderId: string
  readonly intentId: string | null
  readonly state: string
  readonly received: Minor
}

export interface RefundRow {
  readonly id: string
  readonly orderId: string
  readonly stripeId: string | null
  readonly state: string
  readonly amount: Minor
  readonly way: string
}

/** Something happened to an order. */
export interface HappenedRow {
  readonly orderId: string
  readonly kind: string
  readonly reason: string | null
}

/** A counter and what is counted: how many pieces, minutes or places are taken, and how many there are. */
export interface CounterRow {
  readonly of: string
  readonly taken: number
  readonly limit: number
}

/** What one order takes of a counter. */
export interface TakingRow {
  readonly orderId: string
  readonly of: string
  readonly quantity: number
}

export interface PromotionRow {
  readonly id: string
  readonly used: number
  readonly limit: number | null
}

export interface GiftCardRow {
  readonly id: string
  readonly balance: Minor
}

export interface GiftCardEntryRow {
  readonly giftCardId: string
  readonly orderId: string | null
  readonly amount: Minor
}

export interface EmailRow {
  readonly id: string
  readonly once: string
  readonly kind: string
  readonly orderId: string | null
  readonly to: string
  readonly isSent: boolean
  readonly isNotNeeded: boolean
}

export interface JobRow {
  readonly id: string
  readonly name: string
  readonly state: string
  /** It comes round by the clock: the next round does what this one did not. */
  readonly comesRound: boolean
}

export interface EventRow {
  readonly id: string
  readonly type: string
  readonly isProcessed: boolean
}

/** All that the shop's own tables say. */
export interface ShopBooks {
  readonly orders: readonly OrderRow[]
  readonly payments: readonly PaymentRow[]
  readonly refunds: readonly RefundRow[]
  readonly happened: readonly HappenedRow[]
  readonly counters: readonly CounterRow[]
  readonly takings: readonly TakingRow[]
  readonly promotions: readonly PromotionRow[]
  readonly giftCards: readonly GiftCardRow[]
  readonly giftCardEntries: readonly GiftCardEntryRow[]
  readonly emails: readonly EmailRow[]
  readonly jobs: readonly JobRow[]
  readonly events: readonly EventRow[]
}

/** A refund as the payment service has it. */
export interface BankRefund {
  readonly id: string
  readonly intentId: string
  readonly amount: Minor
  readonly status: string
  /** Our own id, if we asked for it. */
  readonly ours: string | null
}

export interface BankBooks {
  readonly intents: readonly IntentBook[]
  readonly refunds: readonly BankRefund[]
}

/** A letter that the mail server said yes to. */
export interface TakenLetter {
  readonly messageId: string
  readonly to: string
  /** By the wall. */
  readonly atMs: number
  /** Whether the yes was said; where the line was cut before it, the sender cannot know. */
  readonly isAnswered: boolean
}

/** What one buyer was told, and what she did. */
export interface BuyerStory {
  readonly buyer: number
  readonly story: string
  readonly email: string
  /** The key under which she placed, once she pressed the button. */
  readonly key?: string
  /** The order that she was told of. */
  readonly orderId?: string
  readonly toPay?: Minor
  /** The payment service told her that she has paid. */
  readonly hasPaid: boolean
  /** The shop told her that it is confirmed. */
  readonly sawConfirmed: boolean
  /** The shop told her that it is cancelled, as she wished. */
  readonly hasCancelled: boolean
  /** Staff gave back so much, and were told that it is so. */
  readonly givenBack: Minor
  /** The shop's no, by its code, when she was turned away. */
  readonly refusal?: string
  /** She pressed again and again and went away without an answer. */
  readonly gaveUp: boolean
}

/** A photo that staff were told is kept. */
export interface KeptPhoto {
  readonly id: string
  /** Whether a file of its content is there, whole. */
  readonly isWhole: boolean
}

/** A moment from which on somebody may not know whether a letter went: who worked on it died, or could not write it down. */
export interface Interruption {
  readonly atMs: number
  readonly untilMs: number
}

/** Everything that is looked at when all is at rest. */
export interface Evidence {
  readonly shop: ShopBooks
  readonly bank: BankBooks
  readonly letters: readonly TakenLetter[]
  readonly buyers: readonly BuyerStory[]
  readonly photos: readonly KeptPhoto[]
  readonly interruptions: readonly Interruption[]
  /** Ends of a process that nobody asked for. */
  readonly falls: readonly { readonly door: string; readonly how: string }[]
}

/** A promise that does not hold, and of what. */
export interface Violation {
  readonly promise: string
  readonly about: string
}
