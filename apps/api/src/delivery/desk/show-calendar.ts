import { eachDay, parseShopDay, type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { DeskDay, DeskMonth } from '@flora/contract/delivery-desk.ts'
import type { Shop } from '../../shop.ts'
import { findCalendar } from './calendar-queries.ts'
import { daySubject } from './arrange.ts'
import { listChangesOf } from './change-queries.ts'
import { dayOf, dayWindowsOf, usualBenchMinutes } from './month.ts'

type Reads = Pick<Shop, 'db' | 'clock'>

/** A month of the calendar, '2026-12'. */
export async function showMonth({ db, clock }: Reads, month: string): Promise<DeskMonth> {
  const first = parseShopDay(`${month}-01`)
  const days = eachDay(first, 31).filter((day) => day.startsWith(month))
  const record = await findCalendar(db, { from: first, until: days.at(-1) ?? first })
  const today = shopDayAt(clock.now(), record.timeZone)
  return {
    month,
    today,
    days: days.map((day) => dayOf(day, record, today)),
    zones: [...record.zones],
    version: record.version,
  }
}

/** One day with its windows and its last changes. */
export async function showDay({ db, clock }: Reads, day: ShopDay): Promise<DeskDay> {
  const [record, changes] = await Promise.all([
    findCalendar(db, { from: day, until: day }),
    listChangesOf(db, daySubject(day)),
  ])
  const own = record.bench[0]?.ownMinutes ?? null
  return {
    ...dayOf(day, record, shopDayAt(clock.now(), record.timeZone)),
    windows: dayWindowsOf(day, record),
    usualBenchMinutes: usualBenchMinutes(day, record),
    ...(own !== null && { ownBenchMinutes: own }),
    changes,
    version: record.version,
  }
}
