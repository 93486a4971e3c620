import type { OrderId } from '@flora/contract/ids.ts'
import { inProse } from '@flora/money/in-words.ts'
import { isSame, money, type Money } from '@flora/money/money.ts'
import { tellDays } from '../making/index.ts'
import { confirmOrder, insertEvent, listOrdersById, lockOrder, orderNotPayable } from '../orders/index.ts'
import { cancelIntent } from '../payments/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { amountDiffers, noSuchOrder } from './errors.ts'
import { insertInShopPayment } from './money-queries.ts'
import { listDaysOf } from './order-queries.ts'
import { mayTakeMoney } from './take-money-rule.ts'

type Taking = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log'>

export interface MoneyInShop {
  readonly orderId: OrderId
  readonly amount: Money
  readonly by: 'cash' | 'terminal'
  readonly who: string
}

/**
 * Records money that was taken in the shop: a whole order that waits for it, which confirms it, or a difference that is due. An intent
 * that a browser may be paying at this moment is taken back first, outside of any transaction; money that won that race stands, and
 * the recording is refused.
 */
export async function takeMoney(shop: Taking, taken: MoneyInShop): Promise<void> {
  const { orderId } = taken
  const order = (await listOrdersById(shop.db, [orderId])).get(orderId)
  if (!order) throw noSuchOrder()
  const may = mayTakeMoney(order)
  if (!may.ok) throw orderNotPayable(may.because)
  if (order.status === 'PENDING') {
    refuseOther(taken.amount, money(order.toPayMinor, order.currency))
    await cancelIntent(shop, orderId)
  }
  await shop.inTransaction((tx) => takeInside(tx, shop, taken))
}

async function takeInside(
  tx: Tx,
  { clock, jobs, db: _ }: Taking,
  { orderId, amount, by, who }: MoneyInShop,
): Promise<void> {
  const at = clock.now()
  const locked = await lockOrder(tx, orderId)
  const order = (await listOrdersById(tx, [orderId])).get(orderId)
  if (!locked || !order) throw noSuchOrder()
  // Looked at again: somebody may have paid, cancelled or recorded it meanwhile.
  const may = mayTakeMoney(order)
  if (!may.ok) throw orderNotPayable(may.because)
  const isFirst = order.status === 'PENDING'
  refuseOther(amount, money(isFirst ? order.toPayMinor : order.dueMinor, order.currency))
  if (isFirst) {
    const { cutOffAt, occurrenceId } = locked
    await confirmOrder(tx, { jobs }, { orderId, paid: amount, takePlacesAgain: false, cutOffAt, at, occurrenceId, who })
    // One that was made while this waited for the lock is of no use to anybody any more.
    await jobs.enqueue(tx, 'payments/cancel-intent', { orderId })
  }
  await insertInShopPayment(tx, { orderId, amount, by, who, at, isDue: !isFirst })
  await insertEvent(tx, { orderId, at, kind: 'paid-in-shop', who, detail: { amount: amount.minor, by } })
  await tellDays(tx, await listDaysOf(tx, orderId))
}

function refuseOther(amount: Money, wanted: Money): void {
  if (!isSame(amount, wanted)) throw amountDiffers(`${inProse(wanted)} is to be paid, no more and no less.`)
}
