import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { DeliveryArrangements, DeliveryChange, DeskWindow } from '@flora/contract/delivery-desk.ts'
import type { Shop } from '../../shop.ts'
import { findTimeZone } from '../queries.ts'
import { findStanding } from './arrangement-queries.ts'
import { type DeskWindowRecord, listWindows } from './calendar-queries.ts'
import { listChangesBefore } from './change-queries.ts'
import { toDeskClosure, toDeskSurge } from './month.ts'

const changesShown = 50

/** Everything that stands from today on. */
export async function showArrangements({ db, clock }: Pick<Shop, 'db' | 'clock'>): Promise<DeliveryArrangements> {
  const today = shopDayAt(clock.now(), await findTimeZone(db))
  const [{ zones, closures, surges, ...rest }, windows] = await Promise.all([findStanding(db, today), listWindows(db)])
  return {
    ...rest,
    zones: zones.map((zone) => ({
      ...zone,
      windows: windows.filter(({ zoneId }) => zoneId === zone.id).map(toDeskWindow),
    })),
    closures: closures.map(toDeskClosure),
    surges: surges.map(toDeskSurge),
  }
}

/** A page of who changed what, latest first. */
export async function listChanges(
  { db }: Pick<Shop, 'db'>,
  before: number | undefined,
): Promise<{ changes: DeliveryChange[]; next: number | null }> {
  const changes = await listChangesBefore(db, before, changesShown)
  return { changes, next: changes.length < changesShown ? null : (changes.at(-1)?.version ?? null) }
}

function toDeskWindow(window: DeskWindowRecord): DeskWindow {
  const { zoneName: _, cutOff, weekdays, ...rest } = window
  return { ...rest, weekdays: [...weekdays], cutOff: cutOff.time, cutOffDaysBefore: cutOff.daysBefore }
}
