import { clockTimeAt } from '@flora/calendar/clock-time.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { timeFromStored } from '@flora/calendar/stored-time.ts'
import { type DeliveryCard, markable } from '@flora/contract/day-board.ts'
import { money } from '@flora/money/money.ts'
import { decideMarking, isAlive, type Marking, nextStep } from '../making/index.ts'
import type { CardRow } from './card-queries.ts'
import { decideRisks, type Moment } from './risk.ts'

/** The moment of looking, on the shop's wall. */
export function momentAt(at: Temporal.Instant, timeZone: string): Moment {
  return { at, timeZone, today: shopDayAt(at, timeZone), time: clockTimeAt(at, timeZone) }
}

/** A delivery as it lies on the board, with what it may be marked as. */
export function toCard(row: CardRow, moment: Moment): DeliveryCard {
  const { status, method, day } = row
  const next = nextStep(row)
  return {
    deliveryId: row.deliveryId,
    orderId: row.orderId,
    number: row.number,
    status,
    method,
    day,
    window: {
      id: row.windowId,
      name: row.windowName,
      starts: timeFromStored(row.windowStarts),
      ends: timeFromStored(row.windowEnds),
    },
    zone: { id: row.zoneId, name: row.zoneName },
    recipient: {
      name: row.recipientName,
      suburb: row.suburb,
      postcode: row.postcode,
      phone: row.recipientPhone,
    },
    buyerName: row.buyerName,
    what: inOne(row),
    more: Math.max(0, row.pieces - 1),
    benchMinutes: row.benchMinutes,
    isPaid: isAlive(status),
    ...(row.dueMinor > 0 && { due: money(row.dueMinor, row.currency) }),
    cardPrinted: row.isCardPrinted,
    substitution: row.substitution,
    risks: decideRisks(row, moment),
    ...(next && { next: { to: next, may: toPermission(decideMarking(row, next, moment.today)) } }),
    moves: markable.filter((to) => decideMarking(row, to, moment.today).kind === 'mark'),
  }
}

export function toPermission(marking: Marking): { ok: true } | { ok: false; because: string } {
  switch (marking.kind) {
    case 'mark':
      return { ok: true }
    case 'already':
      return { ok: false, because: 'It is so already.' }
    case 'refuse':
      return { ok: false, because: marking.because }
  }
}

// A product of one size says nothing by its size.
function inOne({ name, variantName }: CardRow): string {
  if (name === null) return 'Nothing'
  return !variantName || variantName.toLowerCase() === 'one size' ? name : `${name}, ${variantName.toLowerCase()}`
}
