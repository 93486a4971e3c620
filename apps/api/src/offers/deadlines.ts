import { type Instant, instantOf } from '@flora/calendar/instant.ts'
import { daysAfter, shopDayAt, type Zone } from '@flora/calendar/shop-day.ts'

/** The instants that rule one delivery. */
export interface Deadlines {
  /** Until then she may skip, move or change it. */
  readonly lastChangeAt: Instant
  /** Then the card is charged: the moment changes close, so that nobody changes what is paid already. */
  readonly chargeAt: Instant
  /** The last moment at which money still brings flowers: the order's hold ends. */
  readonly payUntil: Instant
}

/** 4 pm, two shop days before the day of the cut-off: in the middle of a day, so that letters about it are read. */
export const lastChange = { time: '16:00', daysBefore: 2 } as const

// Time for an event of Stripe's to come and for the stems to be ordered.
const beforeCutOffMinutes = 60

/**
 * The deadlines of a delivery whose orders close at `cutOffAt`. Days are counted on the shop's wall, so that a night on which the
 * clock changes moves none of them; the last hour is an hour.
 */
export function deadlinesOf(cutOffAt: Instant, zone: Zone): Deadlines {
  const day = daysAfter(shopDayAt(cutOffAt, zone), -lastChange.daysBefore)
  const at = instantOf(day, lastChange.time, zone)
  return { lastChangeAt: at, chargeAt: at, payUntil: cutOffAt.subtract({ minutes: beforeCutOffMinutes }) }
}

/** How long after each no the card is asked again. */
export const retryHours = [6, 18, 18] as const

/** A bank that said this once will say it again: only another card, or its owner, can help. */
const finalFailures = new Set([
  'authentication_required',
  'expired_card',
  'lost_card',
  'stolen_card',
  'card_gone',
  'no_card',
  'invalid_account',
  'card_not_supported',
])

/** When the card is asked again after its n-th no; undefined when it is not asked any more. */
export function retryAt({
  declines,
  failure,
  at,
  payUntil,
}: {
  declines: number
  failure: string
  at: Instant
  payUntil: Instant
}): Instant | undefined {
  const hours = retryHours[declines - 1]
  if (hours === undefined || finalFailures.has(failure)) return undefined
  const next = at.add({ hours })
  return Temporal.Instant.compare(next, payUntil) < 0 ? next : undefined
}
