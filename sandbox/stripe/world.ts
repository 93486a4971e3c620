import type Stripe from 'stripe'
import type { StoredEvent, Announce } from './events.ts'
import type { Delivery } from './deliveries.ts'
import type { NewId } from './ids.ts'
import type { RememberedAnswer } from './idempotency.ts'
import type { Settlement } from './settlements.ts'
import { type ChangeListener, createTable, type Row, type Table } from './tables.ts'

/** What only the bank knows of a payment method, and Stripe never shows. */
export interface Instrument extends Row {
  /** The card's or the account's full number. */
  number: string
  /** The customer passed a bank challenge for later payments, so off-session payments go through. */
  setUpOffSession: boolean
  /** Paid with, and not kept for a customer: may not be used again. */
  spent: boolean
}

/** A customer that was deleted: its id still answers, as a stump. */
export type DeletedCustomer = Row

export interface Tables {
  readonly intents: Table<Stripe.PaymentIntent>
  readonly setupIntents: Table<Stripe.SetupIntent>
  readonly paymentMethods: Table<Stripe.PaymentMethod>
  readonly instruments: Table<Instrument>
  readonly customers: Table<Stripe.Customer>
  readonly deletedCustomers: Table<DeletedCustomer>
  readonly charges: Table<Stripe.Charge>
  readonly refunds: Table<Stripe.Refund>
  readonly disputes: Table<Stripe.Dispute>
  readonly balance: Table<Stripe.BalanceTransaction>
  readonly settlements: Table<Settlement>
  readonly events: Table<StoredEvent>
  readonly deliveries: Table<Delivery>
  readonly answers: Table<RememberedAnswer>
}

/** Everything an action may touch. One world is one Stripe account. */
export interface World extends Tables {
  /** Epoch seconds. */
  readonly clock: () => number
  readonly newId: NewId
  /** Where the sandbox itself answers, without a slash at the end; known once it listens. */
  readonly url: () => string
  readonly announce: Announce
  /** Something the bank decides later, such as the fate of a refund. */
  readonly settleLater: (kind: Settlement['kind'], id: string) => void
}

/** The tables of an account, with an index wherever a list is asked for by a parent that never changes. */
export function createTables(listener: ChangeListener): Tables {
  return {
    intents: createTable('intents', listener),
    setupIntents: createTable('setupIntents', listener),
    paymentMethods: createTable('paymentMethods', listener),
    instruments: createTable('instruments', listener),
    customers: createTable('customers', listener),
    deletedCustomers: createTable('deletedCustomers', listener),
    charges: createTable('charges', listener, ['payment_intent']),
    refunds: createTable('refunds', listener, ['payment_intent', 'charge']),
    disputes: createTable('disputes', listener, ['payment_intent', 'charge']),
    balance: createTable('balance', listener),
    settlements: createTable('settlements', listener),
    events: createTable('events', listener),
    deliveries: createTable('deliveries', listener),
    answers: createTable('answers', listener),
  }
}

/** The id of something that Stripe's types allow to be expanded; inside the sandbox it never is. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null)
}
