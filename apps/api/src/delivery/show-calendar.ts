import { eachDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import { calendarDays, type DeliveryCalendar } from '@flora/contract/delivery.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { listStockLeft } from '../stock/index.ts'
import { decideDay } from './calendar-day.ts'
import { type Line, needsOf, stockNeeds } from './needs.ts'
import { noVanGoesTo } from './obstacle.ts'
import { findArrangements } from './queries.ts'
import { findRoom } from './room/queries.ts'

export interface CalendarAsked {
  readonly postcode: string
  readonly lines?: readonly Line[] | undefined
  readonly days?: number | undefined
}

/**
 * The calendar of a postcode for some products, decided at this moment. Two statements at once, and two more for
 * products.
 */
export async function showCalendar(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  { postcode, lines = [], days = calendarDays }: CalendarAsked,
): Promise<DeliveryCalendar> {
  const now = clock.now()
  // The shop's own day is known with its arrangements; its counters are asked for at the same time, a day wider on each
  // side.
  const [{ suburbs, ...arrangements }, room] = await Promise.all([
    findArrangements(db, postcode, now),
    findRoom(db, postcode, now),
  ])
  const today = shopDayAt(now, arrangements.timeZone)
  const variants = await listVariantsForSale(db, [...new Set(lines.map(({ variantId }) => variantId))], today)
  const wanted = lines.flatMap(({ variantId, quantity }) =>
    variants.has(variantId) ? [{ variant: variants.get(variantId)!, quantity }] : [],
  )
  const left = await listStockLeft(
    db,
    stockNeeds(wanted).map(({ itemId }) => itemId),
  )
  const needs = needsOf(lines, variants, left)

  return {
    postcode,
    suburbs,
    ...(arrangements.zone ? { zone: arrangements.zone } : { unserved: noVanGoesTo(postcode) }),
    today,
    at: now.toString(),
    timeZone: arrangements.timeZone,
    days: eachDay(today, days).map((day) => decideDay(day, arrangements, needs, room, { now, today })),
  }
}
