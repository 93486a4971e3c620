import type { DeliveryId, LineId, OrderId, RefundId } from '@flora/contract/ids.ts'
import { money, type Money } from '@flora/money/money.ts'
import { isAlive, tellDays } from '../making/index.ts'
import { lockOrder } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { lineNotFound, noSuchOrder, nothingToRefund, refundTooMuch } from './errors.ts'
import { listDaysOf } from './order-queries.ts'
import { payBack } from './pay-back.ts'
import { decideRefund, refundableOf, type RefundPart } from './refund.ts'
import { addRefundedOfParts, type BooksToRefund, findBooks } from './refund-queries.ts'

export interface RefundAsked {
  readonly orderId: OrderId
  /** Pressing twice refunds once. */
  readonly key: RefundId
  readonly lines: readonly { lineId: LineId; amount: Money }[]
  readonly deliveries: readonly { deliveryId: DeliveryId; amount: Money }[]
  readonly amount?: Money | undefined
  readonly reason: string
  readonly who: string
}

/** Gives money of an order back, in the transaction that decides it; what goes to a card is sent by a job. */
export function refundOrder(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { orderId, key, lines, deliveries, amount, reason, who }: RefundAsked,
): Promise<void> {
  const at = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    if (!(await lockOrder(tx, orderId))) throw noSuchOrder()
    const books = await findBooks(tx, { orderId, refundId: key })
    if (!books) throw noSuchOrder()
    if (books.isKnown) return
    const decision = decideRefund(
      refundableOf({ ...books, isAlive: isAlive(books.status), isCancelled: books.status === 'CANCELLED' }),
      {
        parts: partsOf(books, { lines, deliveries }),
        goodwill: amount ?? money(0, books.currency),
      },
    )
    if (decision.kind === 'refuse')
      throw decision.code === 'nothing-to-refund' ? nothingToRefund() : refundTooMuch(decision.because)
    await addRefundedOfParts(tx, {
      lines: lines.map(({ lineId, amount: part }) => ({ id: lineId, amount: part })),
      deliveries: deliveries.map(({ deliveryId, amount: part }) => ({ id: deliveryId, amount: part })),
    })
    await payBack(tx, shop, { id: key, orderId, split: decision, reason: 'goodwill', note: reason, who, at })
    await tellDays(tx, await listDaysOf(tx, orderId))
  })
}

// A line that is named twice is one part: else each half could be as much as the whole.
function partsOf(books: BooksToRefund, { lines, deliveries }: Pick<RefundAsked, 'lines' | 'deliveries'>): RefundPart[] {
  const wanted = new Map<string, number>()
  for (const { lineId, amount } of lines) wanted.set(lineId, (wanted.get(lineId) ?? 0) + amount.minor)
  for (const { deliveryId, amount } of deliveries) wanted.set(deliveryId, (wanted.get(deliveryId) ?? 0) + amount.minor)
  const known = new Map([
    ...books.lines.map(({ id, name, leftMinor }) => [id as string, { name, leftMinor }] as const),
    ...books.deliveries.map(({ id, leftMinor }) => [id as string, { name: 'the delivery', leftMinor }] as const),
  ])
  return [...wanted].map(([id, minor]) => {
    const part = known.get(id)
    if (!part) throw lineNotFound()
    return { name: part.name, left: money(part.leftMinor, books.currency), amount: money(minor, books.currency) }
  })
}
