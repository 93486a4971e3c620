import type { ClockTime } from '@flora/calendar/clock-time.ts'
import type { Instant } from '@flora/calendar/instant.ts'
import { daysAfter, type ShopDay, shopDayAt, weekdayOf, type Zone } from '@flora/calendar/shop-day.ts'
import { calendarDays, type DeliveryMethod } from '@flora/contract/delivery.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import { type Money, money } from '@flora/money/money.ts'
import { inTime } from './cut-off.ts'
import {
  addressNotServed,
  dayPassed,
  closed,
  leadTime,
  outOfRange,
  outOfSeason,
  pastCutOff,
  windowNotFound,
  windowNotThatDay,
} from './obstacle.ts'
import { isInSeason, type Season } from './season.ts'
import { surgeFor } from './surge.ts'
import { runsOn, type Window } from './window.ts'

/** Where and when somebody would like a delivery: in this window of that day, to that postcode. */
export interface DoorAsked {
  readonly windowId: WindowId
  readonly day: ShopDay
  /** Any postcode, or none, when the window is for picking up. */
  readonly postcode: string
}

/** The same with what its products ask of the calendar. */
export interface Want extends DoorAsked {
  /** The most days any of its products needs beyond the window's cut-off. */
  readonly leadDays: number
  /** Months in which all of its products can be had; undefined is all year, and an empty list is never. */
  readonly seasonMonths?: Season
}

/** What a delivery is and costs, as it is written on the order. */
export interface Terms {
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly method: DeliveryMethod
  readonly windowName: string
  readonly starts: ClockTime
  readonly ends: ClockTime
  readonly fee: Money
  /** Beside the fee, not in it. */
  readonly surge: Money
  readonly surgeName?: string
  /** The last instant at which it can be ordered, its products' lead days counted in. */
  readonly cutOffAt: Instant
}

export type PromiseCode =
  | 'window-not-found'
  | 'address-not-served'
  | 'day-closed'
  | 'no-run'
  | 'past-cut-off'
  | 'lead-time'
  | 'out-of-season'
  | 'day-out-of-range'

/**
 * The shop's word on a wanted delivery. A no says why, and keeps what is known of the terms, so that a page still shows
 * the fee.
 */
export type PlacePromise =
  | ({ readonly ok: true } & Terms)
  | ({ readonly ok: false; readonly code: PromiseCode; readonly message: string } & Partial<Terms>)

/** What the database knows about a want. */
export interface PromiseFacts {
  readonly timeZone: Zone
  readonly window: Window | undefined
  readonly isServed: boolean
  readonly closedBecause: string | undefined
  readonly surge: { readonly name: string; readonly fee: Money } | undefined
}

/** Decides one promise. Room is not looked at: taking the places decides that. */
export function decidePromise(
  want: Want,
  { timeZone, window, isServed, closedBecause, surge }: PromiseFacts,
  now: Instant,
): PlacePromise {
  if (!window) return { ok: false, ...windowNotFound }
  const { day, leadDays, seasonMonths } = want
  const today = shopDayAt(now, timeZone)
  const last = daysAfter(today, calendarDays - 1)
  const time = inTime({ day, cutOff: window.cutOff, leadDays, zone: timeZone, now })
  const terms = termsOf(window, surgeFor(window, surge), time.cutOffAt)
  const no = <Code extends PromiseCode>(code: Code, { message }: Obstacle): PlacePromise => ({
    ok: false,
    code,
    message,
    ...terms,
  })

  if (!isServed) return no('address-not-served', addressNotServed(want.postcode, window.zoneName))
  if (day < today) return no('past-cut-off', dayPassed(day))
  if (day > last) return no('day-out-of-range', outOfRange(last))
  if (closedBecause !== undefined) return no('day-closed', closed(day, closedBecause))
  if (!runsOn(window, weekdayOf(day))) return no('no-run', windowNotThatDay(day))
  if (!isInSeason(seasonMonths, day)) return no('out-of-season', outOfSeason(seasonMonths))
  switch (time.kind) {
    case 'past-cut-off':
      return no('past-cut-off', pastCutOff(time.cutOffAt, timeZone))
    case 'lead-time':
      return no('lead-time', leadTime(leadDays, false))
    case 'in-time':
      return { ok: true, ...terms }
  }
}

function termsOf(window: Window, surge: PromiseFacts['surge'], cutOffAt: Instant): Terms {
  return {
    zoneId: window.zoneId,
    zoneName: window.zoneName,
    method: window.method,
    windowName: window.name,
    starts: window.starts,
    ends: window.ends,
    fee: window.fee,
    surge: surge?.fee ?? money(0, window.fee.currency),
    ...(surge && { surgeName: surge.name }),
    cutOffAt,
  }
}
