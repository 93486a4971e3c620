import { instantFromStored, timeFromStored } from '@flora/calendar/stored-time.ts'
import { daysAfter, shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, OccurrenceId, SubscriptionId, WindowId } from '@flora/contract/ids.ts'
import {
  type Occurrence as OccurrenceView,
  type Subscription as SubscriptionView,
  upcomingDays,
} from '@flora/contract/subscriptions.ts'
import { money } from '@flora/money/money.ts'
import { listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import { findShopTerms, nominalDay, priceOf, type ShopTerms, surprisePeriod } from '../offers/index.ts'
import type { Db } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { subscriptionNotFound } from './errors.ts'
import { refundableOf } from './end-gift.ts'
import { doneInWords } from './done-in-words.ts'
import { becauseInWords, pausedInWords } from './in-words.ts'
import { listOccurrences } from './occurrence-queries.ts'
import { listShutDays } from './shut-days.ts'
import { type Gift, mayChange, mayRule, type Occurrence, type Subscription } from './subscription.ts'
import {
  type EventRow,
  findGiftByLink,
  findSubscription,
  listEvents,
  listSubscriptions,
  listWindows,
  type WindowRow,
} from './subscription-queries.ts'
import { countGiven } from './gift-queries.ts'

type Showing = Pick<Shop, 'db' | 'clock'>

// What did not come lately still has its line, with the reason.
const shownBackDays = 28

export async function showSubscriptions(shop: Showing, accountId: AccountId): Promise<SubscriptionView[]> {
  return toViews(shop, await listSubscriptions(shop.db, accountId))
}

export async function showSubscription(
  shop: Showing,
  accountId: AccountId,
  id: SubscriptionId,
): Promise<SubscriptionView> {
  const subscription = await findSubscription(shop.db, accountId, id)
  if (!subscription) throw subscriptionNotFound()
  return viewOf(shop, subscription)
}

/** A gift, for whoever holds the link of the order that paid for it. */
export async function showGift(shop: Showing, link: string, id: SubscriptionId): Promise<SubscriptionView> {
  const subscription = await findGiftByLink(shop.db, link, id)
  if (!subscription) throw subscriptionNotFound()
  return viewOf(shop, subscription)
}

/** As its subscriber sees it, for staff who have found it otherwise. */
export async function viewOf(shop: Showing, subscription: Subscription): Promise<SubscriptionView> {
  const [view] = await toViews(shop, [subscription])
  return view!
}

interface Known {
  readonly gifts: ReadonlyMap<SubscriptionId, NonNullable<SubscriptionView['gift']>>
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
  readonly today: ShopDay
  readonly variants: ReadonlyMap<string, VariantForSale>
  readonly windows: ReadonlyMap<WindowId, WindowRow>
  readonly occurrences: readonly (Occurrence & { link: string | null })[]
  readonly events: readonly EventRow[]
  /** Of surprises that are still to come. */
  readonly shutDays: ReadonlyMap<OccurrenceId, ShopDay[]>
}

async function toViews({ db, clock }: Showing, subscriptions: readonly Subscription[]): Promise<SubscriptionView[]> {
  if (subscriptions.length === 0) return []
  const now = clock.now()
  const terms = await findShopTerms(db)
  const today = shopDayAt(now, terms.zone)
  const ids = subscriptions.map(({ id }) => id)
  const [variants, occurrences, events] = await Promise.all([
    listVariantsForSale(db, [...new Set(subscriptions.map(({ variantId }) => variantId))], today),
    listOccurrences(db, ids, { from: daysAfter(today, -shownBackDays), until: daysAfter(today, upcomingDays) }),
    listEvents(db, ids),
  ])
  const windowIds = [...subscriptions, ...occurrences].flatMap(({ windowId }) => windowId ?? [])
  const [windows, shutDays] = await Promise.all([
    listWindows(db, [...new Set(windowIds)]),
    listShutDays(db, { subscriptions, occurrences, today, now }),
  ])
  const gifts = new Map<SubscriptionId, NonNullable<SubscriptionView['gift']>>()
  for (const one of subscriptions) if (hasGift(one)) gifts.set(one.id, await toGiftView(db, one, now))
  const known = { terms, now, today, variants, windows, occurrences, events, gifts, shutDays }
  return subscriptions.map((one) => toView(one, known))
}

async function toGiftView(
  db: Db,
  subscription: Subscription & { gift: Gift },
  now: Temporal.Instant,
): Promise<NonNullable<SubscriptionView['gift']>> {
  const { deliveries, orderLink } = subscription.gift
  const { settled } = await countGiven(db, subscription.id, now)
  const left = subscription.state === 'cancelled' ? 0 : Math.max(0, deliveries - settled)
  return { deliveries, left, refundable: await refundableOf(db, subscription, now), orderLink }
}

function hasGift(subscription: Subscription): subscription is Subscription & { gift: Gift } {
  return subscription.gift !== null
}

function toView(subscription: Subscription, known: Known): SubscriptionView {
  const { id, version, kind, frequency, state, pausedUntil, plan, agreed, variantId, windowId, cardId } = subscription
  const { terms, now, variants, windows } = known
  const gift = known.gifts.get(id)
  const variant = variants.get(variantId)!
  const { announced } = agreed
  const paused = pausedInWords(subscription.pausedBecause)
  const isToCome = announced && Temporal.Instant.compare(now, announced.from) < 0
  return {
    id,
    version,
    kind,
    frequency,
    state,
    plan,
    // A gift was paid once, and no card is kept for it.
    ...(cardId && { cardId }),
    ...(gift && { gift }),
    quantity: agreed.quantity,
    ...(pausedUntil && { pausedUntil }),
    ...(paused && { pausedBecause: paused }),
    product: {
      variantId,
      slug: variant.slug,
      name: variant.productName,
      variantName: variant.variantName,
      tint: variant.tint,
      picture: variant.picture,
    },
    window: toWindow(windows.get(windowId)!),
    perDelivery: priceOf(agreed, now, terms.gstBasisPoints).total,
    ...(isToCome && {
      newPrice: {
        perDelivery: priceOf(agreed, announced.from, terms.gstBasisPoints).total,
        from: announced.from.toString(),
      },
    }),
    occurrences: known.occurrences
      .filter(({ subscriptionId }) => subscriptionId === id)
      .map((occurrence) => toOccurrenceView(occurrence, subscription, known)),
    later: laterOf(subscription, known.today, leftOf(subscription, known)),
    events: known.events
      .filter(({ subscriptionId }) => subscriptionId === id)
      .map(({ at, occurrenceId, ...event }) => ({
        at: instantFromStored(at).toString(),
        kind: event.kind,
        // Which of the shop's people it was is the shop's to know.
        who: event.who.startsWith('acc_') ? 'shop' : event.who,
        ...(occurrenceId && { occurrenceId }),
        ...doneInWords(event, { isSurprise: kind === 'surprise', zone: terms.zone }),
      })),
    can: mayRule(subscription),
  }
}

function toWindow({ id, name, starts, ends }: WindowRow): SubscriptionView['window'] {
  return { id, name, starts: timeFromStored(starts), ends: timeFromStored(ends) }
}

function toOccurrenceView(
  occurrence: Occurrence & { link: string | null },
  subscription: Subscription,
  { terms, now, today, windows, shutDays }: Known,
): OccurrenceView {
  const { id, state, day, windowId, priceMinor, lastChangeAt, chargeAt, payUntil, failure, link, period } = occurrence
  const because = becauseInWords(occurrence.because)
  // What comes as a surprise is known on its day, and not by its order before.
  const isHidden = subscription.kind === 'surprise' && (day === null || day >= today)
  const isSecret = isHidden && state === 'paid'
  const mayPay = state === 'charging' && failure !== null
  return {
    id,
    state,
    ...(because && { because }),
    ...(isHidden
      ? { between: surprisePeriod(subscription, period), notOn: shutDays.get(id) ?? [] }
      : { day: day ?? occurrence.nominalDay }),
    ...(windowId && windows.has(windowId) && { window: toWindow(windows.get(windowId)!) }),
    ...(priceMinor !== null && { price: money(priceMinor, subscription.currency) }),
    // Its deadlines would tell a surprise's day.
    ...(!isHidden && lastChangeAt && { lastChangeAt: lastChangeAt.toString() }),
    ...(!isHidden && chargeAt && { chargeAt: chargeAt.toString() }),
    ...(mayPay && payUntil && { payUntil: payUntil.toString() }),
    ...(link && !isSecret && { orderLink: link }),
    can: mayChange(occurrence, {
      now,
      zone: terms.zone,
      kind: subscription.kind,
      isOver: subscription.state === 'cancelled',
    }),
  }
}

/** How many deliveries are still to be drawn up: of a gift those that are not planned yet, else without end. */
function leftOf({ id }: Subscription, { gifts, occurrences }: Known): number {
  const gift = gifts.get(id)
  if (!gift) return Infinity
  const planned = occurrences.filter((one) => one.subscriptionId === id && one.state === 'planned').length
  return gift.left - planned
}

/** What comes after all that has its places, by the rule alone. */
function laterOf(subscription: Subscription, today: ShopDay, left: number): SubscriptionView['later'] {
  if (subscription.state === 'cancelled' || (subscription.state === 'paused' && subscription.pausedUntil === null))
    return []
  const last = daysAfter(today, upcomingDays)
  const later: SubscriptionView['later'] = []
  for (let period = subscription.nextPeriod; nominalDay(subscription, period) <= last; period += 1) {
    if (later.length >= left) break
    later.push(
      subscription.kind === 'surprise'
        ? { between: surprisePeriod(subscription, period) }
        : { day: nominalDay(subscription, period) },
    )
  }
  return later
}
