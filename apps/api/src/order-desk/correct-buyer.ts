import { insertEvent, lockOrder } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { type BuyerChange, saveBuyer } from './change-queries.ts'
import { noSuchOrder } from './errors.ts'

/** Corrects who pays: an address with a slip in it, a number that changed. What was sent stays sent. */
export function correctBuyer(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  { who, ...change }: BuyerChange & { who: string },
): Promise<void> {
  return inTransaction(async (tx) => {
    if (!(await lockOrder(tx, change.orderId))) throw noSuchOrder()
    await saveBuyer(tx, change)
    await insertEvent(tx, { orderId: change.orderId, at: clock.now(), kind: 'buyer-changed', who })
  })
}
