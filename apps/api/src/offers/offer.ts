import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { VariantId, WindowId } from '@flora/contract/ids.ts'
import {
  type Frequency,
  surpriseFrequencies,
  type SubscriptionKind,
  type SubscriptionPlan,
} from '@flora/contract/subscriptions.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import { askedOfCalendar, listPromiseFacts, listSuburbs, promiseFor, type PromiseWithRoom } from '../delivery/index.ts'
import type { Db } from '../platform/db.ts'
import { cannotDeliver } from './errors.ts'
import type { Rates } from './price.ts'
import type { ShopTerms } from './queries.ts'

export interface OfferAsked {
  readonly variantId: VariantId
  readonly windowId: WindowId
  readonly postcode: string
  readonly day: ShopDay
  /** Days after it that a page would like to speak of. */
  readonly later?: readonly ShopDay[]
}

/** What the shop offers a subscriber now: its own prices, and its word on one day. */
export interface Offer {
  readonly rates: Rates
  readonly promise: PromiseWithRoom
  /** Its word on the days after it. */
  readonly later: readonly PromiseWithRoom[]
  readonly variant: VariantForSale
}

export function isOffered(kind: SubscriptionKind, frequency: Frequency): boolean {
  return kind === 'recurring' || (surpriseFrequencies as readonly Frequency[]).includes(frequency)
}

/** Refuses what cannot be subscribed to: what left the shelf, what has a season, a door that window does not go to. */
export async function findOffer(
  db: Db,
  { variantId, windowId, postcode, day, later = [] }: OfferAsked,
  { terms, now }: { terms: ShopTerms; now: Temporal.Instant },
): Promise<Offer> {
  const [variants, facts] = await Promise.all([
    listVariantsForSale(db, [variantId], shopDayAt(now, terms.zone)),
    listPromiseFacts(
      db,
      [day, ...later].map((one) => ({ windowId, day: one, postcode })),
    ),
  ])
  const variant = variants.get(variantId)
  if (!variant?.isForSale || variant.kind === 'add-on') throw cannotDeliver(notForSale)
  if (variant.seasonMonths) throw cannotDeliver(onlyInSeason(variant.productName))
  const promiseOn = (one: ShopDay, index: number) =>
    promiseFor({ windowId, day: one, postcode, ...askedOfCalendar([variant]) }, facts[index]!, now, undefined)
  const promise = promiseOn(day, 0)
  if (!promise.ok && isWhateverTheDay(promise.code)) throw cannotDeliver(promise)
  return {
    rates: { unit: variant.price, fee: promise.fee! },
    promise,
    later: later.map((one, index) => promiseOn(one, index + 1)),
    variant,
  }
}

function isWhateverTheDay(code: string): boolean {
  return code === 'window-not-found' || code === 'address-not-served'
}

const notForSale: Obstacle = {
  code: 'not-for-sale',
  message: 'This is not sold by subscription. Please choose something else.',
}

const onlyInSeason = (name: string): Obstacle => ({
  code: 'only-in-season',
  message: `${name} has its season, and a subscription goes round the year. The florist’s choice always has what is best that week.`,
})

/** What is wrong with where it goes or what the card says; undefined when a van could set off. */
export async function findPlanProblem(
  db: Db,
  { recipient, cardMessage }: SubscriptionPlan,
  { isPickUp }: { isPickUp: boolean },
): Promise<Obstacle | undefined> {
  const fit = fitCard(cardMessage)
  if (fit.unprintable.length > 0)
    return {
      code: 'card-too-long',
      message: `The card’s letters do not include ${fit.unprintable.join(' ')}. Please leave it out.`,
    }
  if (!fit.fits)
    return { code: 'card-too-long', message: `The card has room for ${fit.limit} lines. Please make it shorter.` }
  if (isPickUp) return undefined
  if (!recipient.line1 || !recipient.suburb || !recipient.postcode)
    return { code: 'address-incomplete', message: 'Please give street and number, suburb and postcode.' }
  const suburbs = (await listSuburbs(db, [recipient.postcode])).get(recipient.postcode) ?? []
  if (suburbs.length > 0 && !suburbs.some((suburb) => suburb.toLowerCase() === recipient.suburb.toLowerCase()))
    return {
      code: 'suburb-postcode',
      message: `${recipient.postcode} is ${suburbs.slice(0, 3).join(', ')}. Please check suburb and postcode against each other.`,
    }
  return undefined
}
