import { isBefore } from '@flora/calendar/instant.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { newId, type OccurrenceId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { money } from '@flora/money/money.ts'
import { listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import { askedOfCalendar, listPromiseFacts, promiseFor, type PromiseWithRoom } from '../delivery/index.ts'
import { deadlinesOf, firstOf, priceOf, type ShopTerms } from '../offers/index.ts'
import { insertOrder, tryToTake } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Place } from './draw.ts'
import type { Drawn } from './occurrence-queries.ts'
import { toPlannedOrder } from './planned-order.ts'
import type { Subscription } from './subscription.ts'

export interface Wanted {
  readonly subscription: Subscription
  readonly occurrenceId: OccurrenceId
  readonly period: number
  /** Tried one after the other. */
  readonly places: readonly Place[]
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
}

/** `first` is why the place that was wanted most could not be had; absent when that is the one. */
export type Placed =
  | { kind: 'placed'; drawn: Drawn; first: Obstacle | undefined; variant: VariantForSale }
  | { kind: 'no'; because: Obstacle }

const noDay: Obstacle = {
  code: 'no-day',
  message: 'There is no day around it on which we could bring it. Please choose another window or another rhythm.',
}

const short = {
  'sold-out': { code: 'sold-out', message: 'Sold out.' },
  'bench-full': { code: 'bench-full', message: 'Our benches are full that day. Please choose another day.' },
  'window-full': {
    code: 'window-full',
    message: 'The last place in this window is taken. Please choose another window or day.',
  },
  'promotion-not-valid': noDay,
  'gift-card-empty': noDay,
} as const

/**
 * Takes the places of one delivery and writes the order that holds them, for the first place that can be had: the same counters,
 * in the same order, as any shopper takes. The caller writes the ledger. One delivery a transaction, so that counters are always
 * locked in one order.
 */
export async function placeOccurrence(tx: Tx, wanted: Wanted): Promise<Placed> {
  const { subscription, places, terms, now } = wanted
  const { variantId, plan } = subscription
  const variant = (await listVariantsForSale(tx, [variantId], shopDayAt(now, terms.zone))).get(variantId)
  if (!variant?.isForSale)
    return {
      kind: 'no',
      because: { code: 'not-for-sale', message: 'This has left the shelf. Please choose something else.' },
    }
  if (places.length === 0) return { kind: 'no', because: noDay }

  const asked = places.map((place) => ({ ...place, postcode: plan.recipient.postcode }))
  const facts = await listPromiseFacts(tx, asked)
  let first: Obstacle | undefined
  for (const [index, place] of places.entries()) {
    const want = { ...asked[index]!, ...askedOfCalendar([variant]) }
    const promise = promiseFor(want, facts[index]!, now, undefined)
    const tried = await tryPlace(tx, { ...wanted, variant, place, promise, isFirst: index === 0 })
    if ('drawn' in tried) return { kind: 'placed', drawn: tried.drawn, first, variant }
    first ??= tried
  }
  return { kind: 'no', because: places.length === 1 ? (first ?? noDay) : first && isForGood(first) ? first : noDay }
}

// Where nobody goes, no other day helps.
function isForGood({ code }: Obstacle): boolean {
  return code === 'address-not-served' || code === 'window-not-found'
}

interface Trying extends Wanted {
  readonly variant: VariantForSale
  readonly place: Place
  readonly promise: PromiseWithRoom
  readonly isFirst: boolean
}

async function tryPlace(tx: Tx, trying: Trying): Promise<{ drawn: Drawn } | Obstacle> {
  const { subscription, occurrenceId, period, terms, now, variant, place, promise, isFirst } = trying
  if (!promise.ok) return { code: promise.code, message: promise.message }
  const { lastChangeAt, chargeAt, payUntil } = deadlinesOf(promise.cutOffAt, terms.zone)
  // The day she asked for is hers until the last moment; a day that we chose leaves her the time to say no to it.
  if (!isBefore(now, isFirst ? payUntil : lastChangeAt))
    return { code: 'past-cut-off', message: 'It is too late for that day. Please choose a later one.' }

  const orderId = newId('ord')
  const takings = {
    stock: [],
    deliveries: [
      { day: place.day, windowId: place.windowId, minutes: variant.benchMinutes * subscription.agreed.quantity },
    ],
    promotionId: null,
    giftCardId: null,
    giftCardUse: money(0, subscription.currency),
  }
  const taken = await tryToTake(tx, orderId, { takings, at: now })
  if (taken.kind === 'short') return short[taken.code]
  const { agreed } = subscription
  const price = priceOf(period === 0 ? firstOf(agreed) : agreed, chargeAt, terms.gstBasisPoints)
  const order = toPlannedOrder({ orderId, occurrenceId, subscription, variant, place, promise, price, payUntil, now })
  await insertOrder(tx, order)
  return { drawn: { ...place, lastChangeAt, chargeAt, payUntil, priceMinor: price.total.minor, orderId } }
}
