import type { DraftOrderId, OrderId } from '@flora/contract/ids.ts'
import { money, type Money } from '@flora/money/money.ts'
import { draftCart } from '../cart/index.ts'
import { placeForSomebody } from '../checkout/index.ts'
import { tellDays } from '../making/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { findDraft, markDraftPlaced } from './draft-queries.ts'
import { draftNotFound } from './errors.ts'
import { takeMoney } from './take-money.ts'

type Placing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

export interface DraftPlacement {
  readonly id: DraftOrderId
  readonly key: string
  readonly toPay: Money
  readonly pay: 'link' | 'cash' | 'terminal'
  readonly caller: Pick<Caller, 'accountId'>
}

// Somebody who gets a letter reads it the same day, or the next.
const linkHoldHours = 24

/**
 * Places a draft by the road that carts take, then has it paid as was said: by a letter with a link, or as taken at the counter. The
 * same key finds the same order, wherever this stopped.
 */
export async function placeDraft(shop: Placing, { id, key, toPay, pay, caller }: DraftPlacement): Promise<OrderId> {
  const draft = await findDraft(shop.db, id)
  if (!draft) throw draftNotFound()
  const order = await placeForSomebody(shop, {
    token: draftCart(shop, id).token,
    key,
    toPay,
    by: { who: caller.accountId, holdHours: linkHoldHours },
  })
  await shop.inTransaction(async (tx) => {
    await markDraftPlaced(tx, id, shop.clock.now())
    if (order.status === 'PENDING' && pay === 'link')
      await shop.jobs.enqueue(tx, 'notifications/order-letter', { orderId: order.id, letter: 'pay-link' })
    await tellDays(
      tx,
      order.deliveries.map(({ day }) => day),
    )
  })
  if (order.status === 'PENDING' && pay !== 'link')
    await takeMoney(shop, {
      orderId: order.id,
      amount: money(order.toPayMinor, order.currency),
      by: pay,
      who: caller.accountId,
    })
  return order.id
}
