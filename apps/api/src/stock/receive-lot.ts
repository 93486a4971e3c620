import { compareDays, daysAfter, type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import { newId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { keyUsed, lotNotGood, stockItemNotFound } from './errors.ts'
import { findShopZone, findStemVaseDays } from './item-queries.ts'
import { findMove, insertLot, insertMoves, lockItems, saveCounters } from './ledger-queries.ts'
import { withArrival } from './stock-item.ts'

export interface Arrival {
  readonly key: string
  readonly itemId: string
  readonly quantity: number
  readonly arrivedDay?: ShopDay | undefined
  /** Null: it keeps. Absent: as the stem's own. */
  readonly vaseDays?: number | null | undefined
  readonly note: string
  readonly who: string
}

/** Something arrived: a lot, a word in the ledger, and counters that cover first what is owed. Once for its key. */
export async function receiveLot(
  { db, inTransaction, clock }: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
  arrival: Arrival,
): Promise<void> {
  const { key, itemId, quantity, note, who } = arrival
  const at = clock.now()
  const today = shopDayAt(at, await findShopZone(db))
  const arrivedDay = arrival.arrivedDay ?? today
  const vaseDays =
    arrival.vaseDays === undefined ? (await findStemVaseDays(db, [itemId])).get(itemId) : arrival.vaseDays
  const usableUntil = vaseDays === null || vaseDays === undefined ? null : daysAfter(arrivedDay, vaseDays)
  if (compareDays(arrivedDay, today) > 0 || (usableUntil && compareDays(usableUntil, today) < 0)) throw lotNotGood()

  await inTransaction(async (tx) => {
    const counters = (await lockItems(tx, [itemId])).get(itemId)
    if (!counters) throw stockItemNotFound()
    const done = await findMove(tx, key)
    if (done) {
      if (done.itemId !== itemId || done.kind !== 'arrived' || done.change !== quantity) throw keyUsed()
      return
    }
    const id = newId('lot')
    await insertLot(tx, { id, itemId, arrivedDay, usableUntil, pieces: quantity, note })
    await insertMoves(tx, [{ key, itemId, lotId: id, kind: 'arrived', change: quantity, who, note }], at)
    await saveCounters(tx, new Map([[itemId, withArrival(counters, quantity)]]))
  })
}
