import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored, timeFromStored } from '@flora/calendar/stored-time.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { ChangeQuote, ChangeWish } from '@flora/contract/desk-order.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { add, least, money, type Money, subtract } from '@flora/money/money.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import { askedOfCalendar, listPromiseFacts, listSuburbs, promiseFor, type PromiseWithRoom } from '../delivery/index.ts'
import { isAlive } from '../making/index.ts'
import type { Db } from '../platform/db.ts'
import { changesOf, kindsOf, mayChange, settlementsOf, type SettleFacts, type Standing, wished } from './change.ts'
import type { DeliveryToChange, NewTerms } from './change-queries.ts'
import { allOf, refundableOf } from './refund.ts'
import { chargedFor } from './show-order.ts'

/** What a change comes to, before anything is written. */
export interface ChangePlan {
  readonly becomes: Standing
  readonly changes: readonly string[]
  /** When it goes elsewhere or at another time. */
  readonly terms: NewTerms | undefined
  readonly zoneName: string
  readonly charged: Money
  readonly price: Money
  readonly settling: SettleFacts
  readonly obstacle: Obstacle | undefined
}

interface Planning {
  readonly known: DeliveryToChange
  readonly wish: ChangeWish
  readonly now: Temporal.Instant
  readonly mayWaive: boolean
}

/** Works a change out by the same promises that a shopper gets: window, cut-off, closure, address, card. Room is taken, not asked. */
export async function planChange(db: Db, { known, wish, now, mayWaive }: Planning): Promise<ChangePlan> {
  const was = known.standing
  const becomes = wished(was, wish)
  const changes = changesOf(was, becomes)
  const isMoved = changes.includes('day') || changes.includes('window')
  const mayNot = kindsOf(changes)
    .map((what) => mayChange(known, what))
    .find((may) => !may.ok)
  const look = isMoved || changes.includes('address') ? await lookAtDoor(db, { known, becomes, now }) : undefined
  const sum = (minor: number) => money(minor, known.currency)
  const charged = chargedFor({ ...known, refundedMinor: known.refundedOfFeeMinor }, known.currency)
  const price = isMoved && look ? priceOf(look.promise, known, charged) : charged
  const isPaid = isAlive(known.status)
  const books = refundableOf({ ...known, isAlive: isPaid, isCancelled: false })
  const obstacle =
    mayNot && !mayNot.ok
      ? { code: mayNot.because.includes('printed') ? 'card-printed' : 'not-changeable', message: mayNot.because }
      : ((look && doorObstacle(look, { becomes, isMoved })) ?? cardObstacle(becomes, changes))
  return {
    becomes,
    changes,
    terms: isMoved && look ? termsOf(look.promise, becomes) : undefined,
    zoneName: look?.promise.zoneName ?? known.zoneName,
    charged,
    price,
    settling: {
      difference: subtract(price, charged),
      isPaid,
      mayWaive,
      canGoBack: add(allOf(books), sum(known.dueMinor)),
    },
    obstacle,
  }
}

interface Look {
  readonly promise: PromiseWithRoom
  readonly isServed: boolean
  readonly suburbs: readonly string[]
}

async function lookAtDoor(
  db: Db,
  { known, becomes, now }: { known: DeliveryToChange; becomes: Standing; now: Temporal.Instant },
): Promise<Look> {
  const { postcode } = becomes.recipient
  const door = { windowId: becomes.windowId, day: becomes.day, postcode }
  const today = shopDayAt(now, known.timeZone)
  const [[facts], variants, suburbs] = await Promise.all([
    listPromiseFacts(db, [door]),
    listVariantsForSale(db, [...known.variantIds], today),
    listSuburbs(db, [postcode]),
  ])
  const want = { ...door, ...askedOfCalendar([...variants.values()]) }
  return {
    promise: promiseFor(want, facts!, now, undefined),
    isServed: facts!.isServed,
    suburbs: suburbs.get(postcode) ?? [],
  }
}

// A correction of the address alone is no new order: the cut-off of its window is nobody's concern, but that the van goes there is.
function doorObstacle(
  { promise, isServed, suburbs }: Look,
  { becomes, isMoved }: { becomes: Standing; isMoved: boolean },
): Obstacle | undefined {
  if (!promise.ok && (isMoved || (promise.code === 'address-not-served' && !isServed)))
    return { code: promise.code, message: promise.message }
  if (promise.method === 'pick-up') return undefined
  const { name, line1, suburb, postcode } = becomes.recipient
  if (!name || !line1 || !suburb || !postcode)
    return { code: 'address-incomplete', message: 'A name, a street, a suburb and a postcode are needed.' }
  if (suburbs.length > 0 && !suburbs.some((known) => known.toLowerCase() === suburb.toLowerCase()))
    return {
      code: 'suburb-postcode',
      message: `${postcode} is ${suburbs.slice(0, 3).join(', ')}. Please check suburb and postcode against each other.`,
    }
  return undefined
}

function cardObstacle({ cardMessage }: Standing, changes: readonly string[]): Obstacle | undefined {
  if (!changes.includes('card')) return undefined
  const fit = fitCard(cardMessage)
  if (fit.fits) return undefined
  return {
    code: 'card-too-long',
    message:
      fit.unprintable.length > 0
        ? `The card’s letters do not include ${fit.unprintable.join(' ')}.`
        : `The card is ${fit.lines.length - fit.limit} lines too long.`,
  }
}

// The discount that was given stays, as far as there is a fee to take it from.
function priceOf(promise: PromiseWithRoom, { currency, discountMinor }: DeliveryToChange, charged: Money): Money {
  if (!promise.fee || !promise.surge) return charged
  const fee = add(promise.fee, promise.surge)
  return subtract(fee, least(money(discountMinor, currency), fee))
}

function termsOf(promise: PromiseWithRoom, { day, windowId }: Standing): NewTerms | undefined {
  if (!promise.zoneId || !promise.method || !promise.starts || !promise.ends || !promise.cutOffAt) return undefined
  return {
    day,
    windowId,
    zoneId: promise.zoneId,
    method: promise.method,
    windowName: promise.windowName!,
    windowStarts: promise.starts,
    windowEnds: promise.ends,
    cutOffAt: promise.cutOffAt.toString(),
  }
}

/** A plan as the desk is told before it agrees. */
export function toChangeQuote(plan: ChangePlan, known: DeliveryToChange): ChangeQuote {
  const { becomes, terms, charged, price, settling, obstacle, changes } = plan
  const fit = fitCard(becomes.cardMessage)
  const shown = (
    window: { windowName: string; windowStarts: string; windowEnds: string },
    windowId: Standing['windowId'],
  ) => ({
    id: windowId,
    name: window.windowName,
    starts: timeFromStored(window.windowStarts),
    ends: timeFromStored(window.windowEnds),
  })
  return {
    ...(obstacle && { obstacle }),
    was: {
      day: known.standing.day,
      window: shown(known, known.standing.windowId),
      zone: { id: known.zoneId, name: known.zoneName },
      price: charged,
      cutOffAt: instantFromStored(known.cutOffAt).toString(),
    },
    ...(terms && {
      becomes: {
        day: terms.day,
        window: shown(terms, terms.windowId),
        zone: { id: terms.zoneId, name: plan.zoneName },
        price,
        cutOffAt: terms.cutOffAt,
      },
    }),
    difference: settling.difference,
    settle: settlementsOf(settling),
    cardFit: { ...fit, lines: [...fit.lines], unprintable: [...fit.unprintable] },
    changes: [...changes],
  }
}
