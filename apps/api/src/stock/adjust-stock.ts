import type { LotId } from '@flora/contract/ids.ts'
import type { AdjustmentReason } from '@flora/contract/stock-desk.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { keyUsed, lotNotFound, notThatMany, stockItemNotFound, wrongDirection } from './errors.ts'
import {
  findLot,
  findMove,
  insertMoves,
  listLotsLeft,
  lockItems,
  type NewMove,
  saveCounters,
} from './ledger-queries.ts'
import { inShop, takeFromLots, withArrival, withLoss } from './stock-item.ts'

export interface Adjustment {
  readonly key: string
  readonly itemId: string
  readonly change: number
  readonly reason: AdjustmentReason
  readonly lotId?: LotId | undefined
  readonly note: string
  readonly who: string
}

/** Takes pieces away or adds some, with a reason, once for its key. What orders were promised stays promised; it is owed then. */
export async function adjustStock(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  adjustment: Adjustment,
): Promise<void> {
  const { key, itemId, change, reason } = adjustment
  if (!goesThatWay(reason, change)) throw wrongDirection()
  await inTransaction(async (tx) => {
    const counters = (await lockItems(tx, [itemId])).get(itemId)
    if (!counters) throw stockItemNotFound()
    const done = await findMove(tx, key)
    if (done) {
      // A change that was spread over several lots has its key on one of its moves only.
      if (done.itemId !== itemId || done.kind !== reason) throw keyUsed()
      return
    }
    const moves = change < 0 ? await movesAway(tx, adjustment, inShop(counters)) : await movesBack(tx, adjustment)
    await insertMoves(tx, moves, clock.now())
    await saveCounters(
      tx,
      new Map([[itemId, change < 0 ? withLoss(counters, -change) : withArrival(counters, change)]]),
    )
  })
}

function goesThatWay(reason: AdjustmentReason, change: number): boolean {
  switch (reason) {
    case 'wilted':
    case 'broken':
    case 'sold-over-counter':
    case 'given-away':
      return change < 0
    case 'returned':
      return change > 0
    case 'counted':
      return true
  }
}

async function movesAway(tx: Tx, adjustment: Adjustment, there: number): Promise<NewMove[]> {
  const { key, itemId, change, reason, lotId, note, who } = adjustment
  const pieces = -change
  const lots = (await listLotsLeft(tx, [itemId])).get(itemId) ?? []
  const from = lotId === undefined ? lots : lots.filter(({ id }) => id === lotId)
  if (lotId !== undefined && from.length === 0) throw lotNotFound()
  const most = lotId === undefined ? there : from.reduce((sum, { remaining }) => sum + remaining, 0)
  if (pieces > most) throw notThatMany(most)
  return takeFromLots(from, pieces).map((part, index) => ({
    ...(index === 0 && { key }),
    itemId,
    lotId: part.lotId,
    kind: reason,
    change: -part.pieces,
    who,
    note,
  }))
}

// What comes back to a lot is good as long as that is, and no more than came with it.
async function movesBack(tx: Tx, { key, itemId, change, reason, lotId, note, who }: Adjustment): Promise<NewMove[]> {
  if (lotId !== undefined) {
    const lot = await findLot(tx, lotId)
    if (lot?.itemId !== itemId || lot.isExpired) throw lotNotFound()
    if (lot.remaining + change > lot.arrived) throw notThatMany(lot.arrived - lot.remaining)
  }
  return [{ key, itemId, lotId: lotId ?? null, kind: reason, change, who, note }]
}
