import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { Shop } from '../shop.ts'
import { findShopZone } from './item-queries.ts'
import { findLot, insertMoves, listExpiredLots, lockItems, saveCounters } from './ledger-queries.ts'
import { withLoss } from './stock-item.ts'

const aRound = 500

/** Takes lots that are no longer good out of what can be sold. What was promised of them is owed from then on, and to be bought. */
export async function expireLots(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): Promise<void> {
  const today = shopDayAt(shop.clock.now(), await findShopZone(shop.db))
  for (const lot of await listExpiredLots(shop.db, today, aRound)) await expireLot(shop, lot, today)
}

function expireLot(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  { id, itemId }: Awaited<ReturnType<typeof listExpiredLots>>[number],
  today: ShopDay,
): Promise<void> {
  return inTransaction(async (tx) => {
    const counters = (await lockItems(tx, [itemId])).get(itemId)
    // Looked at again under the lock: another worker, or a buyer's hand-over, may have emptied it.
    const lot = await findLot(tx, id)
    if (!counters || !lot || lot.remaining === 0) return
    await saveCounters(tx, new Map([[itemId, withLoss(counters, lot.remaining)]]))
    const note = `not good any more on ${today}`
    await insertMoves(
      tx,
      [{ itemId, lotId: id, kind: 'expired', change: -lot.remaining, who: 'shop', note }],
      clock.now(),
    )
  })
}
