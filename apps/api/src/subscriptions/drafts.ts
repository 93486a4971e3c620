import { daysAfter, type ShopDay } from '@flora/calendar/shop-day.ts'
import { newId, type OccurrenceId, type SubscriptionId, type VariantId } from '@flora/contract/ids.ts'
import { horizonDays } from '@flora/contract/subscriptions.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { DoorAsked, PromiseWithRoom } from '../delivery/index.ts'
import { nominalDay, type ShopTerms } from '../offers/index.ts'
import type { NewOrder } from '../orders/index.ts'
import { type Place, placesToTry, withOwnDayFirst } from './draw.ts'
import { type Fit, fitOf, toDrawn } from './fit.ts'
import type { Given } from './gift-queries.ts'
import type { Drawn } from './occurrence-queries.ts'
import type { Occurrence, Subscription } from './subscription.ts'

/** The periods of a subscription that are to be drawn up, in the order in which they are written. */
export interface Wanted {
  readonly subscription: Subscription
  readonly periods: readonly { readonly period: number; readonly again: Occurrence | undefined }[]
  /** Something else is to be done with it, by itself. */
  readonly isLeft: boolean
}

/** Which deliveries of a subscription are drawn up now: those that are not as the plan is, and those that come into sight. */
export function wantedOf(
  subscription: Subscription,
  { stale, given, today }: { stale: readonly Occurrence[]; given: Given | undefined; today: ShopDay },
): Wanted {
  const again = stale.map((occurrence) => ({ period: occurrence.period, again: occurrence }))
  const { state, pausedUntil, gift, nextPeriod } = subscription
  const isInSight = (period: number) => nominalDay(subscription, period) <= daysAfter(today, horizonDays)
  if ((state === 'paused' && pausedUntil === null) || !isInSight(nextPeriod))
    return { subscription, periods: again, isLeft: false }
  // What could not be kept of a gift comes at its end: it is paid. When all of it has come it is over.
  let rest = gift && given ? gift.deliveries - given.drawn : Infinity
  const isOver =
    gift && given && rest <= 0 && given.settled >= gift.deliveries && given.lastDay && given.lastDay < today
  if (isOver) return { subscription, periods: again, isLeft: true }
  const next = []
  for (let period = nextPeriod; rest > 0 && isInSight(period); period += 1) {
    next.push({ period, again: undefined })
    if (!isInPause(subscription, nominalDay(subscription, period))) rest -= 1
  }
  return { subscription, periods: [...again, ...next], isLeft: false }
}

function isInPause({ pausedUntil }: Subscription, nominal: ShopDay): boolean {
  return pausedUntil !== null && nominal < pausedUntil
}

/** What decides where a delivery can be. */
export interface Known {
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
  readonly today: ShopDay
  readonly variants: ReadonlyMap<VariantId, VariantForSale>
  /** The days of deliveries that come or came, by their periods. */
  readonly days: ReadonlyMap<SubscriptionId, ReadonlyMap<number, ShopDay>>
  readonly promiseOf: (door: DoorAsked, variant: VariantForSale) => PromiseWithRoom
}

export function promiseKey({ day, windowId, postcode }: DoorAsked): string {
  return `${day} ${windowId} ${postcode}`
}

/** A delivery as it would be written, if its place can be had; without an order it falls into a pause. */
export interface Draft {
  readonly subscription: Subscription
  readonly again: Occurrence | undefined
  readonly occurrenceId: OccurrenceId
  readonly period: number
  readonly nominalDay: ShopDay
  readonly order: NewOrder | undefined
  readonly drawn: Drawn | undefined
  /** Why it does not come on the day it was wanted on. */
  readonly first: Obstacle | undefined
}

/** Drafts the deliveries of one subscription, each at the first place the calendar allows; at one for which there is none it stops. */
export function draftsOf(
  { subscription, periods, isLeft }: Wanted,
  known: Known,
): { subscription: Subscription; drafts: Draft[]; isLeft: boolean } {
  const drafts: Draft[] = []
  const variant = known.variants.get(subscription.variantId)
  if (isLeft || periods.length === 0) return { subscription, drafts, isLeft }
  const days = new Map(known.days.get(subscription.id))
  for (const { period, again } of periods) {
    const nominal = again?.nominalDay ?? nominalDay(subscription, period)
    const occurrenceId = again?.id ?? newId('occ')
    const draft = { subscription, again, occurrenceId, period, nominalDay: nominal }
    if (!again && isInPause(subscription, nominal)) {
      drafts.push({ ...draft, order: undefined, drawn: undefined, first: undefined })
      continue
    }
    if (!variant?.isForSale) return { subscription, drafts, isLeft: true }
    days.delete(period)
    const tries = placesToTry(subscription, { period, today: known.today, others: [...days.values()] })
    const places = again ? withOwnDayFirst(subscription, again, tries) : tries
    const found = firstFit(places, { subscription, variant, known })
    if (!found) return { subscription, drafts, isLeft: true }
    const { terms, now } = known
    const { order, drawn } = toDrawn({ subscription, occurrenceId, period, variant, fit: found.fit, terms, now })
    days.set(period, drawn.day)
    drafts.push({ ...draft, order, drawn, first: found.first })
  }
  return { subscription, drafts, isLeft: false }
}

function firstFit(
  places: readonly Place[],
  { subscription, variant, known }: { subscription: Subscription; variant: VariantForSale; known: Known },
): { fit: Fit; first: Obstacle | undefined } | undefined {
  const { postcode } = subscription.plan.recipient
  const { terms, now } = known
  let first: Obstacle | undefined
  for (const [index, place] of places.entries()) {
    const fit = fitOf(place, known.promiseOf({ ...place, postcode }, variant), { terms, now, isFirst: index === 0 })
    if ('place' in fit) return { fit, first }
    first ??= fit
  }
  return undefined
}
