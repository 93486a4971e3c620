import { timeFromStored } from '@flora/calendar/stored-time.ts'
import { compareTimes, type ClockTime } from '@flora/calendar/clock-time.ts'
import { timeInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { Risk } from '@flora/contract/day-board.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { Substitution } from '@flora/contract/recipient.ts'
import type { z } from 'zod'

/** What may be wrong with a delivery, as the tables know it. */
export interface Suspect {
  readonly status: OrderStatus
  readonly method: DeliveryMethod
  readonly day: ShopDay
  readonly windowStarts: string
  readonly windowEnds: string
  readonly benchMinutes: number
  readonly line1: string
  readonly line2: string
  readonly suburb: string
  readonly postcode: string
  /** Whether a zone has this suburb with this postcode. */
  readonly isKnownPlace: boolean
  readonly dueMinor: number
  /** Its words when there are many, else nothing. */
  readonly longCard: string
  /** Something that its order takes is not in the shop any more. */
  readonly isShort: boolean
  readonly substitution: z.output<typeof Substitution>
}

/** The shop's calendar and clock at the moment of looking. */
export interface Moment {
  readonly at: Temporal.Instant
  readonly today: ShopDay
  readonly time: ClockTime
  readonly timeZone: string
}

// Within the hour before a window somebody should have begun.
const beginMinutes = 60

/** Why somebody should look at a delivery, worst first; nothing for what is done or over. */
export function decideRisks(suspect: Suspect, moment: Moment): Risk[] {
  const { status, dueMinor } = suspect
  if (status === 'CANCELLED' || status === 'REFUNDED') return []
  const unpaid = unpaidRisk(status, dueMinor)
  if (status === 'DELIVERED') return unpaid
  if (status === 'NOT_DELIVERED')
    return [
      { code: 'not-delivered', message: 'It came back. Send it out again, move it, or ring the buyer.' },
      ...unpaid,
    ]
  const timely = isLate(suspect, moment)
    ? [{ code: 'late', message: lateWords(suspect, moment) } as const]
    : isNotStarted(suspect, moment)
      ? [
          {
            code: 'not-started',
            message: `${suspect.benchMinutes} bench minutes, and its window begins at ${timeInWords(timeFromStored(suspect.windowStarts))}.`,
          } as const,
        ]
      : []
  return [...timely, ...shortRisk(suspect), ...unpaid, ...addressRisk(suspect), ...cardRisk(suspect)]
}

/** Whether its window is over and it isn't there. */
export function isLate({ status, day, windowEnds }: Suspect, { today, time }: Moment): boolean {
  if (!isOnItsWay(status)) return false
  return day < today || (day === today && compareTimes(timeFromStored(windowEnds), time) <= 0)
}

function isNotStarted({ status, day, windowStarts }: Suspect, { today, time }: Moment): boolean {
  if (status !== 'CONFIRMED' || day !== today) return false
  return minutesOf(timeFromStored(windowStarts)) - minutesOf(time) <= beginMinutes
}

function isOnItsWay(status: OrderStatus): boolean {
  return status === 'CONFIRMED' || status === 'PREPARING' || status === 'READY' || status === 'OUT_FOR_DELIVERY'
}

function lateWords({ day, method, windowEnds }: Suspect, { today }: Moment): string {
  if (day < today)
    return method === 'pick-up' ? 'Nobody came for it that day.' : 'Its day is over, and it isn’t marked as delivered.'
  const ended = timeInWords(timeFromStored(windowEnds))
  return method === 'pick-up' ? `Nobody came for it until ${ended}.` : `Its window ended at ${ended}.`
}

function unpaidRisk(status: OrderStatus, dueMinor: number): Risk[] {
  if (status === 'PENDING') return [{ code: 'unpaid', message: 'Not paid yet. Its place is held until then.' }]
  return dueMinor > 0 ? [{ code: 'unpaid', message: 'A difference since a change is still to be paid.' }] : []
}

function shortRisk({ isShort, substitution, status }: Suspect): Risk[] {
  if (!isShort || status === 'READY' || status === 'OUT_FOR_DELIVERY') return []
  const then = {
    'nearest-match': 'The nearest match may go in.',
    'ask-me': 'The buyer wants to be asked first.',
    refund: 'The buyer wants it left out and refunded.',
  }[substitution]
  return [{ code: 'short-of-stock', message: `Something it needs is not in the shop any more. ${then}` }]
}

// Doors that drivers stand in front of and do not find: no number, a floor without a house, a suburb of another postcode.
function addressRisk({ method, line1, line2, suburb, postcode, isKnownPlace }: Suspect): Risk[] {
  if (method === 'pick-up') return []
  const doubt = (message: string): Risk[] => [{ code: 'address', message }]
  if (!/\d/.test(`${line1} ${line2}`)) return doubt(`“${line1}” has no number.`)
  if (/^(level|floor|suite|ward|room|shop)\b/i.test(line1) && !/[a-z]{3}/i.test(line2))
    return doubt(`“${line1}” without a street.`)
  return isKnownPlace ? [] : doubt(`${suburb} is not a suburb of ${postcode}.`)
}

function cardRisk({ longCard, status }: Suspect): Risk[] {
  if (longCard === '' || status === 'OUT_FOR_DELIVERY' || fitCard(longCard).fits) return []
  return [{ code: 'card-too-long', message: 'The card’s message does not fit the card.' }]
}

function minutesOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
