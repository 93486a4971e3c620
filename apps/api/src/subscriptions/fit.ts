import { isBefore } from '@flora/calendar/instant.ts'
import { newId, type OccurrenceId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import { deadlinesOf, firstOf, priceOf, type ShopTerms } from '../offers/index.ts'
import type { NewOrder } from '../orders/index.ts'
import type { Place } from './draw.ts'
import type { Drawn } from './occurrence-queries.ts'
import { toPlannedOrder } from './planned-order.ts'
import type { Subscription } from './subscription.ts'

type Promised = Extract<PromiseWithRoom, { ok: true }>

/** A place at which a delivery can come, as far as the calendar goes. */
export interface Fit extends ReturnType<typeof deadlinesOf> {
  readonly place: Place
  readonly promise: Promised
}

/** Whether there is still time for a place. The day she asked for is hers until the last moment; a day that we chose leaves her the time to say no to it. */
export function fitOf(
  place: Place,
  promise: PromiseWithRoom,
  { terms, now, isFirst }: { terms: ShopTerms; now: Temporal.Instant; isFirst: boolean },
): Fit | Obstacle {
  if (!promise.ok) return { code: promise.code, message: promise.message }
  const deadlines = deadlinesOf(promise.cutOffAt, terms.zone)
  if (!isBefore(now, isFirst ? deadlines.payUntil : deadlines.lastChangeAt))
    return { code: 'past-cut-off', message: 'It is too late for that day. Please choose a later one.' }
  return { place, promise, ...deadlines }
}

export interface Fitted {
  readonly subscription: Subscription
  readonly occurrenceId: OccurrenceId
  readonly period: number
  readonly variant: VariantForSale
  readonly fit: Fit
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
}

/** A delivery at its place, with the order that holds it. */
export function toDrawn({ subscription, occurrenceId, period, variant, fit, terms, now }: Fitted): {
  order: NewOrder
  drawn: Drawn
} {
  const { agreed } = subscription
  const { place, promise, lastChangeAt, chargeAt, payUntil } = fit
  const orderId = newId('ord')
  const price = priceOf(period === 0 ? firstOf(agreed) : agreed, chargeAt, terms.gstBasisPoints)
  const order = toPlannedOrder({ orderId, occurrenceId, subscription, variant, place, promise, price, payUntil, now })
  return { order, drawn: { ...place, lastChangeAt, chargeAt, payUntil, priceMinor: price.total.minor, orderId } }
}
