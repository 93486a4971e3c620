import { parseClockTime } from '@flora/calendar/clock-time.ts'
import { cutOffInstant, type Instant, instantOf, isBefore } from '@flora/calendar/instant.ts'
import { daysAfter, type ShopDay, shopDayAt, weekdayOf } from '@flora/calendar/shop-day.ts'
import { timeFromStored } from '@flora/calendar/stored-time.ts'
import { boardColumn, type DeliveryCard, riskCodes, type Today } from '@flora/contract/day-board.ts'
import { money } from '@flora/money/money.ts'
import type { Shop } from '../shop.ts'
import { findDayCounts, findTimeZone } from './board-queries.ts'
import { momentAt, toCard } from './card.ts'
import type { Moment } from './risk.ts'
import { toDayHead } from './show-board.ts'
import { type CutOffRow, findTakings, listCapacity, listCutOffs, listSuspects } from './today-queries.ts'

const daysAhead = 14

// Beyond, the page says how many and shows the first; a florist with more than these has stopped reading.
const mostSuspects = 500

/** A day at a glance. Asked for again whenever something of it changes. */
export async function showToday({ db, clock }: Pick<Shop, 'db' | 'clock'>, asked: ShopDay | undefined): Promise<Today> {
  const now = clock.now()
  const timeZone = await findTimeZone(db)
  const moment = momentAt(now, timeZone)
  const day = asked ?? moment.today
  const [counts, suspects, takings, capacity, cutOffs] = await Promise.all([
    findDayCounts(db, day),
    listSuspects(db, { day, ...timesOf(day, moment), most: mostSuspects }),
    findTakings(db, {
      day,
      from: instantOf(day, '00:00', timeZone),
      until: instantOf(daysAfter(day, 1), '00:00', timeZone),
    }),
    listCapacity(db, day, daysAfter(day, daysAhead - 1)),
    listCutOffs(db),
  ])
  const cards = suspects.map((row) => toCard(row, moment)).filter(({ risks }) => risks.length > 0)
  const [late, atRisk] = [cards.filter(isOfLate), cards.filter((card) => !isOfLate(card))]
  const nextCutOff = nextCutOffOf(cutOffs, moment)
  const made = new Set(['READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED'])
  return {
    ...toDayHead(day, counts, moment),
    made: counts.counts.reduce((sum, [, status, count]) => (made.has(status) ? sum + count : sum), 0),
    benchMinutes: fill(counts.benchMinutes, counts.benchTaken),
    revenue: {
      ofDay: money(takings.ofDayMinor, takings.currency),
      taken: money(takings.takenMinor, takings.currency),
    },
    ...(nextCutOff && { nextCutOff }),
    late: { count: late.length, cards: late.slice(0, boardColumn) },
    atRisk: { count: atRisk.length, cards: atRisk.toSorted(worstFirst).slice(0, boardColumn) },
    capacity: capacity.map((row) => ({
      day: row.day,
      ...(row.closedBecause !== null && { closedBecause: row.closedBecause }),
      places: fill(row.capacity, row.taken),
      benchMinutes: fill(row.minutes, row.minutesTaken),
    })),
  }
}

function fill(capacity: number, taken: number): { capacity: number; taken: number; left: number } {
  return { capacity, taken, left: capacity - taken }
}

// What the clock says of a day that is not this one: all of it is over, or nothing is.
function timesOf(day: ShopDay, { today, at, timeZone, time }: Moment): { overBy: string; dueBy: string } {
  if (day < today) return { overBy: '24:00', dueBy: '24:00' }
  if (day > today) return { overBy: '00:00', dueBy: '00:00' }
  const inAnHour = at.add({ hours: 1 })
  return {
    overBy: time,
    dueBy: shopDayAt(inAnHour, timeZone) === today ? momentAt(inAnHour, timeZone).time : '24:00',
  }
}

function isOfLate({ risks }: DeliveryCard): boolean {
  return risks.some(({ code }) => code === 'late')
}

function worstFirst(a: DeliveryCard, b: DeliveryCard): number {
  const rank = ({ risks }: DeliveryCard) => Math.min(...risks.map(({ code }) => riskCodes.indexOf(code)))
  return rank(a) - rank(b)
}

/** The next instant at which some window stops taking orders. */
function nextCutOffOf(rows: readonly CutOffRow[], { at, today, timeZone }: Moment): Today['nextCutOff'] {
  let next: { at: Instant; windowName: string } | undefined
  for (const { name, weekdays, time, daysBefore } of rows) {
    const cutOff = { time: parseClockTime(timeFromStored(time)), daysBefore }
    for (let ahead = daysBefore; ahead <= daysBefore + 1; ahead += 1) {
      const day = daysAfter(today, ahead)
      if (!weekdays.includes(weekdayOf(day))) continue
      const instant = cutOffInstant(day, cutOff, timeZone)
      if (isBefore(at, instant) && (!next || isBefore(instant, next.at))) next = { at: instant, windowName: name }
    }
  }
  return next && { at: next.at.toString(), windowName: next.windowName }
}
