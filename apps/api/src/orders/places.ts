import type { OrderId } from '@flora/contract/ids.ts'
import { giveBackBenchMinutes, giveBackPlaces, takeBenchMinutes, takePlaces } from '../delivery/index.ts'
import type { Tx } from '../platform/db.ts'
import { giveBackGiftCard, giveBackPromotionUse, spendGiftCard, takePromotionUse } from '../promotions/index.ts'
import { giveBackStock, takeStock } from '../stock/index.ts'
import { findTakings, type Takings } from './queries.ts'

export type Taken =
  | { kind: 'taken' }
  | {
      kind: 'short'
      code: 'sold-out' | 'bench-full' | 'window-full' | 'promotion-not-valid' | 'gift-card-empty'
      of: readonly string[]
    }

/**
 * Takes from the counters what an order needs, always in this order: stock, bench minutes, places, promotion, gift card. One
 * order for all takers is what keeps two of them from waiting for each other. When one is short the caller must roll back.
 */
export async function takeAll(tx: Tx, orderId: OrderId, takings: Takings, at: Temporal.Instant): Promise<Taken> {
  const { stock, deliveries, promotionId, giftCardId, giftCardUse } = takings
  // Sent together, so that nobody waits for a counter while we wait for an answer; the database takes them one after the other.
  const [stockTaken, minutes, places] = await Promise.all([
    takeStock(tx, stock),
    takeBenchMinutes(
      tx,
      deliveries.filter((delivery) => delivery.minutes > 0),
    ),
    takePlaces(
      tx,
      deliveries.map(({ day, windowId }) => ({ day, windowId, places: 1 })),
    ),
  ])
  if (stockTaken.kind === 'short') return { kind: 'short', code: 'sold-out', of: stockTaken.itemIds }
  if (minutes.kind === 'full') return { kind: 'short', code: 'bench-full', of: minutes.full.map(({ day }) => day) }
  if (places.kind === 'full')
    return { kind: 'short', code: 'window-full', of: places.full.map(({ windowId }) => windowId) }
  if (promotionId && !(await takePromotionUse(tx, promotionId)))
    return { kind: 'short', code: 'promotion-not-valid', of: [promotionId] }
  if (
    giftCardId &&
    giftCardUse.minor > 0 &&
    !(await spendGiftCard(tx, { id: giftCardId, orderId, amount: giftCardUse, at }))
  ) {
    return { kind: 'short', code: 'gift-card-empty', of: [giftCardId] }
  }
  return { kind: 'taken' }
}

/** Gives back all that an order took; the caller holds the order's lock and marks it released. */
export async function giveBackAll(tx: Tx, orderId: OrderId, at: Temporal.Instant): Promise<void> {
  const { stock, deliveries, promotionId, giftCardId, giftCardUse } = await findTakings(tx, orderId)
  await giveBackStock(tx, stock)
  await giveBackBenchMinutes(
    tx,
    deliveries.filter((delivery) => delivery.minutes > 0),
  )
  await giveBackPlaces(
    tx,
    deliveries.map(({ day, windowId }) => ({ day, windowId, places: 1 })),
  )
  if (promotionId) await giveBackPromotionUse(tx, promotionId)
  if (giftCardId && giftCardUse.minor > 0)
    await giveBackGiftCard(tx, { id: giftCardId, orderId, amount: giftCardUse, at })
}

/** Takes an expired order's places again, all or none. */
export async function takeAgain(tx: Tx, orderId: OrderId, at: Temporal.Instant): Promise<boolean> {
  const taken = await tryToTake(tx, orderId, { takings: await findTakings(tx, orderId), at })
  return taken.kind === 'taken'
}

/** Takes all or none and lets the caller go on either way. */
function tryToTake(
  tx: Tx,
  orderId: OrderId,
  { takings, at }: { takings: Takings; at: Temporal.Instant },
): Promise<Taken> {
  return orUndone(
    tx,
    (part) => takeAll(part, orderId, takings, at),
    ({ kind }) => kind === 'taken',
  )
}

/** Does a part of a transaction and undoes it if what came of it is not wanted: a savepoint gives its locks back, too. */
export async function orUndone<T>(
  tx: Tx,
  work: (part: Tx) => Promise<T>,
  isWanted: (outcome: T) => boolean,
): Promise<T> {
  try {
    return await tx.transaction(async (part) => {
      const outcome = await work(part)
      if (!isWanted(outcome)) throw new Undone(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome as T
    throw error
  }
}

class Undone extends Error {
  override readonly name = 'Undone'
  readonly outcome: unknown

  constructor(outcome: unknown) {
    super('a part was undone')
    this.outcome = outcome
  }
}
