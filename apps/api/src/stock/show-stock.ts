import type { ClockTime } from '@flora/calendar/clock-time.ts'
import { instantOf } from '@flora/calendar/instant.ts'
import { compareDays, type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { StockItem, StockItemId, StockItemPage, StockLot } from '@flora/contract/stock-desk.ts'
import { money } from '@flora/money/money.ts'
import type { Shop } from '../shop.ts'
import { stockItemNotFound } from './errors.ts'
import {
  countTroubled,
  findItem,
  findShopZone,
  type ItemRecord,
  type ItemSearch,
  listItems,
  listLots,
  listMoves,
  listUsers,
  type LotRecord,
} from './item-queries.ts'

type Reads = Pick<Shop, 'db' | 'clock'>

// What the page shows of the ledger.
const movesShown = 50

/** A page of counted things by name. */
export async function listStock(
  { db, clock }: Reads,
  search: Omit<ItemSearch, 'today' | 'dayBegan'>,
): Promise<{ day: ShopDay; items: StockItem[]; next: string | null; low: number; short: number }> {
  const when = await today({ db, clock })
  // One more than is shown tells whether there are more.
  const [found, troubled] = await Promise.all([
    listItems(db, { ...search, ...when, limit: search.limit + 1 }),
    countTroubled(db),
  ])
  const items = found.slice(0, search.limit).map(toItem)
  return { day: when.today, items, next: found.length > search.limit ? items.at(-1)!.id : null, ...troubled }
}

/** A counted thing with its lots and its ledger. Refuses (404 stock-item-not-found) what nobody counts. */
export async function showStockItem({ db, clock }: Reads, id: StockItemId): Promise<StockItemPage> {
  const when = await today({ db, clock })
  const [item, lots, moves, usedBy] = await Promise.all([
    findItem(db, id, when),
    listLots(db, id),
    listMoves(db, id, movesShown),
    listUsers(db, id),
  ])
  if (!item) throw stockItemNotFound()
  return {
    item: toItem(item),
    lots: lots.map((lot) => toLot(lot, when.today)),
    moves: moves.map((move) => ({ ...move, at: instantFromStored(move.at).toString() })),
    usedBy,
  }
}

async function today({ db, clock }: Reads): Promise<{ today: ShopDay; dayBegan: Temporal.Instant }> {
  const zone = await findShopZone(db)
  const day = shopDayAt(clock.now(), zone)
  return { today: day, dayBegan: instantOf(day, '00:00' as ClockTime, zone) }
}

function toItem({ name, variantName, taken, owed, nextExpiry, costMinor, currency, ...item }: ItemRecord): StockItem {
  const left = item.onHand - taken
  const isOneSize = variantName === '' || variantName.toLowerCase() === 'one size'
  return {
    ...item,
    kind: item.id.startsWith('stm_') ? 'stem' : 'variant',
    name: isOneSize ? name : `${name}, ${variantName.toLowerCase()}`,
    onHand: item.onHand - owed,
    promised: taken,
    left,
    short: owed,
    cost: costMinor === null ? null : money(costMinor, currency),
    isLow: item.lowAt !== null && left <= item.lowAt,
    ...(nextExpiry && { nextExpiry }),
  }
}

function toLot({ remaining, isExpired, ...lot }: LotRecord, day: ShopDay): StockLot {
  const isOver = isExpired || (lot.usableUntil !== null && compareDays(lot.usableUntil, day) < 0)
  return { ...lot, left: remaining, state: isOver ? 'expired' : remaining === 0 ? 'used-up' : 'usable' }
}
