import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import { calendarDays } from '@flora/contract/delivery.ts'
import type { Shop } from '../shop.ts'
import { findTimeZone } from './queries.ts'
import { insertBenchDays, insertPlaces } from './room/queries.ts'

// A little further than the calendar shows, so that the days of tomorrow's calendar are there however late the job
// runs.
export const daysAhead = calendarDays + 5

/**
 * Makes the places and bench days from today on that are not there yet. A day that exists keeps what staff made of it.
 */
export async function openDays({
  db,
  inTransaction,
  clock,
}: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): Promise<void> {
  const from = shopDayAt(clock.now(), await findTimeZone(db))
  const range = { from, until: daysAfter(from, daysAhead) }
  await inTransaction((tx) => insertBenchDays(tx, range))
  await inTransaction((tx) => insertPlaces(tx, range))
}
