import { type ShopDay, shopDayAt, type Zone } from '@flora/calendar/shop-day.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { bumpCatalogVersion } from '../../catalog/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { Shop } from '../../shop.ts'
import { insertChange, listChangesSince, lockDesk } from './change-queries.ts'
import { changedMeanwhile, ordersWouldBreak } from './errors.ts'
import type { BrokenOrders } from './settle-queries.ts'

/** Who arranges. */
export interface Manager {
  readonly accountId: AccountId
  readonly name: string
}

export type Arranges = Pick<Shop, 'inTransaction' | 'clock'>

/** The desk while somebody has it to herself. */
export interface Desk {
  readonly tx: Tx
  readonly today: ShopDay
  readonly timeZone: Zone
  readonly now: Temporal.Instant
  /** Refuses when somebody else changed one of these since the version this is made from. Called before anything is changed. */
  readonly expect: (subjects: readonly string[]) => Promise<void>
  /** Refuses a change that leaves orders outside of what is offered, unless it is to be done even so. */
  readonly allow: (broken: BrokenOrders, consequence: (total: number) => string) => void
}

/** What was done, for those who look at it later. */
export interface Done {
  readonly subjects: readonly string[]
  /** 'Closed …': a sentence. */
  readonly what: string
}

/**
 * One change of what the shop arranges, in one transaction: managers take turns, and every page and process knows it when it is
 * committed. What changes nothing gives no `Done` and leaves no trace.
 */
export function arrange(
  { inTransaction, clock }: Arranges,
  by: Manager,
  { version, evenSo = false }: { version: number; evenSo?: boolean | undefined },
  work: (desk: Desk) => Promise<Done | undefined>,
): Promise<void> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const { timeZone } = await lockDesk(tx)
    const done = await work({
      tx,
      timeZone,
      now,
      today: shopDayAt(now, timeZone),
      expect: async (subjects) => {
        const changes = await listChangesSince(tx, { version, subjects })
        const last = changes[0]
        if (last) throw changedMeanwhile(changes, last.version)
      },
      allow: ({ orders, total }, consequence) => {
        if (total > 0 && !evenSo) throw ordersWouldBreak({ consequence: consequence(total), orders, total })
      },
    })
    if (!done) return
    await insertChange(tx, { ...done, by, at: now })
    await bumpCatalogVersion(tx)
  })
}

export const daySubject = (day: ShopDay): string => `day:${day}`
export const ofZone = (zoneId: string): string => `zone:${zoneId}`
export const ofWindow = (windowId: string): string => `window:${windowId}`
export const ofSurge = (surgeId: string): string => `surge:${surgeId}`
export const ofWeek = 'week'
