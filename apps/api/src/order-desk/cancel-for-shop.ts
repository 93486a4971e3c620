import type { AccountId, OrderId } from '@flora/contract/ids.ts'
import { tellDays } from '../making/index.ts'
import { cancelOrder, lockOrder } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { noSuchOrder } from './errors.ts'
import { listDaysOf } from './order-queries.ts'

/** Cancels an order for the shop, and tells the pages of its days. */
export async function cancelForShop(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { orderId, reason, who }: { orderId: OrderId; reason: string; who: AccountId },
): Promise<void> {
  await shop.inTransaction(async (tx) => {
    if (!(await lockOrder(tx, orderId))) throw noSuchOrder()
  })
  await cancelOrder(shop, { orderId, reason, who })
  await shop.inTransaction(async (tx) => tellDays(tx, await listDaysOf(tx, orderId)))
}
