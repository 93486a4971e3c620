import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { newId, type SubscriptionId } from '@flora/contract/ids.ts'
import { type NewSubscription, subscriptionLimits } from '@flora/contract/subscriptions.ts'
import { isSame } from '@flora/money/money.ts'
import { herCard } from '../customers/index.ts'
import {
  cannotDeliver,
  findOffer,
  findPlanProblem,
  findShopTerms,
  frequencyNotOffered,
  hasSubscribed,
  isOffered,
  priceOf,
  type ShopTerms,
} from '../offers/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { placesToTry } from './draw.ts'
import { drawUp } from './draw-up.ts'
import { priceChanged, tooManySubscriptions } from './errors.ts'
import { everyInWords } from './in-words.ts'
import { insertOccurrence } from './occurrence-queries.ts'
import { placeOccurrence } from './place-occurrence.ts'
import type { Subscription } from './subscription.ts'
import { findCreated, insertEvent, insertSubscription, lockAndCount, lockSubscription } from './subscription-queries.ts'
import { tell } from './tell.ts'

export type Subscribing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

export interface Wish {
  readonly caller: Caller
  readonly key: string
  readonly wish: NewSubscription
}

/**
 * Begins a subscription: its first delivery has its places before she hears yes, and those of the next weeks follow at once. The
 * same key always gives the same subscription.
 */
export async function subscribe(shop: Subscribing, { caller, key, wish }: Wish): Promise<SubscriptionId> {
  const creationKey = `${caller.accountId} ${key}`
  const begun = await findCreated(shop.db, creationKey)
  if (begun) return begun
  if (!isOffered(wish.kind, wish.frequency)) throw frequencyNotOffered()
  // Stripe is asked whose card it is before anything is written.
  await herCard(shop, caller.accountId, wish.cardId)
  const id = newId('sub')
  const isNew = await shop.inTransaction((tx) => begin(tx, shop, { id, creationKey, caller, wish }))
  if (!isNew) return (await findCreated(shop.db, creationKey))!
  await drawUp(shop, id)
  return id
}

interface Beginning {
  readonly id: SubscriptionId
  readonly creationKey: string
  readonly caller: Caller
  readonly wish: NewSubscription
}

async function begin(tx: Tx, shop: Subscribing, { id, creationKey, caller, wish }: Beginning): Promise<boolean> {
  const now = shop.clock.now()
  const { accountId } = caller
  if ((await lockAndCount(tx, accountId)) >= subscriptionLimits.subscriptions) {
    if (await findCreated(tx, creationKey)) return false
    throw tooManySubscriptions()
  }
  const terms = await findShopTerms(tx)
  const { kind, frequency, variantId, windowId, quantity, plan, cardId, firstDay } = wish
  const { postcode } = plan.recipient
  const { rates, promise } = await findOffer(tx, { variantId, windowId, postcode, day: firstDay }, { terms, now })
  const problem = await findPlanProblem(tx, plan, { isPickUp: promise.method === 'pick-up' })
  if (problem) throw cannotDeliver(problem)
  const { discountBasisPoints, gstBasisPoints } = terms
  const price = priceOf({ ...rates, quantity, discountBasisPoints, announced: undefined }, now, gstBasisPoints)
  const trialBasisPoints = (await hasSubscribed(tx, accountId)) ? 0 : terms.trialBasisPoints
  if (!isSame(price.total, wish.perDelivery)) throw priceChanged(price.total)

  const isNew = await insertSubscription(tx, {
    id,
    accountId,
    kind,
    frequency,
    anchorDay: firstDay,
    variantId,
    quantity,
    windowId,
    plan,
    cardId,
    creationKey,
    unitMinor: rates.unit.minor,
    feeMinor: rates.fee.minor,
    discountBasisPoints,
    trialBasisPoints,
    at: now,
  })
  if (!isNew) return false
  const subscription = (await lockSubscription(tx, id))!
  const what = `${promiseName(quantity)}${await placeFirst(tx, shop, { subscription, terms, now })}`
  await insertEvent(tx, { subscriptionId: id, at: now, kind: 'started', who: 'customer' })
  await tell(tx, shop, subscription, {
    once: `started:${id}`,
    news: {
      news: 'started',
      what,
      every: everyInWords(kind, frequency),
      first: kind === 'surprise' ? undefined : firstDay,
      price: price.total,
      chargeAt: undefined,
    },
  })
  await shop.jobs.enqueue(tx, 'subscriptions/draw-up', { subscriptionId: id })
  return true
}

function promiseName(quantity: number): string {
  return quantity === 1 ? '' : `${quantity} × `
}

/** The first delivery: on the very day she named, or drawn from its period. Says what comes. */
async function placeFirst(
  tx: Tx,
  shop: Subscribing,
  { subscription, terms, now }: { subscription: Subscription; terms: ShopTerms; now: Temporal.Instant },
): Promise<string> {
  const { id, kind, anchorDay, planVersion } = subscription
  const tries = placesToTry(subscription, { period: 0, today: shopDayAt(now, terms.zone), others: [] })
  const places = kind === 'surprise' ? tries : [{ day: anchorDay, windowId: subscription.windowId }]
  const occurrenceId = newId('occ')
  const placed = await placeOccurrence(tx, { subscription, occurrenceId, period: 0, places, terms, now })
  if (placed.kind === 'no') throw cannotDeliver(placed.because)
  const row = { id: occurrenceId, subscriptionId: id, period: 0, nominalDay: anchorDay, planVersion, at: now }
  await insertOccurrence(tx, row, { drawn: placed.drawn })
  // Named so near that its charge is due: then it is charged now, and not when the round comes.
  if (Temporal.Instant.compare(placed.drawn.chargeAt, now) <= 0)
    await shop.jobs.enqueue(tx, 'subscriptions/charge-due', {})
  const { productName, variantName } = placed.variant
  return `${productName}, ${variantName}`
}
