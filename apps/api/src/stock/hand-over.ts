import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import {
  insertMoves,
  listLotsLeft,
  listOrdersToHandOver,
  listStemsOfOrder,
  lockItems,
  lockOrderToHandOver,
  type NewMove,
  saveCounters,
  takeOrderStock,
} from './ledger-queries.ts'
import { findShopZone } from './item-queries.ts'
import { type Counters, inShop, type Lot, takeFromLots, withHandOver, withLoss } from './stock-item.ts'

// So many a round; the next one comes in a quarter of an hour, and before it nobody is waiting.
const aRound = 500

/** Counts out of the shop what left it: the pieces of orders that are delivered, or whose day is over. */
export async function handOverDue(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): Promise<void> {
  const now = shop.clock.now()
  const today = shopDayAt(now, await findShopZone(shop.db))
  for (const id of await listOrdersToHandOver(shop.db, today, aRound))
    await shop.inTransaction((tx) => handOver(tx, id, now))
}

/**
 * Moves what an order took from the counters into the ledger, once. Stems of bouquets that are not sold by the stem are counted out
 * too, as far as there are any: they were tied from the same buckets, whatever was promised of them.
 */
export async function handOver(tx: Tx, orderId: OrderId, at: Temporal.Instant): Promise<void> {
  if (!(await lockOrderToHandOver(tx, orderId))) return
  const taken = quantities(await takeOrderStock(tx, orderId, at))
  const tied = quantities(await listStemsOfOrder(tx, orderId))
  const itemIds = [...new Set([...taken.keys(), ...tied.keys()])]
  if (itemIds.length === 0) return
  const counters = await lockItems(tx, itemIds)
  const lots = await listLotsLeft(tx, itemIds)
  const moves: NewMove[] = []
  const after = new Map<string, Counters>()
  for (const [itemId, before] of counters) {
    const promised = taken.get(itemId) ?? 0
    const alsoTied = Math.max(0, (tied.get(itemId) ?? 0) - promised)
    const handed = withHandOver(before, promised)
    const loss = Math.min(alsoTied, inShop(handed))
    after.set(itemId, withLoss(handed, loss))
    const gone = inShop(before) - inShop(handed) + loss
    moves.push(...movesOf(lots.get(itemId) ?? [], { itemId, orderId, gone }))
  }
  await saveCounters(tx, after)
  await insertMoves(tx, moves, at)
}

function movesOf(
  lots: readonly Lot[],
  { itemId, orderId, gone }: { itemId: string; orderId: OrderId; gone: number },
): NewMove[] {
  return takeFromLots(lots, gone).map(({ lotId, pieces }) => ({
    itemId,
    lotId,
    orderId,
    kind: 'handed-over',
    change: -pieces,
    who: 'shop',
  }))
}

function quantities(items: readonly { itemId: string; quantity: number }[]): Map<string, number> {
  return new Map(items.map(({ itemId, quantity }) => [itemId, quantity]))
}
