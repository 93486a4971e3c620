import { isBefore } from '@flora/calendar/instant.ts'
import { instantInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay, Zone } from '@flora/calendar/shop-day.ts'
import type { AccountId, OccurrenceId, OrderId, SubscriptionId, VariantId, WindowId } from '@flora/contract/ids.ts'
import { type OccurrenceState, type SubscriptionKind, type SubscriptionPlan } from '@flora/contract/subscriptions.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { Currency } from '@flora/money/money.ts'
import type { Agreed, Rhythm } from '../offers/index.ts'

export type PausedBecause = 'customer' | 'payment' | 'not-for-sale'

/** A subscription as it is ruled. */
export interface Subscription extends Rhythm {
  readonly id: SubscriptionId
  /** Nobody's account, for a gift whose buyer has none. */
  readonly accountId: AccountId | null
  /** Deliveries that are paid already, ruled by the link of the order that paid for them too. */
  readonly gift: Gift | null
  readonly kind: SubscriptionKind
  readonly state: 'active' | 'paused' | 'cancelled'
  /** The day on which it goes on by itself. */
  readonly pausedUntil: ShopDay | null
  readonly pausedBecause: PausedBecause | null
  /** The first period without an occurrence. */
  readonly nextPeriod: number
  readonly variantId: VariantId
  readonly windowId: WindowId
  readonly plan: SubscriptionPlan
  readonly currency: Currency
  readonly agreed: Agreed
  readonly cardId: string
  readonly unpaidInARow: number
  readonly version: number
  readonly planVersion: number
  /** The account's own or the gift's buyer, for orders and letters. */
  readonly owner: { readonly name: string; readonly email: string; readonly phone: string }
}

export interface Gift {
  readonly deliveries: number
  readonly orderId: OrderId
  readonly orderLink: string
  readonly orderNumber: string
}

/** One delivery of the ledger. Without a day it was never drawn up. */
export interface Occurrence {
  readonly id: OccurrenceId
  readonly subscriptionId: SubscriptionId
  readonly period: number
  readonly state: OccurrenceState
  readonly because: string | null
  readonly nominalDay: ShopDay
  readonly day: ShopDay | null
  readonly windowId: WindowId | null
  readonly isMoved: boolean
  readonly lastChangeAt: Temporal.Instant | null
  readonly chargeAt: Temporal.Instant | null
  readonly payUntil: Temporal.Instant | null
  readonly attempts: number
  readonly declines: number
  readonly failure: string | null
  readonly priceMinor: number | null
  readonly orderId: OrderId | null
}

/** Two deliveries in a row that nobody paid: a third would only bring more letters. */
export const unpaidUntilPause = 2

/** Who asks: its owner by her account, whoever holds the link of the order that paid for a gift, or staff for her. */
export type By =
  | { readonly accountId: AccountId }
  | { readonly link: string }
  | { readonly staff: AccountId; readonly tellHer?: boolean }

export function isRuledBy({ accountId, gift }: Pick<Subscription, 'accountId' | 'gift'>, by: By): boolean {
  if ('staff' in by) return true
  return 'link' in by ? gift?.orderLink === by.link : accountId === by.accountId
}

/** Whom the history names for what was done. */
export function doerOf(by: By): string {
  return 'staff' in by ? by.staff : 'customer'
}

/** What its owner may do with a whole subscription, and why not. */
export function mayRule({
  state,
  gift,
}: Pick<Subscription, 'state' | 'gift'>): Record<'change' | 'pause' | 'resume' | 'cancel', Permission> {
  const ok: Permission = { ok: true }
  const no = (because: string): Permission => ({ ok: false, because })
  switch (state) {
    case 'cancelled': {
      const over = no('This subscription has ended. You can begin a new one at any time.')
      return { change: over, pause: over, resume: over, cancel: over }
    }
    case 'paused':
      return { change: ok, pause: ok, resume: ok, cancel: ok }
    case 'active':
      if (gift) return { change: ok, pause: no(giftsRest), resume: no('It isn’t paused.'), cancel: ok }
      return { change: ok, pause: ok, resume: no('It isn’t paused.'), cancel: ok }
  }
}

const giftsRest = 'It is paid already. You can move a delivery, or leave one out: then it comes at the end.'

interface Asked {
  readonly now: Temporal.Instant
  readonly zone: Zone
  readonly kind: SubscriptionKind
  readonly isOver: boolean
}

/** What may be done with one delivery until its last change, and why not. */
export function mayChange(
  { state, because, lastChangeAt, day }: Pick<Occurrence, 'state' | 'because' | 'lastChangeAt' | 'day'>,
  { now, zone, kind, isOver }: Asked,
): Record<'skip' | 'unskip' | 'move', Permission> {
  const ok: Permission = { ok: true }
  const no = (why: string): Permission => ({ ok: false, because: why })
  const all = (why: string) => ({ skip: no(why), unskip: no(why), move: no(why) })
  const isTooLate = lastChangeAt !== null && !isBefore(now, lastChangeAt)
  const closed = () => `Changes closed ${instantInWords(lastChangeAt!, zone)}. Please ring us.`
  switch (state) {
    case 'planned':
      if (isTooLate) return all(closed())
      return {
        skip: ok,
        unskip: no('It is coming.'),
        move: kind === 'surprise' ? no('Its day is the surprise. You can skip it, or exclude days.') : ok,
      }
    case 'skipped':
      if (isOver) return all('This subscription has ended.')
      if (because === 'paused') return all('It falls into the pause. End the pause to have it back.')
      if (isTooLate || day === null) return all(isTooLate ? closed() : 'It was skipped.')
      return { skip: no('It is skipped.'), unskip: ok, move: no('It is skipped. Take it back in first.') }
    case 'charging':
      return all('It is being paid. Please ring us.')
    case 'paid':
      return all('It is paid, and its flowers are ordered. You can cancel it on the order’s page until its cut-off.')
    case 'failed':
      return all('It was not paid, so it is not coming.')
    case 'cancelled':
      return all('It was cancelled.')
    case 'could-not':
      return all('We could not keep it.')
  }
}

/** What an order's end or payment means for its occurrence. */
export type Followed =
  | { kind: 'nothing' }
  | { kind: 'paid' }
  | { kind: 'unpaid' }
  | { kind: 'too-late' }
  | { kind: 'cancelled' }

export interface OrderNow {
  readonly isAlive: boolean
  readonly cancelledBecause: 'customer' | 'hold-expired' | 'shop' | null
}

/** The order leads and the ledger follows: whatever came before, the same order gives the same row. */
export function follow({ state, failure }: Pick<Occurrence, 'state' | 'failure'>, order: OrderNow): Followed {
  if (order.isAlive) return state === 'paid' ? { kind: 'nothing' } : { kind: 'paid' }
  switch (order.cancelledBecause) {
    case null:
      return { kind: 'nothing' }
    case 'hold-expired':
      if (state === 'failed' || state === 'could-not') return { kind: 'nothing' }
      // No card has said no: then it was us, or the payment service, and it counts against nobody.
      return failure === null ? { kind: 'too-late' } : { kind: 'unpaid' }
    case 'customer':
    case 'shop':
      return state === 'cancelled' ? { kind: 'nothing' } : { kind: 'cancelled' }
  }
}
