import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import { askedOfCalendar, listPromiseFacts, promiseFor, type PromiseWithRoom } from '../delivery/index.ts'
import type { ShopTerms } from '../offers/index.ts'
import { planOrders } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Place } from './draw.ts'
import { fitOf, toDrawn } from './fit.ts'
import type { Drawn } from './occurrence-queries.ts'
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
  'bench-full': { code: 'bench-full', message: 'Our benches are full that day. Please choose another day.' },
  'window-full': {
    code: 'window-full',
    message: 'The last place in this window is taken. Please choose another window or day.',
  },
  'order-over': noDay,
  'behind-another': noDay,
} as const

/**
 * Takes the places of one delivery and writes the order that holds them, for the first place that can be had: the same counters,
 * in the same order, as any shopper takes. The caller writes the ledger. One delivery a transaction, so that counters are always
 * locked in one order; where nothing is short, many are drawn up together (`draw-together.ts`).
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
  const { subscription, now, place, promise } = trying
  const fit = fitOf(place, promise, trying)
  if (!('place' in fit)) return fit
  const { order, drawn } = toDrawn({ ...trying, fit })
  const because = (await planOrders(tx, [{ order, ledger: subscription.id }], now)).get(order.id)
  return because === undefined ? { drawn } : short[because]
}
