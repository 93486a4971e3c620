import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId, SubscriptionId, WindowId } from '@flora/contract/ids.ts'
import type { Permission } from '@flora/contract/text.ts'
import { cannotDeliver, findShopTerms, type ShopTerms } from '../offers/index.ts'
import { letGoOrder } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import type { Place } from './draw.ts'
import { notBetweenNeighbours, occurrenceNotFound, subscriptionNotFound, tooLateToChange } from './errors.ts'
import { listNeighbours, lockOccurrence, markDrawn, markNotComing } from './occurrence-queries.ts'
import { placeOccurrence } from './place-occurrence.ts'
import { type By, doerOf, isRuledBy, mayChange, type Occurrence, type Subscription } from './subscription.ts'
import { insertEvent, lockSubscription } from './subscription-queries.ts'
import { tellWhatStaffDid } from './tell.ts'

export type Ruling = Pick<Shop, 'inTransaction' | 'clock' | 'jobs' | 'config'>

export type Which = By & { readonly subscriptionId: SubscriptionId; readonly occurrenceId: OccurrenceId }

/** Leaves one delivery out and gives its places back. Skipping what is skipped is no mistake. */
export function skip(shop: Ruling, which: Which): Promise<void> {
  const now = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    const { occurrence, subscription, may } = await locked(tx, which, now)
    if (occurrence.state === 'skipped') return
    allowed(may.skip)
    if (occurrence.orderId && !(await letGoOrder(tx, occurrence.orderId, now)))
      throw tooLateToChange('It is being paid.')
    await markNotComing(tx, occurrence.id, { state: 'skipped', because: 'skipped' })
    await note(tx, which, { now, kind: 'skipped', detail: { day: occurrence.day } })
    await tellWhatStaffDid(tx, shop, { subscription, by: which, done: { what: 'skipped', day: occurrence.day } })
  })
}

/** Takes a skipped delivery back in on its own day, if that is still to be had. */
export function unskip(shop: Ruling, which: Which): Promise<void> {
  const now = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    const { occurrence, subscription, terms, may } = await locked(tx, which, now)
    if (occurrence.state === 'planned') return
    allowed(may.unskip)
    const place = { day: occurrence.day!, windowId: occurrence.isMoved ? occurrence.windowId! : subscription.windowId }
    await putAt(tx, { occurrence, subscription, terms, now, place, isMoved: occurrence.isMoved })
    await note(tx, which, { now, kind: 'unskipped', detail: { day: occurrence.day } })
    await tellWhatStaffDid(tx, shop, { subscription, by: which, done: { what: 'unskipped', day: occurrence.day } })
  })
}

/** Moves one delivery to another day or window, between its neighbours. What it had is given up only if the other is to be had. */
export function move(shop: Ruling, which: Which & { day: ShopDay; windowId: WindowId | undefined }): Promise<void> {
  const now = shop.clock.now()
  const { day } = which
  return shop.inTransaction(async (tx) => {
    const { occurrence, subscription, terms, may } = await locked(tx, which, now)
    allowed(may.move)
    const { before, after } = await listNeighbours(tx, occurrence)
    const isBetween = (before === null || before < day) && (after === null || day < after)
    if (!isBetween || day < shopDayAt(now, terms.zone)) throw notBetweenNeighbours()
    if (occurrence.orderId && !(await letGoOrder(tx, occurrence.orderId, now)))
      throw tooLateToChange('It is being paid.')
    const place = { day, windowId: which.windowId ?? occurrence.windowId! }
    await putAt(tx, { occurrence, subscription, terms, now, place, isMoved: true })
    await note(tx, which, { now, kind: 'moved', detail: { from: occurrence.day, to: day } })
    await tellWhatStaffDid(tx, shop, { subscription, by: which, done: { what: 'moved', from: occurrence.day, day } })
  })
}

interface Locked {
  readonly subscription: Subscription
  readonly occurrence: Occurrence
  readonly terms: ShopTerms
  readonly may: ReturnType<typeof mayChange>
}

async function locked(tx: Tx, which: Which, now: Temporal.Instant): Promise<Locked> {
  const { subscriptionId, occurrenceId } = which
  const subscription = await lockSubscription(tx, subscriptionId)
  if (!subscription || !isRuledBy(subscription, which)) throw subscriptionNotFound()
  const occurrence = await lockOccurrence(tx, subscriptionId, occurrenceId)
  if (!occurrence) throw occurrenceNotFound()
  const terms = await findShopTerms(tx)
  const isOver = subscription.state === 'cancelled'
  return {
    subscription,
    occurrence,
    terms,
    may: mayChange(occurrence, { now, zone: terms.zone, kind: subscription.kind, isOver }),
  }
}

function allowed(permission: Permission): void {
  if (!permission.ok) throw tooLateToChange(permission.because)
}

interface Putting extends Omit<Locked, 'may'> {
  readonly now: Temporal.Instant
  readonly place: Place
  readonly isMoved: boolean
}

async function putAt(tx: Tx, { occurrence, subscription, terms, now, place, isMoved }: Putting): Promise<void> {
  const placed = await placeOccurrence(tx, {
    subscription,
    occurrenceId: occurrence.id,
    period: occurrence.period,
    places: [place],
    terms,
    now,
  })
  if (placed.kind === 'no') throw cannotDeliver(placed.because)
  await markDrawn(tx, occurrence.id, { drawn: placed.drawn, planVersion: subscription.planVersion, isMoved })
}

function note(
  tx: Tx,
  which: Which,
  { now, kind, detail }: { now: Temporal.Instant; kind: string; detail: Record<string, unknown> },
): Promise<void> {
  const { subscriptionId, occurrenceId } = which
  return insertEvent(tx, { subscriptionId, occurrenceId, at: now, kind, who: doerOf(which), detail })
}
